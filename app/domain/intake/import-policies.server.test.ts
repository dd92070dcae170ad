import { describe, expect, it, vi } from 'vitest'
import { db } from '~/platform/db.server'
import { numericNikWorkbook } from '../../../e2e/fixtures/hostile'
import { useDatabase } from '../../../e2e/support/database'
import { candidateRow, csvOf, type SheetRow, uploadOf } from '../../../e2e/support/intake'
import { anActor } from '../../../e2e/support/people'
import { anOpenProgramme } from '../../../e2e/support/programmes'
import { refusalOf } from '../../../e2e/support/refusals'
import { cancelIntakeFile } from './cancel-file.server'
import { checkIntakeFile } from './check-file.server'
import { confirmIntakeFile } from './confirm-file.server'
import { openRow } from './intake-file.server'
import { mapIntakeColumns } from './map-columns.server'
import { uploadIntakeFile } from './upload-file.server'

useDatabase()
vi.setConfig({ testTimeout: 60_000 })

const AT = new Date('2026-02-10T02:00:00Z')

async function setUp(
  policy: { sameFamilyCard?: 'block' | 'warn'; earlierRecipients?: 'block' | 'warn' } = {},
) {
  const programme = await anOpenProgramme({ quotas: { '64.72': 150, '64.71': 150 }, ...policy })
  return { programme, coordinator: await anActor('coordinator', '64.72') }
}

const people = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => candidateRow(from + index))

async function upload(
  rows: readonly SheetRow[],
  { programme, coordinator }: Awaited<ReturnType<typeof setUp>>,
) {
  return uploadIntakeFile(coordinator, { programmeId: programme.id }, await uploadOf(csvOf(rows)), AT)
}

async function verdicts(fileId: string): Promise<string[]> {
  const rows = await db.intakeRow.findMany({ where: { fileId }, orderBy: { rowNumber: 'asc' } })
  return rows
    .map(openRow)
    .map((row) => [row.verdict, ...row.problems.map((problem) => problem.code)].join(' '))
}

