import { describe, expect, it, vi } from 'vitest'
import { db } from '~/platform/db.server'
import { useDatabase } from '../../../e2e/support/database'
import { candidateRow, csvOf, type SheetRow, uploadOf } from '../../../e2e/support/intake'
import { anActor } from '../../../e2e/support/people'
import { anOpenProgramme } from '../../../e2e/support/programmes'
import { atOnce, refusalOf } from '../../../e2e/support/refusals'
import { confirmIntakeFile } from './confirm-file.server'
import { openRow } from './intake-file.server'
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
})
