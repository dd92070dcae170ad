import { PLACED_STATUSES } from '~/domain/beneficiary/lifecycle'
import type { Actor } from '~/domain/shared/actor'
import { authorize } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { open } from '~/platform/crypto.server'
import { db } from '~/platform/db.server'
import { latestPovertyByArea } from './poverty-queries.server'
import type { AidForm, Policy, ProgrammeStatus } from './programme'
import { placesOf, poorToAPlace } from './programme'

export type ProgrammeYear = {
  id: string
  code: string
  name: string
  fiscalYear: number
  status: ProgrammeStatus
  objectionDays: number
}

const YEAR = {
  id: true,
  code: true,
  name: true,
  fiscalYear: true,
  status: true,
  objectionDays: true,
} as const

/** The year that work is about: the newest open one, else the newest that was ever opened. Null before the first. */
export async function currentProgramme(): Promise<ProgrammeYear | null> {
  const years = await db.programme.findMany({
    where: { status: { in: ['open', 'closed'] } },
    select: YEAR,
    orderBy: [{ status: 'desc' }, { fiscalYear: 'desc' }, { createdAt: 'desc' }],
    take: 1,
  })
  return (years[0] as ProgrammeYear | undefined) ?? null
}

/** The year that a list shows: the one named by `?program=`, else the current one. Refuses `not_found`. */
export async function chosenProgramme(request: Request): Promise<ProgrammeYear | null> {
  const code = new URL(request.url).searchParams.get('program')
  if (!code) return currentProgramme()
  const found = await db.programme.findFirst({ where: { code, status: { not: 'draft' } }, select: YEAR })
  if (!found) throw new Refusal('not_found')
  return found as ProgrammeYear
}

/** Years that lists may show, newest first, for the choice of a year. */
export async function listOpenedYears(): Promise<{ code: string; name: string; fiscalYear: number }[]> {
  return db.programme.findMany({
    where: { status: { not: 'draft' } },
    select: { code: true, name: true, fiscalYear: true },
    orderBy: [{ fiscalYear: 'desc' }, { code: 'asc' }],
  })
}

export async function listProgrammes(actor: Actor) {
  authorize(actor, 'programme.read')
  const programmes = await db.programme.findMany({
    select: { ...YEAR, budgetRupiah: true, quotas: { select: { persons: true } } },
    orderBy: [{ fiscalYear: 'desc' }, { code: 'asc' }],
  })
  const people = await db.statusBalance.groupBy({ by: ['programmeId'], _sum: { persons: true } })
  const counted = new Map(people.map((row) => [row.programmeId, row._sum.persons ?? 0]))
  return programmes.map(({ quotas, status, ...programme }) => ({
    ...programme,
    status: status as ProgrammeStatus,
    places: placesOf(quotas),
    people: counted.get(programme.id) ?? 0,
  }))
}

/** One year with everything its page shows. Refuses `not_found`. */
export async function getProgramme(actor: Actor, id: string) {
  authorize(actor, 'programme.read')
  const programme = await db.programme.findUnique({
    where: { id },
    omit: { debtorAccountEnc: true },
    include: { sectors: { orderBy: { sectorCode: 'asc' } }, tranches: { orderBy: { number: 'asc' } } },
  })
  if (!programme) throw new Refusal('not_found')
  const [quotas, sectors, account] = await Promise.all([
    listQuotas(id),
    db.sector.findMany({ orderBy: { sortOrder: 'asc' } }),
    debtorAccountEnding(id),
  ])
  return {
    ...programme,
    status: programme.status as ProgrammeStatus,
    earlierRecipients: programme.earlierRecipients as Policy,
    sameFamilyCard: programme.sameFamilyCard as Policy,
    debtorAccountEnding: account,
    quotas,
    sectors: programme.sectors.map((sector) => ({ ...sector, form: sector.form as AidForm })),
    sectorNames: sectors.map(({ code, nameId, nameEn, active }) => ({
      code,
      name: { id: nameId, en: nameEn },
      active,
    })),
  }
}

async function debtorAccountEnding(id: string): Promise<string | null> {
  const row = await db.programme.findUnique({ where: { id }, select: { debtorAccountEnc: true } })
  return row?.debtorAccountEnc ? open(row.debtorAccountEnc).slice(-4) : null
}

/** Quotas by regency beside what is placed and how many poor people share one place. */
export async function listQuotas(programmeId: string) {
  const [quotas, regencies, placed, poverty] = await Promise.all([
    db.programmeQuota.findMany({ where: { programmeId }, orderBy: { regencyCode: 'asc' } }),
    db.region.findMany({ where: { level: 'regency' }, select: { code: true, name: true, kind: true } }),
    db.statusBalance.groupBy({
      by: ['regencyCode'],
      where: { programmeId, status: { in: [...PLACED_STATUSES] } },
      _sum: { persons: true },
    }),
    latestPovertyByArea(),
  ])
  const names = new Map(regencies.map((regency) => [regency.code, regency]))
  const taken = new Map(placed.map((row) => [row.regencyCode, row._sum.persons ?? 0]))
  return quotas.map(({ regencyCode, persons }) => {
    const figure = poverty.get(regencyCode)
    const poorThousand = figure?.poorThousand ?? null
    return {
      regencyCode,
      persons,
      name: names.get(regencyCode)?.name ?? regencyCode,
      kind: names.get(regencyCode)?.kind ?? '',
      placed: taken.get(regencyCode) ?? 0,
      poorPercent: figure?.poorPercent ?? null,
      poorThousand,
      figureYear: figure?.year ?? null,
      source: figure?.source ?? null,
      poorToAPlace: poorToAPlace(poorThousand, persons),
    }
  })
}

export type KeptVersion = {
  version: number
  reason: string
  changedBy: string
  changedAt: Date
  settings: unknown
}

/** Earlier states of an opened year, newest first, with who changed them. */
export async function listVersions(actor: Actor, programmeId: string): Promise<KeptVersion[]> {
  authorize(actor, 'programme.read')
  const versions = await db.programmeVersion.findMany({
    where: { programmeId },
    orderBy: { version: 'desc' },
  })
  const ids = [...new Set(versions.map((version) => version.changedBy))]
  const people = await db.userAccount.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map((person) => [person.id, person.name]))
  return versions.map(({ version, reason, changedBy, changedAt, settings }) => ({
    version,
    reason,
    changedBy: names.get(changedBy) ?? changedBy,
    changedAt,
    settings,
  }))
}

export async function listBanks(): Promise<{ code: string; shortName: string }[]> {
  return db.bank.findMany({ select: { code: true, shortName: true }, orderBy: { code: 'asc' } })
}

/** How many people of earlier lists are known, by year and source, under the newest key. */
export async function listPastRecipientLists(actor: Actor) {
  authorize(actor, 'programme.read')
  return db.$queryRaw<{ year: number; source: string; persons: number }[]>`
    SELECT year, source, count(DISTINCT nik_hash)::int AS persons FROM past_recipient
    WHERE key_id = (SELECT key_id FROM past_recipient ORDER BY id DESC LIMIT 1)
    GROUP BY year, source ORDER BY year DESC, source`
}

/** A year as its forms show it. Refuses `not_allowed` to whoever may not change it, `programme.closed`, `not_found`. */
export async function getProgrammeToChange(actor: Actor, id: string) {
  authorize(actor, 'programme.write')
  const programme = await getProgramme(actor, id)
  if (programme.status === 'closed') throw new Refusal('programme.closed')
  return programme
}
