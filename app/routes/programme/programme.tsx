import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ProgrammeHistory } from '~/components/programme-history'
import { ProgrammeQuotaTable } from '~/components/programme-quota-table'
import { getProgramme, listBanks, listVersions } from '~/domain/programme/queries.server'
import { may } from '~/domain/shared/permissions'
import { requireActor } from '~/platform/respond.server'
import { Badge } from '~/ui/badge'
import { LinkButton } from '~/ui/button'
import { DescriptionList } from '~/ui/description-list'
import { decimal, quarter } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { Money } from '~/ui/money'
import { EmptyState } from '~/ui/notice'
import { Card, Page, Section } from '~/ui/page'
import { Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, loaded) => loaded?.programme.name ?? t('programme.list.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const programme = await getProgramme(actor, args.params.id ?? '')
  const banks = await listBanks()
  return {
    programme,
    bank: banks.find((bank) => bank.code === programme.debtorBankCode)?.shortName ?? null,
    versions: await listVersions(actor, programme.id),
    mayWrite: may(actor, 'programme.write') && programme.status !== 'closed',
  }
}

export default function Programme() {
  const { programme, bank, versions, mayWrite } = useLoaderData<typeof loader>()
  const t = useTexts()
  const address = `/program/${programme.id}`
  const change = (part: string, label: string) =>
    mayWrite && <LinkButton to={`${address}/${part}`}>{label}</LinkButton>
  const { status } = programme
  return (
    <Page
      title={`${programme.code} · ${programme.name}`}
      badge={
        <Badge tone={status === 'open' ? 'success' : status === 'draft' ? 'warning' : 'neutral'}>
          {t(`programme.status.${status}`)}
        </Badge>
      }
      breadcrumbs={[{ label: t('programme.list.title'), to: '/program' }]}
      help="program"
      actions={
        mayWrite && (
          <>
            <LinkButton to={`${address}/ubah`} icon="edit">
              {t('programme.settings.title')}
            </LinkButton>
            {status === 'draft' ? (
              <LinkButton to={`${address}/buka`} tone="primary">
                {t('programme.open.title')}
              </LinkButton>
            ) : (
              <LinkButton to={`${address}/tutup`}>{t('programme.close.title')}</LinkButton>
            )}
          </>
        )
      }
    >
      <Card title={t('programme.detail.rules')}>
        <Rules programme={programme} bank={bank} />
      </Card>
      <Section
        title={t('programme.quotas.title')}
        actions={change('kuota', t('programme.quotas.edit'))}
        id="kuota"
      >
        <ProgrammeQuotaTable quotas={programme.quotas} />
      </Section>
      <div className="grid gap-5 xl:grid-cols-2">
        <Section
          title={t('programme.sectors.title')}
          actions={change('sektor', t('programme.sectors.edit'))}
          id="sektor"
        >
          <Sectors programme={programme} />
        </Section>
        <Section
          title={t('programme.tranches.title')}
          actions={change('tahap', t('programme.tranches.edit'))}
          id="tahap"
        >
          <Tranches programme={programme} />
        </Section>
      </div>
      {status !== 'draft' && (
        <Section title={t('programme.history.title')} id="riwayat">
          <ProgrammeHistory versions={versions} />
        </Section>
      )}
    </Page>
  )
}

type Loaded = Awaited<ReturnType<typeof loader>>['programme']

function Rules({ programme, bank }: { programme: Loaded; bank: string | null }) {
  const t = useTexts()
  const excused = programme.excusedLeaveDenominator ? 'leaves' : 'counts'
  const account =
    bank && programme.debtorAccountEnding
      ? t('programme.detail.debtor', {
          bank,
          ending: programme.debtorAccountEnding,
          name: programme.debtorName ?? '',
        })
      : null
  return (
    <DescriptionList
      columns={3}
      entries={[
        { label: t('programme.column.year'), value: programme.fiscalYear },
        { label: t('programme.field.budget'), value: <Money rupiah={programme.budgetRupiah} /> },
        {
          label: t('programme.field.threshold'),
          value: <Money rupiah={programme.approvalThresholdRupiah} />,
        },
        {
          label: t('programme.field.attendance'),
          value: t('programme.detail.requirement', { percent: programme.attendancePercent }),
        },
        { label: t('programme.field.excused'), value: t(`programme.field.excused.${excused}`) },
        {
          label: t('programme.field.objectionDays'),
          value: t('programme.detail.objectionDays', { n: programme.objectionDays }),
        },
        { label: t('programme.field.earlier'), value: t(`programme.policy.${programme.earlierRecipients}`) },
        { label: t('programme.field.family'), value: t(`programme.policy.${programme.sameFamilyCard}`) },
        { label: t('programme.group.debtor'), value: account },
      ]}
    />
  )
}

function Sectors({ programme }: { programme: Loaded }) {
  const t = useTexts()
  const locale = useLocale()
  const names = new Map(programme.sectorNames.map((sector) => [sector.code, sector.name[locale]]))
  return (
    <Table
      caption={t('programme.sectors.title')}
      rows={programme.sectors}
      rowKey={(row) => row.sectorCode}
      empty={<EmptyState title={t('programme.sectors.empty')} />}
      columns={[
        {
          key: 'sector',
          header: t('programme.column.sector'),
          lead: true,
          cell: (row) => names.get(row.sectorCode),
        },
        {
          key: 'ceiling',
          header: t('programme.column.ceiling'),
          numeric: true,
          cell: (row) => <Money rupiah={row.ceilingRupiah} />,
        },
        { key: 'form', header: t('programme.column.form'), cell: (row) => t(`programme.form.${row.form}`) },
      ]}
    />
  )
}

function Tranches({ programme }: { programme: Loaded }) {
  const t = useTexts()
  const locale = useLocale()
  return (
    <Table
      caption={t('programme.tranches.title')}
      rows={programme.tranches}
      rowKey={(row) => String(row.number)}
      empty={<EmptyState title={t('programme.tranches.empty')} />}
      columns={[
        {
          key: 'number',
          header: t('programme.column.tranche'),
          lead: true,
          cell: (row) => t('programme.tranche', { n: row.number }),
        },
        {
          key: 'quarter',
          header: t('programme.column.quarter'),
          cell: (row) => quarter(row.quarter, locale),
        },
        {
          key: 'share',
          header: t('programme.column.share'),
          numeric: true,
          cell: (row) => decimal(row.shareBp / 100, locale),
        },
      ]}
    />
  )
}
