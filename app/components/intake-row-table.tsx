import type { Candidate, RowProblem, Verdict } from '~/domain/intake/candidate'
import { problemSentence } from '~/domain/intake/problem-sentence'
import { masked } from '~/ui/format'
import { EmptyState } from '~/ui/notice'
import { Table } from '~/ui/table'
import { useTexts } from '~/ui/texts'
import { VerdictBadge } from './intake-badges'

export type ShownRow = { row: number; values: Partial<Candidate>; problems: RowProblem[]; verdict: Verdict }

/** Rows of a file with their verdict and every reason, in the reader's language. */
export function IntakeRowTable({ rows }: { rows: readonly ShownRow[] }) {
  const t = useTexts()
  return (
    <Table
      caption={t('intake.rows.all')}
      rows={rows}
      rowKey={(row) => String(row.row)}
      empty={<EmptyState title={t('intake.rows.none')}>{t('intake.rows.none.text')}</EmptyState>}
      columns={[
        { key: 'row', header: t('intake.column.row'), numeric: true, cell: ({ row }) => row },
        { key: 'name', header: t('intake.name.nama'), lead: true, cell: ({ values }) => values.name ?? '–' },
        {
          key: 'nik',
          className: 'whitespace-nowrap',
          header: t('intake.name.nik'),
          cell: ({ values }) => (values.nik ? masked(values.nik) : '–'),
        },
        {
          key: 'village',
          className: 'whitespace-nowrap',
          header: t('intake.name.kode_wilayah'),
          cell: ({ values }) => values.villageCode ?? '–',
        },
        {
          key: 'verdict',
          header: t('intake.column.verdict'),
          cell: ({ verdict }) => <VerdictBadge verdict={verdict} />,
        },
        {
          key: 'problems',
          header: t('intake.column.reason'),
          className: 'min-w-64',
          cell: ({ problems }) => <Problems problems={problems} />,
        },
      ]}
    />
  )
}

function Problems({ problems }: { problems: readonly RowProblem[] }) {
  const t = useTexts()
  if (problems.length === 0) return <span className="text-muted">–</span>
  return (
    <ul className="grid gap-1">
      {problems.map((problem) => (
        <li
          key={`${problem.column} ${problem.code}`}
          className={problem.severity === 'error' ? 'text-danger' : undefined}
        >
          <strong>{t(`intake.name.${problem.column}`)}</strong>
          {problem.value && <span className="text-muted"> “{shown(problem)}”</span>}:{' '}
          {problemSentence(problem, t)}
        </li>
      ))}
    </ul>
  )
}

const PERSONAL = ['nik', 'no_kk', 'no_rekening', 'telepon']

function shown({ column, value }: RowProblem): string {
  if (PERSONAL.includes(column) && value.length > 4) return masked(value, value.length)
  return value.length > 40 ? `${value.slice(0, 40)}…` : value
}
