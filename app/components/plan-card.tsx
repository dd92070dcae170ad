import type { PlanStatus } from '~/domain/enterprise/business-plan'
import { type SectorName, sectorLabel } from '~/domain/enterprise/sectors'
import { Badge, type Tone } from '~/ui/badge'
import { DescriptionList, type Entry } from '~/ui/description-list'
import { instant, integer, rupiah } from '~/ui/format'
import { Money } from '~/ui/money'
import { Notice } from '~/ui/notice'
import { Card } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useTexts } from '~/ui/texts'

type Line = {
  lineNumber: number
  item: string
  quantity: number
  unit: string
  unitPriceRupiah: bigint
  totalRupiah: bigint
}

type Plan = {
  status: string
  sectorCode: string
  summary: string
  totalRupiah: bigint
  draftedAt: Date
  drafter: string | null
  submittedAt: Date | null
  submitter: string | null
  decidedAt: Date | null
  decider: string | null
  decisionNote: string | null
}

const TONES: Record<PlanStatus, Tone> = {
  draft: 'neutral',
  submitted: 'info',
  accepted: 'success',
  sent_back: 'warning',
  superseded: 'neutral',
}

type Props = {
  plan: Plan
  lines: readonly Line[] | null
  sectors: readonly SectorName[]
  ceilingRupiah: bigint | null
}

/** A business plan as it stands: who wrote and decided it, its budget, and how it sits under the ceiling. */
export function PlanCard({ plan, lines, sectors, ceilingRupiah }: Props) {
  const t = useTexts()
  const status = plan.status as PlanStatus
  const by = (label: string, name: string | null, at: Date | null): Entry[] =>
    at
      ? [{ label, value: t('enterprise.person.plan.by', { name: name ?? '', at: instant(at, t.locale) }) }]
      : []
  return (
    <Card
      title={sectorLabel(sectors, plan.sectorCode, t.locale) ?? ''}
      actions={<Badge tone={TONES[status]}>{t(`enterprise.state.${status}`)}</Badge>}
    >
      {plan.decisionNote && (
        <Notice tone="warning" title={t('enterprise.person.plan.note')}>
          {plan.decisionNote}
        </Notice>
      )}
      <DescriptionList
        columns={3}
        entries={[
          { label: t('enterprise.person.plan.summary'), value: plan.summary, wide: true },
          { label: t('enterprise.total'), value: <Money rupiah={plan.totalRupiah} /> },
          ...(ceilingRupiah === null
            ? []
            : [{ label: t('enterprise.ceiling'), value: <Money rupiah={ceilingRupiah} /> }]),
          ...by(t('enterprise.person.plan.drafted'), plan.drafter, plan.draftedAt),
          ...by(t('enterprise.person.plan.submitted'), plan.submitter, plan.submittedAt),
          ...by(t('enterprise.person.plan.decided'), plan.decider, plan.decidedAt),
        ]}
      />
      {lines &&
        (lines.length > 0 ? (
          <BudgetTable lines={lines} total={plan.totalRupiah} />
        ) : (
          <p>{t('enterprise.person.plan.noLines')}</p>
        ))}
      {lines && ceilingRupiah !== null && <UnderCeiling total={plan.totalRupiah} ceiling={ceilingRupiah} />}
    </Card>
  )
}

function UnderCeiling({ total, ceiling }: { total: bigint; ceiling: bigint }) {
  const t = useTexts()
  if (total > ceiling)
    return (
      <Notice tone="danger">{t('enterprise.person.plan.above', { over: rupiah(total - ceiling) })}</Notice>
    )
  const text =
    total === ceiling
      ? t('enterprise.person.plan.exact')
      : t('enterprise.person.plan.under', { under: rupiah(ceiling - total) })
  return <p className="text-muted">{text}</p>
}

function BudgetTable({ lines, total }: { lines: readonly Line[]; total: bigint }) {
  const t = useTexts()
  const columns: Column<Line>[] = [
    { key: 'item', header: t('enterprise.line.item'), lead: true, cell: (line) => line.item },
    {
      key: 'quantity',
      header: t('enterprise.line.quantity'),
      numeric: true,
      cell: (line) => `${integer(line.quantity, t.locale)} ${line.unit}`,
    },
    {
      key: 'price',
      header: t('enterprise.line.unitPrice'),
      numeric: true,
      cell: (line) => <Money rupiah={line.unitPriceRupiah} />,
    },
    {
      key: 'total',
      header: t('enterprise.line.total'),
      numeric: true,
      cell: (line) => <Money rupiah={line.totalRupiah} />,
    },
  ]
  return (
    <Table
      caption={t('enterprise.person.plan.lines')}
      columns={columns}
      rows={lines}
      rowKey={(line) => String(line.lineNumber)}
      footer={
        <tr>
          <th scope="row" colSpan={3} className="px-3 py-2 text-start">
            {t('enterprise.total')}
          </th>
          <td className="px-3 py-2 text-end">
            <Money rupiah={total} />
          </td>
        </tr>
      }
    />
  )
}
