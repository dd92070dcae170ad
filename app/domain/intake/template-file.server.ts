import { writeXlsx } from 'hucre/xlsx'
import type { Texts } from '~/messages/texts'
import { COLUMNS, type ColumnName, REQUIRED_COLUMNS } from './import-columns'

const TEXT_ROWS = 500
const TEXT = '@'

/** The header line alone, as Indonesian spreadsheets open it. */
export function templateCsv(): string {
  return `\uFEFF${COLUMNS.join(';')}\r\n`
}

/**
 * A workbook to fill in: every column is text from the start, so that no spreadsheet eats the sixteenth digit of a NIK,
 * and a second sheet says what belongs where.
 */
export async function templateXlsx(t: Texts): Promise<Uint8Array> {
  const isRequired = (column: ColumnName) => (REQUIRED_COLUMNS as readonly ColumnName[]).includes(column)
  const blank = COLUMNS.map(() => '')
  return writeXlsx({
    sheets: [
      {
        name: 'Usulan',
        columns: COLUMNS.map((column) => ({ width: Math.max(12, column.length + 4), numFmt: TEXT })),
        rows: [[...COLUMNS], ...Array.from({ length: TEXT_ROWS }, () => blank)],
        freezePane: { rows: 1 },
      },
      {
        name: t('intake.template.guide'),
        columns: [{ width: 22 }, { width: 10 }, { width: 90 }],
        rows: [
          [t('intake.template.column'), t('intake.template.required'), t('intake.template.rule')],
          ...COLUMNS.map((column) => [
            column,
            t(isRequired(column) ? 'intake.template.yes' : 'intake.template.no'),
            t(`intake.rule.${column}`),
          ]),
        ],
      },
    ],
  })
}
