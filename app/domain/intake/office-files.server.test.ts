import { readFile } from 'node:fs/promises'
import { describe, expect, it, vi } from 'vitest'
import { useDatabase } from '../../../e2e/support/database'
import { anActor } from '../../../e2e/support/people'
import { anOpenProgramme } from '../../../e2e/support/programmes'
import { dryRun } from './dry-run.server'

useDatabase()
vi.setConfig({ testTimeout: 60_000 })

const AT = new Date('2026-02-10T02:00:00Z')

async function judged(file: string, regencyCode: string) {
  const programme = await anOpenProgramme()
  const actor = await anActor('coordinator', regencyCode)
  return dryRun(actor, { programmeId: programme.id, regencyCode }, await readFile(`e2e/fixtures/${file}`), AT)
}

describe('files as offices send them', () => {
  it.each([
    [
      'samarinda-titik-koma.csv',
      '64.72',
      12,
      {
        kk: '6472010202159801',
        phone: '+6281255001000',
        wishedSector: 'food',
        monthlyIncomeRupiah: '1100000',
      },
    ],
    [
      'berau-windows-1252.csv',
      '64.03',
      8,
      { name: 'Renée Lejau', villageCode: '64.03.01.2001', note: 'usulan “kampung”' },
    ],
    [
      'kutai-barat.xlsx',
      '64.07',
      10,
      { villageCode: '64.07.06.1011', birthDate: '1981-06-14', householdSize: 2 },
    ],
  ])('%s is taken in whole', async (file, regencyCode, count, some) => {
    const { rows, refusals, ignoredColumns } = await judged(file, regencyCode)
    expect(refusals).toEqual([])
    expect(ignoredColumns).toEqual([])
    expect(rows.filter((row) => row.problems.length > 0)).toEqual([])
    expect(rows).toHaveLength(count)
    expect(rows.map((row) => row.values)).toContainEqual(expect.objectContaining(some))
  })

  it('samarinda-kotor.csv: every defect is named, nothing else', async () => {
    const expected = JSON.parse(await readFile('e2e/fixtures/samarinda-kotor.expected.json', 'utf8'))
    const { rows, ignoredColumns } = await judged('samarinda-kotor.csv', '64.72')
    expect(ignoredColumns).toEqual(['cacat'])
    const found = rows.map(({ row, verdict, problems }) => ({
      row,
      verdict,
      problems: problems.map(({ column, code }) => ({ column, code })),
    }))
    expect(found).toEqual(expected.map(({ label: _label, ...one }: { label: string }) => one))
    expect(expected.length).toBeGreaterThanOrEqual(42)
  })
})
