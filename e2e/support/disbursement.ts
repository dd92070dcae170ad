import { randomUUID } from 'node:crypto'
import { write } from '~/domain/audit/write.server'
import { makeGrants } from '~/domain/disbursement/make-grant.server'
import { seal } from '~/platform/crypto.server'
import { db } from '~/platform/db.server'
import { peopleAt, SAMARINDA, type TestPerson } from './beneficiaries'
import { anActor } from './people'
import { anOpenProgramme, type WantedProgramme } from './programmes'

export const NOVEMBER = new Date('2026-11-24T02:00:00Z')

export type Recipient = TestPerson & { trancheId: string; accountId: string }

export type RecipientsWanted = {
  regencyCode?: string
  sectorCode?: string
  grantRupiah?: bigint
  /** Leave one of these out, so that the gate holds. */
  without?: 'decree' | 'training' | 'account' | 'verification'
  holderName?: (name: string) => string
}

/** A year with everything that disbursement needs, and the officials of a batch. */
export async function aYearOfDisbursement(wanted: WantedProgramme = {}) {
  const programme = await anOpenProgramme({
    quotas: { '64.72': 2_000, '64.03': 2_000 },
    tranches: [
      { quarter: '2026-Q3', share: 6_000 },
      { quarter: '2026-Q4', share: 4_000 },
    ],
    ...wanted,
  })
  const [treasurer, otherTreasurer, approver, secondApprover] = await Promise.all([
    anActor('treasurer'),
    anActor('treasurer'),
    anActor('approver'),
    anActor('approver'),
  ])
  return { programme, treasurer, otherTreasurer, approver, secondApprover }
}

/** People whose first money tranche is ready: decreed, trained, with an accepted plan, a verified account and a grant. */
export async function recipients(
  count: number,
  programmeId: string,
  wanted: RecipientsWanted = {},
): Promise<Recipient[]> {
  const sectorCode = wanted.sectorCode ?? 'food'
  const regencyCode = wanted.regencyCode ?? SAMARINDA
  const granter = await anActor('coordinator')
  const people = await peopleAt('assigned', count, programmeId, { regencyCode })
  if (wanted.without !== 'decree') await decreed(people, programmeId, regencyCode)
  if (wanted.without !== 'training') await trained(people, programmeId, regencyCode)
  const plans = await acceptedPlans(people, sectorCode, wanted.grantRupiah ?? 5_000_000n)
  const accounts = wanted.without === 'account' ? [] : await accountsOf(people, wanted)
  await write(granter, (tx, record) => makeGrants(tx, record, granter, plans, NOVEMBER).then(() => ({})))
  const tranches = await db.tranche.findMany({
    where: { beneficiaryId: { in: people.map((person) => person.id) }, number: 1 },
    select: { id: true, beneficiaryId: true },
  })
  const trancheOf = new Map(tranches.map((tranche) => [tranche.beneficiaryId, tranche.id]))
  return people.map((person, index) => ({
    ...person,
    trancheId: trancheOf.get(person.id) ?? '',
    accountId: accounts[index] ?? '',
  }))
}

async function decreed(
  people: readonly TestPerson[],
  programmeId: string,
  regencyCode: string,
): Promise<void> {
  const id = randomUUID()
  await db.decree.create({
    data: {
      id,
      programmeId,
      number: `SK-${id}`,
      datedOn: new Date('2026-05-04'),
      subject: 'Penetapan',
      persons: people.length,
      totalRupiah: 1n,
      issuedBy: randomUUID(),
      issuedAt: NOVEMBER,
    },
  })
  await db.decreeLine.createMany({
    data: people.map((person, index) => ({
      decreeId: id,
      beneficiaryId: person.id,
      action: 'added',
      lineNumber: index + 1,
      ceilingRupiah: 5_000_000n,
      regencyCode,
    })),
  })
}

async function trained(
  people: readonly TestPerson[],
  programmeId: string,
  regencyCode: string,
): Promise<void> {
  for (let from = 0; from < people.length; from += 400) {
    const seats = people.slice(from, from + 400)
    const cohort = await db.cohort.create({
      select: { id: true },
      data: {
        programmeId,
        regencyCode,
        name: 'Angkatan uji',
        venue: 'Balai uji',
        capacity: 400,
        startsOn: new Date('2026-06-01'),
        endsOn: new Date('2026-06-20'),
        status: 'closed',
        createdBy: randomUUID(),
      },
    })
    await db.enrolment.createMany({
      data: seats.map((person) => ({
        cohortId: cohort.id,
        beneficiaryId: person.id,
        enrolledAt: NOVEMBER,
        enrolledBy: randomUUID(),
        outcome: 'passed',
        endedAt: NOVEMBER,
      })),
    })
  }
}

async function acceptedPlans(
  people: readonly TestPerson[],
  sectorCode: string,
  totalRupiah: bigint,
): Promise<string[]> {
  const plans = people.map((person) => ({
    id: randomUUID(),
    beneficiaryId: person.id,
    sectorCode,
    summary: 'Warung nasi kuning',
    status: 'accepted',
    totalRupiah,
    draftedBy: randomUUID(),
    draftedAt: NOVEMBER,
    decidedBy: randomUUID(),
    decidedAt: NOVEMBER,
  }))
  await db.businessPlan.createMany({ data: plans })
  return plans.map((plan) => plan.id)
}

async function accountsOf(people: readonly TestPerson[], wanted: RecipientsWanted): Promise<string[]> {
  const verified = wanted.without !== 'verification'
  const accounts = people.map((person, index) => ({
    id: randomUUID(),
    beneficiaryId: person.id,
    bankCode: '124',
    numberEnc: seal(`00${1_000_000_000 + person.number * 7 + index}`),
    holderName: wanted.holderName?.(person.name) ?? person.name.toUpperCase(),
    enteredBy: randomUUID(),
    enteredAt: NOVEMBER,
    ...(verified ? { verifiedBy: randomUUID(), verifiedAt: NOVEMBER } : {}),
  }))
  await db.bankAccount.createMany({ data: accounts })
  return accounts.map((account) => account.id)
}
