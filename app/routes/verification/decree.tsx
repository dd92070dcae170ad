import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/domain/shared/permissions'
import { getDecree, type NamedPerson, type RegencyTotal } from '~/domain/verification/decree-queries.server'
import { filtersIn, idIn } from '~/platform/address.server'
import { requireActor } from '~/platform/respond.server'
import { Badge } from '~/ui/badge'
import { LinkButton, TextLink } from '~/ui/button'
import { DescriptionList } from '~/ui/description-list'
import { integer } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { Day, Instant, Money } from '~/ui/money'
import { Card, Page, Section } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, loaded) =>
  t('verification.decree.title', { number: loaded?.decree.number ?? '' }),
)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { people, ...decree } = await getDecree(actor, idIn(args, 'decreeId'))
  const { wanted } = filtersIn(args, { wanted: 'wilayah' })
  const shown = decree.totals.find((total) => total.code === wanted) ?? decree.totals[0] ?? null
  return {
    decree,
    shown,
    people: people.filter((person) => person.regencyCode === shown?.code),
    mayAmend: may(actor, 'decree.write') && decree.programme?.status === 'open',
    mayPrintLetters: may(actor, 'verification.read'),
  }
}

export default function Decree() {
  const { decree, shown, people, mayAmend, mayPrintLetters } = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  return (
    <Page
      title={t('verification.decree.title', { number: decree.number })}
      lead={decree.subject}
      breadcrumbs={[{ label: t('verification.decrees.title'), to: '/verifikasi/keputusan' }]}
      help="verifikasi#keputusan"
      actions={
        <>
          <LinkButton to={`/verifikasi/keputusan/${decree.id}/lampiran.pdf`} document icon="print">
            {t('verification.decree.annex')}
          </LinkButton>
          {mayAmend && (
            <LinkButton
              to={`/verifikasi/keputusan/baru?program=${decree.programme?.code ?? ''}&mengubah=${decree.id}`}
            >
              {t('verification.decree.amend')}
            </LinkButton>
          )}
        </>
      }
    >
      <Card title={t('verification.decree.facts')}>
        <DescriptionList
          columns={3}
          entries={[
            { label: t('verification.decree.datedOn'), value: <Day on={decree.datedOn} /> },
            { label: t('verification.decree.persons'), value: integer(decree.persons, locale) },
            { label: t('verification.column.total'), value: <Money rupiah={decree.totalRupiah} /> },
            { label: t('verification.decree.issuedBy'), value: decree.issuedBy },
            {
              label: t('verification.annex.programme'),
              value: `${decree.programme?.code ?? ''} ${decree.programme?.name ?? ''}`,
            },
            {
              label: t('verification.decree.amendsLabel'),
              value: decree.amends && (
                <TextLink to={`/verifikasi/keputusan/${decree.amends.id}`}>{decree.amends.number}</TextLink>
              ),
            },
          ]}
        />
        <p className="text-sm text-muted">
          <Instant at={decree.issuedAt} />
        </p>
      </Card>
      <Section title={t('verification.decree.totals')}>
        <Totals totals={decree.totals} />
        {decree.totals.length > 1 && <p className="text-sm text-muted">{t('verification.decree.choose')}</p>}
      </Section>
      <Section title={t('verification.decree.peopleOf', { regency: shown?.name ?? '' })} id="daftar">
        <People people={people} mayPrintLetters={mayPrintLetters} />
      </Section>
    </Page>
  )
}

function regencyLink({ code, name }: RegencyTotal) {
  return (
    <a href={`?wilayah=${code}#daftar`} className="text-accent underline">
      {name}
    </a>
  )
}

function Totals({ totals }: { totals: readonly RegencyTotal[] }) {
  const t = useTexts()
  const locale = useLocale()
  const columns: Column<RegencyTotal>[] = [
    { key: 'name', header: t('verification.column.regency'), lead: true, cell: (row) => regencyLink(row) },
    {
      key: 'added',
      header: t('verification.column.added'),
      numeric: true,
      cell: (row) => integer(row.added, locale),
    },
    {
      key: 'removed',
      header: t('verification.column.removed'),
      numeric: true,
      cell: (row) => integer(row.removed, locale),
    },
    {
      key: 'ceiling',
      header: t('verification.column.ceiling'),
      numeric: true,
      cell: (row) => <Money rupiah={row.ceilingRupiah} />,
    },
  ]
  const cell = 'px-3 py-2 text-end'
  return (
    <Table
      caption={t('verification.decree.totals')}
      columns={columns}
      rows={totals}
      rowKey={(row) => row.code}
      footer={
        <tr>
          <th scope="row" className="px-3 py-2 text-start">
            {t('verification.decree.total')}
          </th>
          <td data-label={t('verification.column.added')} className={cell}>
            {integer(
              totals.reduce((sum, row) => sum + row.added, 0),
              locale,
            )}
          </td>
          <td data-label={t('verification.column.removed')} className={cell}>
            {integer(
              totals.reduce((sum, row) => sum + row.removed, 0),
              locale,
            )}
          </td>
          <td data-label={t('verification.column.ceiling')} className={cell}>
            <Money rupiah={totals.reduce((sum, row) => sum + row.ceilingRupiah, 0n)} />
          </td>
        </tr>
      }
    />
  )
}

function People({ people, mayPrintLetters }: { people: readonly NamedPerson[]; mayPrintLetters: boolean }) {
  const t = useTexts()
  const letter: Column<NamedPerson> = {
    key: 'letter',
    header: t('verification.letter.link'),
    cell: (row) =>
      row.action === 'added' && (
        <a href={`/verifikasi/${row.id}/surat.pdf`} download className="text-accent underline">
          {t('verification.letter.link')}
        </a>
      ),
  }
  const columns: Column<NamedPerson>[] = [
    {
      key: 'name',
      header: t('verification.column.name'),
      lead: true,
      cell: (row) => (
        <div>
          <a href={`/penerima/${row.id}`} className="text-accent underline">
            {row.name}
          </a>
          <span className="block text-sm font-normal text-muted">{row.registrationNumber}</span>
        </div>
      ),
    },
    {
      key: 'village',
      header: t('verification.column.village'),
      cell: (row) => [row.village, row.district].filter(Boolean).join(', '),
    },
    {
      key: 'action',
      header: t('verification.column.action'),
      cell: (row) => (
        <Badge tone={row.action === 'added' ? 'success' : 'neutral'}>
          {t(`verification.decree.${row.action}`)}
        </Badge>
      ),
    },
    {
      key: 'status',
      header: t('verification.column.status'),
      cell: (row) => t(`status.beneficiary.${row.status as 'decreed'}`),
    },
    {
      key: 'ceiling',
      header: t('verification.column.ceiling'),
      numeric: true,
      cell: (row) => <Money rupiah={row.ceilingRupiah} />,
    },
    ...(mayPrintLetters ? [letter] : []),
  ]
  return (
    <Table
      caption={t('verification.decree.people')}
      columns={columns}
      rows={people}
      rowKey={(row) => `${row.id} ${row.action}`}
    />
  )
}
