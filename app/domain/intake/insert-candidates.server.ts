import { noteInvolvement } from '~/domain/audit/involve.server'
import type { Recorder, Transaction } from '~/domain/audit/write.server'
import { accountIdentity, maskAccountNumber } from '~/domain/beneficiary/account-number'
import { searchName } from '~/domain/beneficiary/person-name-search'
import type { Actor } from '~/domain/shared/actor'
import { incomePerHead } from '~/domain/verification/priority'
import { bulkRows } from '~/platform/bulk-rows.server'
import { dayIn } from '~/platform/clock.server'
import { type LookupKind, lookupHashes, seal } from '~/platform/crypto.server'
import { uuidv7 } from '~/platform/uuid.server'
import type { Candidate } from './candidate'
import { placeOfVillage } from './places'

export type NewPerson = { id: string; number: number; candidate: Candidate }
type Target = { programmeId: string; intakeFileId: string | null }

/** Takes the next numbers of the programme year, for so many people. */
export async function takeNumbers(tx: Transaction, programmeId: string, count: number): Promise<number> {
  const { nextPersonNumber } = await tx.programme.update({
    where: { id: programmeId },
    data: { nextPersonNumber: { increment: count } },
    select: { nextPersonNumber: true },
  })
  return nextPersonNumber - count
}

/**
 * Writes candidates as people of the programme year, set-wise: person, hashes, account where one was given, first move,
 * involvement, and one event for each person. `first` is the first of the numbers taken for them.
 */
export async function insertCandidates(
  tx: Transaction,
  record: Recorder,
  actor: Actor,
  target: Target,
  candidates: readonly Candidate[],
  first: number,
  at: Date,
): Promise<NewPerson[]> {
  const people = candidates.map((candidate, index) => ({ id: uuidv7(), number: first + index, candidate }))
  if (people.length === 0) return []
  await insertPeople(tx, actor, target, people, at)
  await insertHashes(tx, target.programmeId, people)
  await insertMoves(tx, actor, people, at)
  await noteInvolvement(
    tx,
    actor,
    people.map((person) => person.id),
    'registered',
    at,
  )
  record.many(people.map((person) => registered(target, person)))
  await insertAccounts(tx, record, actor, target, people, at)
  return people
}

async function insertPeople(
  tx: Transaction,
  actor: Actor,
  target: Target,
  people: readonly NewPerson[],
  at: Date,
): Promise<void> {
  const matchedOn = dayIn(at)
  await tx.$executeRaw`
    INSERT INTO beneficiary (id, programme_id, number, status, status_since, regency_code, district_code, village_code, name, search_name,
      nik_enc, kk_enc, phone_enc, birth_place, birth_date, sex, address, rt, rw, decile, dtsen_version, matched_on,
      monthly_income_rupiah, household_size, income_per_head_rupiah, wished_sector, note, registered_by, registered_at, intake_file_id)
    SELECT id, ${target.programmeId}::uuid, number, 'proposed', ${at}, regency_code, district_code, village_code, name, search_name,
      nik_enc, kk_enc, phone_enc, birth_place, birth_date, sex, address, rt, rw, decile, dtsen_version, matched_on,
      monthly_income_rupiah, household_size, income_per_head_rupiah, wished_sector, note, ${actor.userId}::uuid, ${at}, ${target.intakeFileId}::uuid
    FROM jsonb_to_recordset(${bulkRows(people.map((person) => personRow(person, matchedOn)))}::jsonb)
      AS p (id uuid, number int, regency_code text, district_code text, village_code text, name text, search_name text, nik_enc bytea, kk_enc bytea,
        phone_enc bytea, birth_place text, birth_date date, sex text, address text, rt text, rw text, decile int, dtsen_version text, matched_on date,
        monthly_income_rupiah bigint, household_size int, income_per_head_rupiah bigint, wished_sector text, note text)`
}

function personRow({ id, number, candidate }: NewPerson, matchedOn: string) {
  const { regencyCode, districtCode, villageCode } = placeOfVillage(candidate.villageCode)
  const income = candidate.monthlyIncomeRupiah === null ? null : BigInt(candidate.monthlyIncomeRupiah)
  return {
    id,
    number,
    regency_code: regencyCode,
    district_code: districtCode,
    village_code: villageCode,
    name: candidate.name,
    search_name: searchName(candidate.name),
    nik_enc: seal(candidate.nik),
    kk_enc: seal(candidate.kk),
    phone_enc: candidate.phone === null ? null : seal(candidate.phone),
    birth_place: candidate.birthPlace,
    birth_date: candidate.birthDate,
    sex: candidate.sex,
    address: candidate.address,
    rt: candidate.rt,
    rw: candidate.rw,
    decile: candidate.decile,
    dtsen_version: candidate.dtsenVersion,
    matched_on: candidate.decile === null ? null : matchedOn,
    monthly_income_rupiah: income,
    household_size: candidate.householdSize,
    income_per_head_rupiah: incomePerHead(income, candidate.householdSize),
    wished_sector: candidate.wishedSector,
    note: candidate.note,
  }
}

