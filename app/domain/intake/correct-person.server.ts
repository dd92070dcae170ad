import { noteInvolvement } from '~/domain/audit/involve.server'
import { type Transaction, write } from '~/domain/audit/write.server'
import { type BeneficiaryStatus, isLive } from '~/domain/beneficiary/lifecycle'
import type { Sex } from '~/domain/beneficiary/nik'
import { searchName } from '~/domain/beneficiary/person-name-search'
import { requirePerson } from '~/domain/beneficiary/reach.server'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { incomePerHead } from '~/domain/verification/priority'
import { dayIn } from '~/platform/clock.server'
import { lookupHashes, open, seal } from '~/platform/crypto.server'
import type { Candidate } from './candidate'
import type { CorrectInput } from './candidate.form.server'
import { identitiesOf } from './insert-candidates.server'
import { requireOpenProgramme } from './intake-file.server'
import { judgeEntries } from './judge-entries.server'
import { placeOfVillage } from './places'

/** Statuses in which a person may still move to another regency. */
const NOT_YET_VERIFIED = ['proposed', 'sent_back']

/**
 * Corrects a person by the rules of their registration; whoever does it counts as having registered them (M3). Refuses
 * `not_found` out of reach, `intake.person_left`, `intake.reason_needed` for another NIK without a reason,
 * `intake.regency_fixed`, `intake.nothing_changed`, `changed_meanwhile`, and what registration refuses.
 */
export async function correctPerson(
  actor: Actor,
  input: CorrectInput,
  at: Date,
  key?: string,
): Promise<{ id: string }> {
  authorize(actor, 'person.correct')
  return write(
    actor,
    async (tx, record) => {
      const person = await requirePerson(tx, actor, 'person.correct', input.beneficiaryId)
      if (!isLive(person.status as BeneficiaryStatus)) refuse('intake.person_left', { name: person.name })
      const programme = await requireOpenProgramme(tx, person.programmeId)
      const before = await asCandidate(tx, person.id)
      const entry = {
        ...input,
        nik: input.nik || before.nik,
        no_kk: input.no_kk || before.kk,
        telepon: input.telepon || before.phone,
      }
      const [read] = await judgeEntries(tx, actor, programme, {
        entries: [entry],
        deed: 'person.correct',
        except: person.id,
        warningsSeen: input.warningsSeen,
        at,
      })
      const after = read ?? refuse('nothing_selected')
      const changed = changesBetween(before, after)
      if (changed.length === 0) refuse('intake.nothing_changed', { name: person.name })
      if (changed.includes('nik') && !input.reason)
        refuse('intake.reason_needed', {}, { kind: 'invalid', field: 'reason' })
      const place = placeOfVillage(after.villageCode)
      if (place.regencyCode !== person.regencyCode && !NOT_YET_VERIFIED.includes(person.status))
        refuse('intake.regency_fixed', {}, { kind: 'invalid', field: 'kode_wilayah' })
      await updatePerson(tx, person.id, input.version, after, changed.includes('decile') ? dayIn(at) : null)
      await replaceHashes(tx, person.id, person.programmeId, after)
      await noteInvolvement(tx, actor, [person.id], 'registered', at)
      record({
        kind: 'person.corrected',
        subject: { type: 'beneficiary', id: person.id },
        beneficiaryId: person.id,
        programmeId: person.programmeId,
        regencyCode: place.regencyCode,
        facts: { changed },
        personal: { reason: input.reason || null, ...beforeAndAfter(before, after, changed) },
      })
      return { id: person.id }
    },
    { key, form: 'intake.correct', at },
  )
}

/** A person's stored values in the shape of a candidate; the account has a page of its own. */
async function asCandidate(tx: Transaction, id: string): Promise<Candidate> {
  const row = await tx.beneficiary.findUniqueOrThrow({ where: { id } })
  return {
    nik: open(row.nikEnc),
    kk: open(row.kkEnc),
    name: row.name,
    birthPlace: row.birthPlace,
    birthDate: row.birthDate.toISOString().slice(0, 10),
    sex: row.sex as Sex,
    address: row.address,
    rt: row.rt,
    rw: row.rw,
    villageCode: row.villageCode,
    phone: row.phoneEnc ? open(row.phoneEnc) : null,
    bankCode: null,
    accountNumber: null,
    accountName: null,
    decile: row.decile,
    dtsenVersion: row.dtsenVersion,
    monthlyIncomeRupiah: row.monthlyIncomeRupiah?.toString() ?? null,
    householdSize: row.householdSize,
    wishedSector: row.wishedSector,
    note: row.note,
  }
}

type Field = keyof Candidate

function changesBetween(before: Candidate, after: Candidate): Field[] {
  return (Object.keys(before) as Field[]).filter((field) => before[field] !== after[field])
}

function beforeAndAfter(
  before: Candidate,
  after: Candidate,
  changed: readonly Field[],
): Record<string, string | number | null> {
  return Object.fromEntries(
    changed.flatMap((field) => [
      [`${field}.before`, before[field]],
      [`${field}.after`, after[field]],
    ]),
  )
}

async function updatePerson(
  tx: Transaction,
  id: string,
  version: number,
  after: Candidate,
  matchedOn: string | null,
): Promise<void> {
  const income = after.monthlyIncomeRupiah === null ? null : BigInt(after.monthlyIncomeRupiah)
  const { count } = await tx.beneficiary.updateMany({
    where: { id, version },
    data: {
      ...placeOfVillage(after.villageCode),
      name: after.name,
      searchName: searchName(after.name),
      nikEnc: seal(after.nik),
      kkEnc: seal(after.kk),
      phoneEnc: after.phone ? seal(after.phone) : null,
      birthPlace: after.birthPlace,
      birthDate: new Date(after.birthDate),
      sex: after.sex,
      address: after.address,
      rt: after.rt,
      rw: after.rw,
      decile: after.decile,
      dtsenVersion: after.dtsenVersion,
      ...(matchedOn ? { matchedOn: new Date(matchedOn) } : {}),
      monthlyIncomeRupiah: income,
      householdSize: after.householdSize,
      incomePerHeadRupiah: incomePerHead(income, after.householdSize),
      wishedSector: after.wishedSector,
      note: after.note,
      version: { increment: 1 },
    },
  })
  if (count !== 1) refuse('changed_meanwhile')
}

async function replaceHashes(
  tx: Transaction,
  beneficiaryId: string,
  programmeId: string,
  after: Candidate,
): Promise<void> {
  await tx.identityHash.deleteMany({ where: { beneficiaryId, kind: { in: ['nik', 'kk', 'phone'] } } })
  const data = identitiesOf(after).flatMap(({ kind, value }) =>
    lookupHashes(kind, value).map((hash) => ({ ...hash, kind, beneficiaryId, programmeId })),
  )
  await tx.identityHash.createMany({ data })
}
