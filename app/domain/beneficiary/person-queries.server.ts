import type { Actor } from '~/domain/shared/actor'
import { ageOn } from '~/domain/shared/day'
import { may } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { dayIn } from '~/platform/clock.server'
import { open } from '~/platform/crypto.server'
import { db } from '~/platform/db.server'
import { holdState } from './hold'
import type { BeneficiaryStatus, ExitStatus } from './lifecycle'
import { maskDigits } from './personal-number'
import { maskPhone } from './phone'
import { requirePerson } from './reach.server'
import { registrationNumber } from './registration-number'
import { type MoveMade, roadOf } from './road'

/** The head of a person's pages: who they are and what is open about them. Refuses `not_found` out of reach. */
export async function getPersonHead(actor: Actor, id: string) {
  const person = await requirePerson(db, actor, 'person.read', id)
  const [programme, regency, holds, exits] = await Promise.all([
    db.programme.findUniqueOrThrow({ where: { id: person.programmeId }, select: { code: true, name: true } }),
    db.region.findUnique({ where: { code: person.regencyCode }, select: { name: true } }),
    may(actor, 'hold.read')
      ? db.hold.findMany({ where: { beneficiaryId: id, liftedAt: null }, orderBy: { proposedAt: 'desc' } })
      : [],
    may(actor, 'exit.read') ? db.exitProposal.findMany({ where: { beneficiaryId: id, decision: null } }) : [],
  ])
  const names = await namesOf([
    ...holds.map((hold) => hold.proposedBy),
    ...exits.map((exit) => exit.proposedBy),
  ])
  return {
    id,
    name: person.name,
    status: person.status as BeneficiaryStatus,
    onHold: person.onHold,
    regencyCode: person.regencyCode,
    regency: regency?.name ?? person.regencyCode,
    programme: programme.name,
    registration: registrationNumber({
      programmeCode: programme.code,
      regencyCode: person.regencyCode,
      number: person.number,
    }),
    isOwn: person.companionId === actor.userId,
    holds: holds.map((hold) => ({
      id: hold.id,
      kind: hold.kind,
      state: holdState(hold),
      reason: hold.reason,
      proposedBy: hold.proposedBy,
      proposedByName: names.get(hold.proposedBy) ?? '–',
      proposedAt: hold.proposedAt,
    })),
    exits: exits.map((exit) => ({
      id: exit.id,
      toStatus: exit.toStatus as ExitStatus,
      reason: exit.reason,
      proposedBy: exit.proposedBy,
      proposedByName: names.get(exit.proposedBy) ?? '–',
      proposedAt: exit.proposedAt,
    })),
  }
}

export type PersonHead = Awaited<ReturnType<typeof getPersonHead>>

/** A person's own data and their road. Numbers come masked; income and birth date only for roles that see them. */
export async function getPersonSummary(actor: Actor, id: string, at: Date) {
  await requirePerson(db, actor, 'person.read', id)
  const person = await db.beneficiary.findUniqueOrThrow({ where: { id } })
  const regencyCode = person.regencyCode
  const [places, moves, people, cohort, account] = await Promise.all([
    db.region.findMany({
      where: { code: { in: [person.villageCode, person.districtCode, regencyCode] } },
      select: { code: true, name: true },
    }),
    db.beneficiaryMove.findMany({ where: { beneficiaryId: id }, orderBy: { id: 'asc' } }),
    namesOf([person.registeredBy, person.companionId]),
    person.cohortId
      ? db.cohort.findUnique({ where: { id: person.cohortId }, select: { id: true, name: true } })
      : null,
    may(actor, 'bankAccount.read', regencyCode) ? liveAccount(id) : null,
  ])
  const born = person.birthDate.toISOString().slice(0, 10)
  const place = (code: string) => places.find((row) => row.code === code)?.name ?? code
  const made: MoveMade[] = moves.map((move) => ({
    to: move.toStatus as BeneficiaryStatus,
    at: move.at,
    by: move.actorName,
    reason: move.reason,
  }))
  const registered: MoveMade = {
    to: 'proposed',
    at: person.registeredAt,
    by: people.get(person.registeredBy) ?? '–',
    reason: null,
  }
  return {
    id,
    road: roadOf(
      person.status as BeneficiaryStatus,
      made.some((move) => move.to === 'proposed') ? made : [registered, ...made],
    ),
    nik: maskDigits(open(person.nikEnc)),
    kk: maskDigits(open(person.kkEnc)),
    phone: person.phoneEnc ? maskPhone(open(person.phoneEnc)) : null,
    account,
    age: ageOn(born, dayIn(at)),
    birth: may(actor, 'person.birthDate') ? { place: person.birthPlace, on: born } : null,
    sex: person.sex as 'L' | 'P',
    address: person.address,
    rt: person.rt,
    rw: person.rw,
    village: place(person.villageCode),
    district: place(person.districtCode),
    regency: place(regencyCode),
    decile: person.decile,
    dtsenVersion: person.dtsenVersion,
    matchedOn: person.matchedOn?.toISOString().slice(0, 10) ?? null,
    income: may(actor, 'person.income')
      ? {
          monthlyRupiah: person.monthlyIncomeRupiah,
          householdSize: person.householdSize,
          perHeadRupiah: person.incomePerHeadRupiah,
        }
      : null,
    wishedSector: person.wishedSector,
    sectorCode: person.sectorCode,
    note: person.note,
    cohort,
    companion: person.companionId ? (people.get(person.companionId) ?? '–') : null,
    registeredBy: registered.by,
    registeredAt: person.registeredAt,
  }
}

export type PersonSummary = Awaited<ReturnType<typeof getPersonSummary>>

async function liveAccount(beneficiaryId: string): Promise<{ bank: string; number: string } | null> {
  const account = await db.bankAccount.findFirst({
    where: { beneficiaryId, supersededAt: null },
    orderBy: { enteredAt: 'desc' },
    select: { bankCode: true, numberEnc: true },
  })
  if (!account) return null
  const bank = await db.bank.findUnique({ where: { code: account.bankCode }, select: { shortName: true } })
  return { bank: bank?.shortName ?? account.bankCode, number: maskDigits(open(account.numberEnc)) }
}

/** Names of people who work with the portal, by id. */
export async function namesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  const users = await db.userAccount.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  })
  return new Map(users.map((user) => [user.id, user.name]))
}

/** What a page about one open matter of a person shows above its form. Refuses `not_found` out of reach. */
export async function getOpenMatter(actor: Actor, deed: 'exit.confirm' | 'exit.propose', id: string) {
  await requirePerson(db, actor, deed, id)
  return getPersonHead(actor, id)
}

/** A hold of the person that is still open. Refuses `not_found`. */
export async function getOpenHold(actor: Actor, id: string, holdId: string) {
  const head = await getOpenMatter(actor, 'exit.confirm', id)
  return { head, hold: head.holds.find((hold) => hold.id === holdId) ?? refuse('not_found') }
}

export async function getOpenExit(actor: Actor, id: string, proposalId: string) {
  const head = await getOpenMatter(actor, 'exit.confirm', id)
  return { head, exit: head.exits.find((exit) => exit.id === proposalId) ?? refuse('not_found') }
}