/** The personal numbers of a candidate that are looked up by hash, with what is hashed. */
export function identitiesOf(candidate: Candidate): { kind: LookupKind; value: string }[] {
  const account = hasAccount(candidate) ? accountIdentity(candidate.bankCode, candidate.accountNumber) : null
  return [
    { kind: 'nik', value: candidate.nik },
    { kind: 'kk', value: candidate.kk },
    ...(candidate.phone ? [{ kind: 'phone' as const, value: candidate.phone }] : []),
    ...(account ? [{ kind: 'account' as const, value: account }] : []),
  ]
}

async function insertHashes(
  tx: Transaction,
  programmeId: string,
  people: readonly NewPerson[],
): Promise<void> {
  const rows = people.flatMap(({ id, candidate }) =>
    identitiesOf(candidate).flatMap(({ kind, value }) =>
      lookupHashes(kind, value).map((hash) => ({ id, kind, ...hash })),
    ),
  )
  await tx.$executeRaw`
    INSERT INTO identity_hash (beneficiary_id, kind, key_id, hash, programme_id)
    SELECT id, kind, "keyId", hash, ${programmeId}::uuid
    FROM jsonb_to_recordset(${bulkRows(rows)}::jsonb) AS h (id uuid, kind text, "keyId" text, hash bytea)`
}

async function insertMoves(
  tx: Transaction,
  actor: Actor,
  people: readonly NewPerson[],
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO beneficiary_move (beneficiary_id, from_status, to_status, actor_id, actor_name, at)
    SELECT id, NULL, 'proposed', ${actor.userId}::uuid, ${actor.name}, ${at} FROM unnest(${people.map(({ id }) => id)}::uuid[]) AS b (id)`
}

type WithAccount = Candidate & { bankCode: string; accountNumber: string; accountName: string }

function hasAccount(candidate: Candidate): candidate is WithAccount {
  return candidate.bankCode !== null && candidate.accountNumber !== null && candidate.accountName !== null
}

async function insertAccounts(
  tx: Transaction,
  record: Recorder,
  actor: Actor,
  target: Target,
  people: readonly NewPerson[],
  at: Date,
): Promise<void> {
  const accounts = people.flatMap((person) =>
    hasAccount(person.candidate) ? [{ id: uuidv7(), person, account: person.candidate }] : [],
  )
  if (accounts.length === 0) return
  const rows = accounts.map(({ id, person, account }) => ({
    id,
    beneficiary_id: person.id,
    bank_code: account.bankCode,
    number_enc: seal(account.accountNumber),
    holder_name: account.accountName,
  }))
  await tx.$executeRaw`
    INSERT INTO bank_account (id, beneficiary_id, bank_code, number_enc, holder_name, entered_by, entered_at)
    SELECT id, beneficiary_id, bank_code, number_enc, holder_name, ${actor.userId}::uuid, ${at}
    FROM jsonb_to_recordset(${bulkRows(rows)}::jsonb)
      AS a (id uuid, beneficiary_id uuid, bank_code text, number_enc bytea, holder_name text)`
  await noteInvolvement(
    tx,
    actor,
    accounts.map(({ person }) => person.id),
    'account_entered',
    at,
  )
  record.many(
    accounts.map(({ id, person, account }) => ({
      kind: 'bank_account.entered' as const,
      subject: { type: 'bank_account' as const, id },
      ...whose(target, person),
      facts: { bank: account.bankCode, changed: false, heir: null },
      personal: {
        holder: account.accountName,
        account: maskAccountNumber(account.accountNumber),
        reason: null,
      },
    })),
  )
}

function whose(target: Target, { id, candidate }: NewPerson) {
  return {
    beneficiaryId: id,
    programmeId: target.programmeId,
    regencyCode: placeOfVillage(candidate.villageCode).regencyCode,
  }
}

function registered(target: Target, person: NewPerson) {
  const { candidate } = person
  return {
    kind: 'person.registered' as const,
    subject: { type: 'beneficiary' as const, id: person.id },
    ...whose(target, person),
    facts: {
      number: person.number,
      file: target.intakeFileId,
      village: candidate.villageCode,
      status: 'proposed',
    },
    personal: personalValues(candidate),
  }
}

/** A candidate's values as an event keeps them, encrypted: what the person was registered or corrected to. */
export function personalValues(candidate: Candidate): Record<string, string | number | null> {
  const {
    bankCode: _bank,
    accountNumber: _number,
    accountName: _name,
    villageCode: _village,
    ...values
  } = candidate
  return values
}
