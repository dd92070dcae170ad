import { listSectors } from '~/domain/enterprise/queries.server'
import { sectorLabel } from '~/domain/enterprise/sectors'
import type { Actor } from '~/domain/shared/actor'
import { ageOn } from '~/domain/shared/day'
import { may } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { today } from '~/platform/clock.server'
import { open } from '~/platform/crypto.server'
import { db, sql } from '~/platform/db.server'
import { type Cell, csvBytes, type Sheet, xlsxBytes } from '~/platform/export.server'
import { removeFile, storeFile } from '~/platform/files.server'
import { textsFor } from '~/platform/i18n.server'
import { endProgress, noteProgress } from '~/platform/job-progress.server'
import type { ExportFormat, ExportPeople } from './export-people.server'
import type { BeneficiaryStatus } from './lifecycle'
import { search } from './list-people.server'
import { filterSql, namesSql } from './people-scope.server'
import { maskDigits } from './personal-number'
import { maskPhone } from './phone'
import { peopleReach } from './reach.server'
import { registrationNumber } from './registration-number'

const CHUNK = 1_000

type Read = {
  number: number
  programmeCode: string
  regencyCode: string
  name: string
  nikEnc: Uint8Array
  kkEnc: Uint8Array
  phoneEnc: Uint8Array | null
  village: string
  district: string
  regency: string
  status: BeneficiaryStatus
  statusSince: Date
  sectorCode: string | null
  cohort: string | null
  decile: number | null
  onHold: boolean
  birthDate: Date
  monthlyIncomeRupiah: bigint | null
}

/** The bytes of an export in the actor's language: numbers masked, columns as the actor's roles see them. */
export async function exportBytes(
  actor: Actor,
  input: ExportPeople,
  onRows: (done: number) => Promise<void> = async () => {},
): Promise<AsyncGenerator<Uint8Array>> {
  const t = textsFor(actor.locale)
  const withBirth = may(actor, 'person.birthDate')
  const withIncome = may(actor, 'person.income')
  const sectors = await listSectors()
  const name = (
    field:
      | 'registration'
      | 'name'
      | 'village'
      | 'district'
      | 'regency'
      | 'status'
      | 'statusSince'
      | 'sector'
      | 'cohort'
      | 'decile'
      | 'age'
      | 'income'
      | 'birthDate',
  ) => t(`beneficiaries.field.${field}`)
  const header = [
    name('registration'),
    name('name'),
    t('beneficiaries.number.nik'),
    t('beneficiaries.number.kk'),
    t('beneficiaries.number.phone'),
    name('village'),
    name('district'),
    name('regency'),
    name('status'),
    name('statusSince'),
    t('status.onHold'),
    name('sector'),
    name('cohort'),
    name('decile'),
    name('age'),
    ...(withBirth ? [name('birthDate')] : []),
    ...(withIncome ? [name('income')] : []),
  ]
  const day = today()
  const row = (person: Read): Cell[] => {
    const born = person.birthDate.toISOString().slice(0, 10)
    return [
      registrationNumber(person),
      person.name,
      maskDigits(open(person.nikEnc)),
      maskDigits(open(person.kkEnc)),
      person.phoneEnc ? maskPhone(open(person.phoneEnc)) : null,
      person.village,
      person.district,
      person.regency,
      t(`status.beneficiary.${person.status}`),
      person.statusSince.toISOString().slice(0, 10),
      t(person.onHold ? 'beneficiaries.filter.hold.yes' : 'beneficiaries.filter.hold.no'),
      sectorLabel(sectors, person.sectorCode, actor.locale),
      person.cohort,
      person.decile,
      ageOn(born, day),
      ...(withBirth ? [born] : []),
      ...(withIncome
        ? [person.monthlyIncomeRupiah === null ? null : Number(person.monthlyIncomeRupiah)]
        : []),
    ]
  }
  const sheet: Sheet = {
    name: t('beneficiaries.list.title'),
    header,
    rows: rowsOf(actor, input, row, onRows),
  }
  return input.format === 'csv' ? csvBytes(sheet) : xlsxBytes(sheet)
}

async function* rowsOf(
  actor: Actor,
  { programmeId, filter }: ExportPeople,
  row: (person: Read) => Cell[],
  onRows: (done: number) => Promise<void>,
): AsyncGenerator<Cell[]> {
  const reach = await peopleReach(db, actor, 'person.export')
  const { terms } = await search(programmeId, reach, filter, null, 1)
  if (!terms) return
  const where = sql`${filterSql({ programmeId, reach, filter, terms })} ${namesSql(terms, sql`b.search_name`)}`
  let last = 0
  let done = 0
  for (;;) {
    const people = await db.$queryRaw<Read[]>`
      SELECT b.number, p.code AS "programmeCode", b.regency_code AS "regencyCode", b.name, b.nik_enc AS "nikEnc", b.kk_enc AS "kkEnc", b.phone_enc AS "phoneEnc",
        v.name AS village, d.name AS district, r.name AS regency, b.status, b.status_since AS "statusSince", b.sector_code AS "sectorCode", c.name AS cohort,
        b.decile, b.on_hold AS "onHold", b.birth_date AS "birthDate", b.monthly_income_rupiah AS "monthlyIncomeRupiah"
      FROM (SELECT * FROM beneficiary b WHERE ${where} AND b.number > ${last} ORDER BY b.number LIMIT ${CHUNK}) b
      JOIN programme p ON p.id = b.programme_id JOIN region v ON v.code = b.village_code JOIN region d ON d.code = b.district_code
      JOIN region r ON r.code = b.regency_code LEFT JOIN cohort c ON c.id = b.cohort_id
      ORDER BY b.number`
    for (const person of people) yield row(person)
    done += people.length
    last = people.at(-1)?.number ?? last
    if (people.length < CHUNK) return
    await onRows(done)
  }
}

/** Makes the file of an export and keeps it for whoever asked, for a day. */
export async function makeExportFile(
  actor: Actor,
  jobRunId: string,
  input: ExportPeople,
  at: Date,
): Promise<void> {
  await removeOldExports(at)
  try {
    const { key } = await storeFile(await exportBytes(actor, input, (done) => noteProgress(jobRunId, done)))
    await db.jobRun.update({ where: { id: jobRunId }, data: { subjectId: key } })
    await endProgress(jobRunId)
  } catch (error) {
    await endProgress(jobRunId, 'failed')
    throw error
  }
}

const DAY_MS = 86_400_000

/** How far an export is; only whoever started it sees it. Refuses `not_found`. */
export async function getExport(actor: Actor, jobRunId: string) {
  const run = await db.jobRun.findFirst({
    where: { id: jobRunId, startedBy: actor.userId, kind: { startsWith: 'people.export.' } },
  })
  if (!run) refuse('not_found')
  const format: ExportFormat = run.kind.endsWith('xlsx') ? 'xlsx' : 'csv'
  return {
    id: run.id,
    state: run.state,
    done: run.done,
    total: run.total,
    format,
    file: run.state === 'done' ? run.subjectId : null,
  }
}

/** Takes away files of exports older than a day: a list of people does not lie about. */
async function removeOldExports(at: Date): Promise<void> {
  const old = await db.jobRun.findMany({
    where: {
      kind: { startsWith: 'people.export.' },
      subjectId: { not: null },
      createdAt: { lt: new Date(at.getTime() - DAY_MS) },
    },
    select: { id: true, subjectId: true },
  })
  for (const run of old) {
    if (run.subjectId) await removeFile(run.subjectId)
    await db.jobRun.update({ where: { id: run.id }, data: { subjectId: null, state: 'expired' } })
  }
}
