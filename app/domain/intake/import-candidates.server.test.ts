import { describe, expect, it, vi } from 'vitest'
import { db } from '~/platform/db.server'
import { numericNikWorkbook } from '../../../e2e/fixtures/hostile'
import { useDatabase } from '../../../e2e/support/database'
import { candidateRow, csvOf, type SheetRow, uploadOf } from '../../../e2e/support/intake'
import { anActor } from '../../../e2e/support/people'
import { anOpenProgramme } from '../../../e2e/support/programmes'
import { atOnce, refusalOf } from '../../../e2e/support/refusals'
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

describe('importing candidates', () => {
  it('judges each row, writes nobody before it is confirmed, then everyone who was accepted', async () => {
    const set = await setUp()
    const account = { bank: 'Kaltimtara', no_rekening: '0123456789', nama_rekening: 'SITI REKAAN' }
    const { id } = await upload(
      [
        candidateRow(1, account),
        candidateRow(2, { nik: '123' }),
        candidateRow(3, {
          ...account,
          desil: '2',
          versi_dtsen: '2026T1',
          pendapatan_bulanan: '1.500.000',
          jumlah_anggota: '4',
          telepon: '0812-3456-7890',
        }),
      ],
      set,
    )
    expect(await verdicts(id)).toEqual([
      'warning account_twice_in_file',
      'rejected nik_length',
      'warning account_twice_in_file',
    ])
    expect(await db.intakeFile.findUnique({ where: { id } })).toMatchObject({
      state: 'checked',
      totalRows: 3,
      acceptedRows: 0,
      warningRows: 2,
      rejectedRows: 1,
    })
    expect(await db.beneficiary.count()).toBe(0)

    expect(await confirmIntakeFile(set.coordinator, { fileId: id }, AT)).toEqual({
      id,
      written: 2,
      overtaken: 0,
      later: false,
    })
    const [first, second] = await db.beneficiary.findMany({ orderBy: { number: 'asc' } })
    expect(first).toMatchObject({
      number: 1,
      status: 'proposed',
      regencyCode: '64.72',
      registeredBy: set.coordinator.userId,
      searchName: 'siti rekaan ba',
    })
    expect(second).toMatchObject({
      number: 2,
      decile: 2,
      dtsenVersion: '2026T1',
      monthlyIncomeRupiah: 1_500_000n,
      incomePerHeadRupiah: 375_000n,
    })
    expect(
      await db.bankAccount.count({ where: { bankCode: '124', enteredBy: set.coordinator.userId } }),
    ).toBe(2)
    expect(await db.auditEvent.count({ where: { kind: 'person.registered', regencyCode: '64.72' } })).toBe(2)
    expect(
      await db.involvement.groupBy({ by: ['deed'], _count: true, orderBy: { deed: 'asc' } }),
    ).toMatchObject([
      { deed: 'account_entered', _count: 2 },
      { deed: 'registered', _count: 2 },
    ])
    expect(await db.statusBalance.findFirst({ where: { programmeId: set.programme.id } })).toMatchObject({
      status: 'proposed',
      persons: 2,
    })
  })

  it('adds nobody twice from the same file and says so', async () => {
    const set = await setUp()
    const rows = people(3)
    const { id } = await upload(rows, set)
    await confirmIntakeFile(set.coordinator, { fileId: id }, AT)
    expect(await refusalOf(confirmIntakeFile(set.coordinator, { fileId: id }, AT))).toBe(
      'intake.already_written',
    )
    const again = await upload(rows, set)
    expect(await verdicts(again.id)).toEqual(rows.map(() => 'rejected nik_registered kk_registered'))
    expect(await refusalOf(confirmIntakeFile(set.coordinator, { fileId: again.id }, AT))).toBe(
      'intake.nothing_accepted',
    )
    expect(await db.beneficiary.count()).toBe(3)
  })

  it('counts a form once', async () => {
    const set = await setUp()
    const { id } = await upload(people(2), set)
    const first = await confirmIntakeFile(set.coordinator, { fileId: id }, AT, 'the-same-form')
    expect(await confirmIntakeFile(set.coordinator, { fileId: id }, AT, 'the-same-form')).toEqual(first)
  })

  it('writes two copies of a file, confirmed at once, as one', async () => {
    const set = await setUp()
    const other = await anActor('coordinator', '64.72')
    const bytes = csvOf(people(40))
    const files = [
      await uploadIntakeFile(set.coordinator, { programmeId: set.programme.id }, await uploadOf(bytes), AT),
      await uploadIntakeFile(other, { programmeId: set.programme.id }, await uploadOf(bytes), AT),
    ] as const
    const ends = await Promise.all([
      confirmIntakeFile(set.coordinator, { fileId: files[0].id }, AT),
      confirmIntakeFile(other, { fileId: files[1].id }, AT),
    ])
    expect(ends.map((end) => end.written).sort()).toEqual([0, 40])
    expect(ends.map((end) => end.overtaken).sort()).toEqual([0, 40])
    expect(await db.beneficiary.count()).toBe(40)
    expect(await db.identityHash.count({ where: { kind: 'nik' } })).toBe(40)
  })

  it('writes one file, confirmed by two people at once, once', async () => {
    const set = await setUp()
    const other = await anActor('coordinator', '64.72')
    const { id } = await upload(people(30), set)
    const { done, refused } = await atOnce([
      confirmIntakeFile(set.coordinator, { fileId: id }, AT),
      confirmIntakeFile(other, { fileId: id }, AT),
    ])
    expect([done, refused]).toEqual([1, ['intake.already_written']])
    expect(await db.beneficiary.count()).toBe(30)
  })

  it('writes all or nobody', async () => {
    const set = await setUp()
    const { id } = await upload(people(1_200), set)
    await db.$executeRaw`CREATE FUNCTION stop_half_way() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF EXISTS (SELECT 1 FROM new_rows WHERE number > 1000) THEN RAISE EXCEPTION 'the server stops'; END IF; RETURN NULL; END $$`
    await db.$executeRaw`CREATE TRIGGER zz_stop AFTER INSERT ON beneficiary REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION stop_half_way()`
    try {
      await expect(confirmIntakeFile(set.coordinator, { fileId: id }, AT)).rejects.toThrow()
      expect([
        await db.beneficiary.count(),
        await db.identityHash.count(),
        await db.auditEvent.count({ where: { kind: 'person.registered' } }),
      ]).toEqual([0, 0, 0])
      expect(await db.intakeFile.findUnique({ where: { id } })).toMatchObject({
        state: 'checked',
        writtenRows: 0,
      })
    } finally {
      await db.$executeRaw`DROP TRIGGER zz_stop ON beneficiary`
      await db.$executeRaw`DROP FUNCTION stop_half_way()`
    }
    expect(await confirmIntakeFile(set.coordinator, { fileId: id }, AT)).toMatchObject({ written: 1_200 })
  })

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
