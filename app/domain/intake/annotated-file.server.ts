import type { Actor } from '~/domain/shared/actor'
import type { Texts } from '~/messages/texts'
import { db } from '~/platform/db.server'
import type { Cell as OutCell, Sheet } from '~/platform/export.server'
import { readFile } from '~/platform/files.server'
import { readRows } from '~/platform/spreadsheet/read-table.server'
import type { Cell } from '~/platform/spreadsheet/table'
import { openRow } from './intake-file.server'
import { problemSentence } from './problem-sentence'
import { getIntakeFile } from './queries.server'

const ROWS_AT_ONCE = 1_000

/**
 * The file as it came, with two columns more: the verdict of each row and its reasons, in the reader's language. Refuses
 * `not_found` out of reach.
 */
export async function annotatedFile(
  actor: Actor,
  fileId: string,
  t: Texts,
): Promise<{ name: string; sheet: Sheet }> {
  const file = await getIntakeFile(actor, fileId)
  const bytes = await readFile(file.storageKey)
  const verdicts = new RowsByLine(file.id, t)
  const width = file.plan.headers.length
  async function* lines(): AsyncGenerator<OutCell[]> {
    for await (const batch of readRows(bytes, file.plan.source)) {
      for (const { index, cells } of batch) {
        const own = Array.from({ length: Math.max(width, cells.length) }, (_, position) =>
          outCell(cells[position] ?? null),
        )
        if (index < file.plan.headerRow) yield own
        else if (index === file.plan.headerRow)
          yield [...own.slice(0, width), t('intake.download.verdict'), t('intake.download.reason')]
        else yield [...own.slice(0, width), ...(await verdicts.of(index))]
      }
    }
  }
  const all = lines()
  const first = await all.next()
  const header = first.done ? [] : first.value.map((cell) => (cell === null ? '' : String(cell)))
  return {
    name: `${file.fileName.replace(/\.[A-Za-z]{2,5}$/, '').replace(/[^\w.-]+/g, '-')}-hasil`,
    sheet: { name: 'Hasil', header, rows: all },
  }
}

function outCell(cell: Cell): OutCell {
  return cell !== null && typeof cell === 'object' ? cell.day : cell
}

/** The kept verdicts in the order of the file, fetched as they are needed. */
class RowsByLine {
  private readonly ahead = new Map<number, [string, string]>()
  private after = 0
  private isDone = false

  constructor(
    private readonly fileId: string,
    private readonly t: Texts,
  ) {}

  async of(index: number): Promise<[string, string]> {
    if (this.ahead.size === 0 && !this.isDone) await this.fetch()
    const found = this.ahead.get(index)
    this.ahead.delete(index)
    return found ?? ['', '']
  }

  private async fetch(): Promise<void> {
    const rows = await db.intakeRow.findMany({
      where: { fileId: this.fileId, rowNumber: { gt: this.after } },
      orderBy: { rowNumber: 'asc' },
      take: ROWS_AT_ONCE,
    })
    for (const row of rows.map(openRow)) {
      const reasons = row.problems.map((problem) => `${problem.column}: ${problemSentence(problem, this.t)}`)
      this.ahead.set(row.index, [this.t(`intake.verdict.${row.verdict}`), reasons.join(' | ')])
      this.after = row.row
    }
    this.isDone = rows.length < ROWS_AT_ONCE
  }
}
