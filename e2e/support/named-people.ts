import { randomUUID } from 'node:crypto'
import { searchName } from '~/domain/beneficiary/person-name-search'
import { seal } from '~/platform/crypto.server'
import { db } from '~/platform/db.server'
import { SAMARINDA } from './beneficiaries'

export type NamedPerson = {
  name: string
  regencyCode?: string
  decile?: number | null
  onHold?: boolean
  sectorCode?: string | null
  companionId?: string | null
  cohortId?: string | null
  registeredBy?: string
  nik?: string
}

let made = 500_000

/** People as they were proposed, with the names a test of the list needs, in one statement. */
export async function proposedPeople(
  programmeId: string,
  wanted: readonly NamedPerson[],
): Promise<{ id: string; name: string; number: number }[]> {
  const people = wanted.map((one) => {
    made += 1
    const regencyCode = one.regencyCode ?? SAMARINDA
    const villageCode = regencyCode === SAMARINDA ? '64.72.01.1001' : '64.03.01.2001'
    return {
      id: randomUUID(),
      programmeId,
      number: made,
      status: 'proposed',
      statusSince: new Date(Date.UTC(2026, 1, 1 + (made % 7))),
      regencyCode,
      districtCode: villageCode.slice(0, 8),
      villageCode,
      name: one.name,
      searchName: searchName(one.name),
      nikEnc: one.nik ? seal(one.nik) : seal('6472010101900001'),
      kkEnc: seal('6472010101200001'),
      phoneEnc: seal('+6281234567890'),
      birthDate: new Date('1988-04-12'),
      sex: 'P',
      address: 'Jalan Uji 1',
      decile: one.decile ?? null,
      sectorCode: one.sectorCode ?? null,
      onHold: one.onHold ?? false,
      companionId: one.companionId ?? null,
      cohortId: one.cohortId ?? null,
      monthlyIncomeRupiah: 1_200_000n,
      registeredBy: one.registeredBy ?? randomUUID(),
      registeredAt: new Date('2026-02-01T01:00:00Z'),
    }
  })
  await db.beneficiary.createMany({ data: people })
  return people.map(({ id, name, number }) => ({ id, name, number }))
}
