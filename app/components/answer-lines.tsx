import { type AnswerRow, VERDICTS, type VerdictSum } from '~/domain/disbursement/reconciliation'
import { Badge, type Tone } from '~/ui/badge'
import { day, integer, rupiah } from '~/ui/format'
import { Money } from '~/ui/money'
import { type Column, Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

type Judged = Pick<AnswerRow, 'verdict' | 'outcome'>

/** What becomes of a line: done, nothing to do, waiting for a person, or standing against the whole file. */
function OutcomeBadge({ line }: { line: Judged }) {
  const t = useTexts()
  const kind = line.outcome ?? (VERDICTS[line.verdict] === 'stops' ? 'stop' : 'open')
  const tones: Record<typeof kind, Tone> = {
    post: 'success',
    keep: 'neutral',
    not_ours: 'neutral',
    open: 'warning',
    stop: 'danger',
  }
  return <Badge tone={tones[kind]}>{t(`disbursement.outcome.${kind}`)}</Badge>
}

/** How many lines mean what; each leads to its lines. */
export function VerdictSums({ sums }: { sums: readonly VerdictSum[] }) {
  const t = useTexts()
  const locale = useLocale()
  return (
    <Table
      caption={t('disbursement.answer.section.meaning')}
      columns={[
        {
          key: 'meaning',
          header: t('disbursement.answer.column.meaning'),
          lead: true,
          cell: (sum) => (
            <a href={`?arti=${sum.verdict}`} className="text-accent underline">
              {t(`disbursement.verdict.${sum.verdict}`)}
            </a>
          ),
        },
        {
          key: 'outcome',
          header: t('disbursement.answer.column.outcome'),
          cell: (sum) => <OutcomeBadge line={sum} />,
        },
        {
          key: 'count',
          header: t('disbursement.answer.column.count'),
          numeric: true,
          cell: (sum) => integer(sum.count, locale),
        },
        {
          key: 'total',
          header: t('disbursement.column.amount'),
          numeric: true,
          cell: (sum) => <Money rupiah={sum.totalRupiah} />,
        },
      ]}
      rows={sums}
      rowKey={(sum) => `${sum.verdict}:${sum.outcome}`}
    />
  )
}

/** Every line of a bank's answer with what it means; an unknown one may be called not ours. */
export function AnswerLines({
  lines,
  fileId,
  mayDecide,
}: {
  lines: readonly AnswerRow[]
  fileId: string
  mayDecide: boolean
}) {
  const t = useTexts()
  const locale = useLocale()
  const columns: Column<AnswerRow>[] = [
    { key: 'line', header: t('disbursement.line.number'), numeric: true, cell: (line) => line.lineNumber },
    {
      key: 'reference',
      header: t('disbursement.line.reference'),
      lead: true,
      cell: (line) => (
        <span className="grid">
          <code className="text-sm">{line.reference}</code>
          {line.beneficiaryId && (
            <a href={`/penerima/${line.beneficiaryId}`} className="font-normal text-accent underline">
              {line.name}
            </a>
          )}
        </span>
      ),
    },
    {
      key: 'amount',
      header: t('disbursement.column.amount'),
      numeric: true,
      cell: (line) => (
        <span className="grid">
          <Money rupiah={line.amountRupiah} />
          {line.ourAmountRupiah !== null && line.ourAmountRupiah !== line.amountRupiah && (
            <span className="text-sm text-danger">
              {t('disbursement.answer.ours', { amount: rupiah(line.ourAmountRupiah) })}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'bank',
      header: t('disbursement.answer.column.bank'),
      cell: (line) => [line.bankStatus, line.reasonCode].filter(Boolean).join(' '),
    },
    {
      key: 'date',
      header: t('disbursement.answer.column.date'),
      cell: (line) => (line.datedOn ? day(line.datedOn, locale) : '–'),
    },
    {
      key: 'meaning',
      header: t('disbursement.answer.column.meaning'),
      cell: (line) => t(`disbursement.verdict.${line.verdict}`),
    },
    {
      key: 'outcome',
      header: t('disbursement.answer.column.outcome'),
      cell: (line) => (
        <span className="grid justify-items-start gap-1">
          <OutcomeBadge line={line} />
          {mayDecide && line.verdict === 'unknown' && line.outcome === null && (
            <a
              href={`/penyaluran/jawaban-bank/${fileId}/baris/${line.lineNumber}/bukan-milik-kita`}
              className="text-accent underline print:hidden"
            >
              {t('disbursement.answer.notOurs')}
            </a>
          )}
        </span>
      ),
    },
  ]
  return (
    <Table
      caption={t('disbursement.answer.section.lines')}
      columns={columns}
      rows={lines}
      rowKey={(line) => String(line.lineNumber)}
    />
  )
}
