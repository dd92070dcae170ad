import type { ReactNode } from 'react'
import type { BatchLine, StatusSum } from '~/domain/disbursement/batch-view'
import type { PaymentStatus } from '~/domain/disbursement/tranche'
import { Badge } from '~/ui/badge'
import { integer } from '~/ui/format'
import { Money } from '~/ui/money'
import { type Column, Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'
import { TrancheStatusBadge } from './tranche-timeline'

export function LineStatus({ status }: { status: PaymentStatus }) {
  const t = useTexts()
  return status === 'withdrawn' ? (
    <Badge>{t('disbursement.lineStatus.withdrawn')}</Badge>
  ) : (
    <TrancheStatusBadge status={status} />
  )
}

type LinesProps = {
  lines: readonly BatchLine[]
  personPath?: string
  action?: (line: BatchLine) => ReactNode
}

/** The lines of a batch: whom, which account (masked), how much, and where each stands. */
export function BatchLines({ lines, personPath = '/penerima', action }: LinesProps) {
  const t = useTexts()
  const columns: Column<BatchLine>[] = [
    { key: 'number', header: t('disbursement.line.number'), numeric: true, cell: (line) => line.lineNumber },
    {
      key: 'person',
      header: t('disbursement.column.person'),
      lead: true,
      cell: (line) => (
        <a href={`${personPath}/${line.beneficiaryId}`} className="text-accent underline">
          {line.name}
        </a>
      ),
    },
    { key: 'regency', header: t('disbursement.column.regency'), cell: (line) => line.regency },
    { key: 'payee', header: t('disbursement.line.payee'), cell: (line) => line.payeeName ?? '–' },
    {
      key: 'bank',
      header: t('disbursement.line.bank'),
      cell: (line) => (
        <span className="figures">{line.bankCode ? `${line.bankCode} ${line.account ?? ''}` : '–'}</span>
      ),
    },
    {
      key: 'amount',
      header: t('disbursement.column.amount'),
      numeric: true,
      cell: (line) => <Money rupiah={line.amountRupiah} />,
    },
    {
      key: 'reference',
      header: t('disbursement.line.reference'),
      cell: (line) => <code className="text-sm">{line.reference}</code>,
    },
    { key: 'status', header: t('disbursement.column.status'), cell: (line) => <LineState line={line} /> },
  ]
  if (action)
    columns.push({
      key: 'action',
      header: t('disbursement.line.remove'),
      headerHidden: true,
      cell: action,
      className: 'print:hidden',
    })
  return (
    <Table
      caption={t('disbursement.batch.section.lines')}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.id}
    />
  )
}

function LineState({ line }: { line: BatchLine }) {
  const t = useTexts()
  const note =
    line.status === 'withdrawn'
      ? line.withdrawnFor
        ? t('disbursement.line.withdrawn', { reason: line.withdrawnFor })
        : t('disbursement.line.removed')
      : line.reasonCode
  return (
    <span className="grid justify-items-start gap-0.5">
      <LineStatus status={line.status} />
      {note && <span className="text-sm text-muted">{note}</span>}
    </span>
  )
}

/** How many lines stand where, and their amounts: together they are the batch (M7). */
export function LineSums({ sums }: { sums: readonly StatusSum[] }) {
  const t = useTexts()
  const locale = useLocale()
  const count = sums.reduce((sum, one) => sum + one.count, 0)
  const totalRupiah = sums.reduce((sum, one) => sum + one.totalRupiah, 0n)
  return (
    <Table
      caption={t('disbursement.batch.section.sums')}
      columns={[
        {
          key: 'status',
          header: t('disbursement.column.status'),
          lead: true,
          cell: (sum) => <LineStatus status={sum.status} />,
        },
        {
          key: 'count',
          header: t('disbursement.batch.lines'),
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
      rowKey={(sum) => sum.status}
      footer={
        <tr>
          <th scope="row" data-lead className="px-3 py-2 text-start">
            {t('disbursement.budget.total')}
          </th>
          <td data-label={t('disbursement.batch.lines')} className="px-3 py-2 text-end">
            {integer(count, locale)}
          </td>
          <td data-label={t('disbursement.column.amount')} className="px-3 py-2 text-end">
            <Money rupiah={totalRupiah} />
          </td>
        </tr>
      }
    />
  )
}