describe('what an import keeps to', () => {
  it('names the other regency of a NIK and nothing more, and a number only to who may see it', async () => {
    const set = await setUp()
    const balikpapan = await anActor('coordinator', '64.71')
    const there = candidateRow(1, { kode_wilayah: '64.71.01.1001', no_kk: '6471010101010001' })
    const file = await uploadIntakeFile(
      balikpapan,
      { programmeId: set.programme.id },
      await uploadOf(csvOf([there])),
      AT,
    )
    await confirmIntakeFile(balikpapan, { fileId: file.id }, AT)
    const { id } = await upload([candidateRow(1)], set)
    const row = await db.intakeRow.findFirstOrThrow({ where: { fileId: id } })
    expect(openRow(row).problems).toEqual([
      expect.objectContaining({
        column: 'nik',
        code: 'nik_registered',
        severity: 'error',
        params: { regency: 'Balikpapan', number: '' },
      }),
    ])
  })

  it('follows the programme on family cards and earlier aid', async () => {
    const set = await setUp({ sameFamilyCard: 'block', earlierRecipients: 'block' })
    const family = candidateRow(1).no_kk ?? ''
    const { lookupHashes } = await import('~/platform/crypto.server')
    const past = lookupHashes('nik', candidateRow(3).nik ?? '').map(({ keyId, hash }) => ({
      year: 2024,
      keyId,
      nikHash: hash,
      source: 'daftar 2024',
    }))
    await db.pastRecipient.createMany({ data: past })
    const { id } = await upload([candidateRow(1), candidateRow(2, { no_kk: family }), candidateRow(3)], set)
    expect(await verdicts(id)).toEqual(['accepted', 'rejected kk_twice_in_file', 'rejected nik_earlier_aid'])
  })

  it('asks once for the version of deciles that come without', async () => {
    const set = await setUp()
    const { id } = await upload([candidateRow(1, { desil: '3' })], set)
    expect(await refusalOf(confirmIntakeFile(set.coordinator, { fileId: id }, AT))).toBe(
      'intake.dtsen_version_needed',
    )
    await confirmIntakeFile(set.coordinator, { fileId: id, dtsenVersion: '2026T2' }, AT)
    expect(await db.beneficiary.findFirst()).toMatchObject({ decile: 3, dtsenVersion: '2026T2' })
  })

  it('asks what unknown columns mean, and remembers the answer', async () => {
    const set = await setUp()
    const bytes = Buffer.from(
      csvOf([candidateRow(1)])
        .toString()
        .replace('no_kk', 'Kartu'),
    )
    const send = async () =>
      uploadIntakeFile(set.coordinator, { programmeId: set.programme.id }, await uploadOf(bytes), AT)
    const { id, needsMapping } = await send()
    expect(needsMapping).toBe(true)
    const columns = [
      'nik',
      'no_kk',
      'nama',
      'tanggal_lahir',
      'jenis_kelamin',
      'alamat',
      'kode_wilayah',
    ] as const
    const answers = columns.map((column, position) => ({ position, column }))
    expect(
      await refusalOf(mapIntakeColumns(set.coordinator, { fileId: id, columns: answers.slice(1) }, AT)),
    ).toBe('intake.columns_missing')
    expect(
      await refusalOf(
        mapIntakeColumns(
          set.coordinator,
          { fileId: id, columns: [...answers.slice(1), { position: 0, column: 'no_kk' }] },
          AT,
        ),
      ),
    ).toBe('intake.column_twice')
    await mapIntakeColumns(set.coordinator, { fileId: id, columns: answers }, AT)
    expect(await verdicts(id)).toEqual(['accepted'])
    expect((await send()).needsMapping).toBe(false)
  })

  it('refuses a file whose numbers lost their last digit', async () => {
    const set = await setUp()
    const { id } = await uploadIntakeFile(
      set.coordinator,
      { programmeId: set.programme.id },
      await uploadOf(numericNikWorkbook(), 'usulan.xlsx'),
      AT,
    )
    expect(await db.intakeFile.findUnique({ where: { id } })).toMatchObject({
      state: 'refused',
      problems: { refusal: { code: 'file_numeric_column', params: { column: 'nik' } } },
    })
    expect(await db.intakeRow.count()).toBe(0)
  })

  it('checks a large file as a job, once', async () => {
    const set = await setUp()
    const large = { ...(await uploadOf(csvOf(people(20)))), size: 5_000_000 }
    const { id } = await uploadIntakeFile(set.coordinator, { programmeId: set.programme.id }, large, AT)
    expect(await db.intakeFile.findUnique({ where: { id } })).toMatchObject({ state: 'checking' })
    await checkIntakeFile(set.coordinator, { fileId: id }, AT)
    await checkIntakeFile(set.coordinator, { fileId: id }, AT)
    expect(await db.intakeFile.findUnique({ where: { id } })).toMatchObject({
      state: 'checked',
      totalRows: 20,
      acceptedRows: 20,
    })
    expect(await db.jobRun.findFirst()).toMatchObject({ state: 'done', done: 20 })
  })

  it('keeps to the actor, the regency and an open programme', async () => {
    const set = await setUp()
    const verifier = await anActor('verifier', '64.72')
    const elsewhere = await anActor('coordinator', '64.71')
    const file = await uploadOf(csvOf([candidateRow(1)]))
    expect(await refusalOf(uploadIntakeFile(verifier, { programmeId: set.programme.id }, file, AT))).toBe(
      'not_allowed',
    )
    expect(
      await refusalOf(
        uploadIntakeFile(set.coordinator, { programmeId: set.programme.id, regencyCode: '64.71' }, file, AT),
      ),
    ).toBe('not_allowed')
    const { id } = await upload([candidateRow(1)], set)
    expect(await refusalOf(confirmIntakeFile(elsewhere, { fileId: id }, AT))).toBe('not_found')
    await cancelIntakeFile(set.coordinator, { fileId: id }, AT)
    expect(await refusalOf(confirmIntakeFile(set.coordinator, { fileId: id }, AT))).toBe('intake.not_checked')
    expect(await db.intakeRow.count()).toBe(0)
    await db.programme.update({ where: { id: set.programme.id }, data: { status: 'closed' } })
    expect(await refusalOf(upload([candidateRow(2)], set))).toBe('intake.programme_not_open')
  })
})
