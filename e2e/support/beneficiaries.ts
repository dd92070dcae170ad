import { randomBytes, randomUUID } from 'node:crypto'
import { type BeneficiaryStatus, mayMove, type ROAD } from '~/domain/beneficiary/lifecycle'
import { db } from '~/platform/db.server'
import { anOpenProgramme } from './programmes'

export const SAMARINDA = '64.72'
export const BERAU = '64.03'

const PLACES = [
  ['64', 'province', 'Kalimantan Timur', null],
  ['64.72', 'regency', 'Kota Samarinda', '64'],
  ['64.72.01', 'district', 'Palaran', '64.72'],
  ['64.72.01.1001', 'village', 'Rawa Makmur', '64.72.01'],
  ['64.03', 'regency', 'Kabupaten Berau', '64'],
  ['64.03.01', 'district', 'Kelay', '64.03'],
  ['64.03.01.2001', 'village', 'Merasa', '64.03.01'],
] as const

export type YearWanted = {
  attendancePercent?: number
  excusedLeaveDenominator?: boolean
  quota?: number
  budgetRupiah?: bigint
  ceilingRupiah?: bigint
}

/** An open programme year with places in Samarinda and Berau, all four sectors for money, and its budget in the ledger. */
export async function anOpenYear(wanted: YearWanted = {}): Promise<{ id: string; code: string }> {
  for (const [code, level, name, parentCode] of PLACES)
    await db.region.upsert({
      where: { code },
      update: {},
      create: { code, level, kind: level, name, parentCode },
    })
  const quota = wanted.quota ?? 150
  const ceilingRupiah = wanted.ceilingRupiah ?? 5_000_000n
  return anOpenProgramme({
    attendancePercent: wanted.attendancePercent ?? 80,
    excusedRule: wanted.excusedLeaveDenominator ? 'leaves' : 'counts',
    budgetRupiah: wanted.budgetRupiah ?? 2_000_000_000n,
    quotas: { [SAMARINDA]: quota, [BERAU]: quota },
    sectors: ['food', 'livestock', 'fisheries', 'tailoring'].map((sectorCode) => ({
      sectorCode,
      ceilingRupiah,
      form: 'money',
    })),
  })
}

const GIVEN = [
  'Siti',
  'Rahmah',
  'Yusuf',
  'Norhayati',
  'Lukas',
  'Martina',
  'Samsul',
  'Dayang',
  'Herlina',
  'Ardiansyah',
]
const FAMILY = ['Lestari', 'Anyeq', 'Fadillah', 'Bulan', 'Hidayat', 'Ngau', 'Saputra', 'Ajang']

export type PeopleWanted = {
  regencyCode?: string
  wishedSector?: string
  companionId?: string
  registeredBy?: string
}
export type TestPerson = { id: string; name: string; number: number }

let made = 0

/** People of the programme who stand at a status of the road, put there move by move as the database allows. */
export async function peopleAt(
  status: (typeof ROAD)[number] | 'not_passed',
  count: number,
  programmeId: string,
  wanted: PeopleWanted = {},
): Promise<TestPerson[]> {
  const regencyCode = wanted.regencyCode ?? SAMARINDA
  const villageCode = regencyCode === SAMARINDA ? '64.72.01.1001' : '64.03.01.2001'
  const people = Array.from({ length: count }, () => {
    made += 1
    const name = `${GIVEN[made % GIVEN.length]} ${FAMILY[made % FAMILY.length]} ${made}`
    return { id: randomUUID(), name, number: made }
  })
  await db.beneficiary.createMany({
    data: people.map(({ id, name, number }) => ({
      id,
      programmeId,
      number,
      status: 'proposed',
      statusSince: new Date('2026-02-01T01:00:00Z'),
      regencyCode,
      districtCode: villageCode.slice(0, 8),
      villageCode,
      name,
      searchName: name.toLowerCase(),
      nikEnc: randomBytes(32),
      kkEnc: randomBytes(32),
      birthPlace: 'Samarinda',
      birthDate: new Date('1988-04-12'),
      sex: number % 2 === 0 ? 'P' : 'L',
      address: `Jalan Uji ${number}`,
      registeredBy: wanted.registeredBy ?? randomUUID(),
      registeredAt: new Date('2026-02-01T01:00:00Z'),
      wishedSector: wanted.wishedSector ?? null,
      companionId: wanted.companionId ?? null,
    })),
  })
  for (const [from, to] of wayTo(status))
    await db.beneficiary.updateMany({
      where: { id: { in: people.map((person) => person.id) }, status: from },
      data: { status: to },
    })
  return people
}

/** The moves from proposal to a status, the shortest way. */
function wayTo(status: BeneficiaryStatus): [BeneficiaryStatus, BeneficiaryStatus][] {
  const road: BeneficiaryStatus[] =
    status === 'not_passed'
      ? ['proposed', 'verified', 'decreed', 'training', 'not_passed']
      : [
          'proposed',
          'verified',
          'decreed',
          'training',
          'trained',
          'assigned',
          'disbursing',
          'completed',
          'graduated',
        ]
  const way = road.slice(0, road.indexOf(status) + 1)
  return way.slice(1).map((to, index) => {
    const from = way[index] as BeneficiaryStatus
    if (!mayMove(from, to)) throw new Error(`no move from ${from} to ${to}`)
    return [from, to]
  })
}
