import type { Actor } from '~/domain/shared/actor'
import { authorize, may, reachOf } from '~/domain/shared/permissions'
import { Refusal } from '~/domain/shared/refusal'
import { db } from '~/platform/db.server'
import { readFile } from '~/platform/files.server'
import { previewTable } from '~/platform/spreadsheet/read-table.server'
import type { Verdict } from './candidate'
import { samplesOf } from './file-plan.server'
import { filesInReach, findingsOf, type IntakeState, openRow, planOf } from './intake-file.server'

const PAGE = 50

/** Files of candidates in reach, newest first; those that were cancelled are left out. */
export async function listIntakeFiles(actor: Actor, before: Date | null) {
  authorize(actor, 'intake.read')
  const files = await db.intakeFile.findMany({
    where: {
      AND: [
        filesInReach(actor, 'intake.read'),
        { state: { not: 'cancelled' } },
        before ? { uploadedAt: { lt: before } } : {},
      ],
    },
    orderBy: { uploadedAt: 'desc' },
    take: PAGE + 1,
    select: {
      id: true,
      fileName: true,
      state: true,
      totalRows: true,
      writtenRows: true,
      rejectedRows: true,
      regencyCode: true,
      uploadedBy: true,
      uploadedAt: true,
    },
  })
  const names = await namesOf(files.map((file) => file.uploadedBy))
  const regencies = await regencyNames()
  const shown = files.slice(0, PAGE).map((file) => ({
    ...file,
    state: file.state as IntakeState,
    by: names.get(file.uploadedBy) ?? '',
    regency: file.regencyCode ? (regencies.get(file.regencyCode) ?? file.regencyCode) : null,
  }))
  return { files: shown, next: files.length > PAGE ? (shown.at(-1)?.uploadedAt ?? null) : null }
}

async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const users = await db.userAccount.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  return new Map(users.map((user) => [user.id, user.name]))
}

async function regencyNames(): Promise<Map<string, string>> {
  const rows = await db.region.findMany({ where: { level: 'regency' }, select: { code: true, name: true } })
  return new Map(rows.map((row) => [row.code, row.name]))
}

/** A file with its counts, progress and what is known of it. Refuses `not_found` out of reach. */
export async function getIntakeFile(actor: Actor, id: string) {
  authorize(actor, 'intake.read')
  const file = await db.intakeFile.findFirst({
    where: { AND: [{ id: uuidOrNothing(id) }, filesInReach(actor, 'intake.read')] },
  })
  if (!file) throw new Refusal('not_found')
  const run = file.jobRunId
    ? await db.jobRun.findUnique({
        where: { id: file.jobRunId },
        select: { done: true, total: true, createdAt: true, state: true },
      })
    : null
  const programme = await db.programme.findUniqueOrThrow({
    where: { id: file.programmeId },
    select: { id: true, code: true, name: true, status: true },
  })
  const same = await db.intakeFile.findFirst({
    where: { programmeId: file.programmeId, sha256: file.sha256, state: 'written', id: { not: file.id } },
    select: { id: true, confirmedAt: true, writtenRows: true },
    orderBy: { confirmedAt: 'desc' },
  })
  const regencies = await regencyNames()
  const { storageKey, mapping, problems, ...shown } = file
  return {
    ...shown,
    state: file.state as IntakeState,
    plan: planOf(mapping),
    findings: findingsOf(problems),
    run,
    programme,
    sameFile: same,
    storageKey,
    regency: file.regencyCode ? (regencies.get(file.regencyCode) ?? file.regencyCode) : null,
    by: (await namesOf([file.uploadedBy])).get(file.uploadedBy) ?? '',
    mayWork: may(actor, 'intake.write', file.regencyCode ?? undefined),
  }
}

/** The columns of a file with a few cells of each, for whoever says what they mean. */
export async function getColumnsToMap(actor: Actor, id: string) {
  authorize(actor, 'intake.write')
  const { fileName, plan, storageKey, ...file } = await getIntakeFile(actor, id)
  const samples = samplesOf(await previewTable(await readFile(storageKey)), plan)
  return { id: file.id, fileName, plan, samples }
}

/** A page of a file's rows, in the file's order, all or of one verdict. */
export async function listIntakeRows(
  fileId: string,
  { verdict, after }: { verdict: Verdict | null; after: number },
) {
  const rows = await db.intakeRow.findMany({
    where: { fileId, rowNumber: { gt: after }, ...(verdict ? { verdict } : {}) },
    orderBy: { rowNumber: 'asc' },
    take: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE).map(openRow)
  return { rows: shown, next: rows.length > PAGE ? (shown.at(-1)?.row ?? null) : null }
}

/** What the upload form offers: open programme years, and the regencies of the actor. */
export async function intakeChoices(actor: Actor) {
  authorize(actor, 'intake.write')
  const { regencyCodes } = reachOf(actor, 'intake.write')
  const programmes = await db.programme.findMany({
    where: { status: 'open' },
    select: { id: true, code: true, name: true },
    orderBy: { fiscalYear: 'desc' },
  })
  const regencies = await db.region.findMany({
    where: { level: 'regency', ...(regencyCodes === 'all' ? {} : { code: { in: [...regencyCodes] } }) },
    select: { code: true, name: true },
    orderBy: { code: 'asc' },
  })
  return { programmes, regencies, isProvincial: regencyCodes === 'all' }
}

/** What the form of one person offers: villages in reach with their districts, banks and sectors. */
export async function candidateChoices(actor: Actor) {
  const { regencyCodes: codes } = reachOf(actor, 'person.register')
  const places = await db.region.findMany({
    where: {
      level: { in: ['regency', 'district', 'village'] },
      ...(codes === 'all' ? {} : { OR: codes.map((code) => ({ code: { startsWith: code } })) }),
    },
    select: { code: true, level: true, name: true },
    orderBy: { code: 'asc' },
  })
  const names = new Map(places.map((place) => [place.code, place.name]))
  const villages = places
    .filter((place) => place.level === 'village')
    .map(({ code, name }) => ({
      code,
      name,
      district: names.get(code.slice(0, 8)) ?? '',
      regency: names.get(code.slice(0, 5)) ?? '',
    }))
  const banks = await db.bank.findMany({ select: { code: true, shortName: true }, orderBy: { code: 'asc' } })
  const sectors = await db.sector.findMany({
    where: { active: true },
    select: { code: true, nameId: true, nameEn: true },
    orderBy: { sortOrder: 'asc' },
  })
  return { villages, banks, sectors }
}

/** A person as the correction form shows them; personal numbers are only hinted at by their last digits elsewhere. */
export async function getPersonToCorrect(actor: Actor, id: string) {
  authorize(actor, 'person.correct')
  const { regencyCodes } = reachOf(actor, 'person.correct')
  const person = await db.beneficiary.findFirst({
    where: {
      id: uuidOrNothing(id),
      ...(regencyCodes === 'all' ? {} : { regencyCode: { in: [...regencyCodes] } }),
    },
    select: {
      id: true,
      version: true,
      name: true,
      birthPlace: true,
      birthDate: true,
      sex: true,
      address: true,
      rt: true,
      rw: true,
      villageCode: true,
      regencyCode: true,
      decile: true,
      dtsenVersion: true,
      monthlyIncomeRupiah: true,
      householdSize: true,
      wishedSector: true,
      note: true,
    },
  })
  if (!person) throw new Refusal('not_found')
  return person
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

function uuidOrNothing(text: string): string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : NOBODY
}
