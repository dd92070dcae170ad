import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NoProgramme, VerificationFilter, VerificationTabs } from '~/components/verification-frame'
import { chosenProgramme, listOpenedYears } from '~/domain/programme/queries.server'
import { authorize } from '~/domain/shared/permissions'
import { confirmOffer } from '~/domain/verification/confirm-offer.server'
import { resubmitForm } from '~/domain/verification/verification.form.server'
import { listWaiting, type OfferLine, type WaitingLine } from '~/domain/verification/waitlist-queries.server'
import { filtersIn } from '~/platform/address.server'
import { today } from '~/platform/clock.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, SubmitButton } from '~/ui/form'
import { dayOf, instant, rupiah, shortDay } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { EmptyState } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('verification.waitlist.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'verification.read')
  const [programme, years] = await Promise.all([chosenProgramme(args.request), listOpenedYears()])
  const { regencyCode } = filtersIn(args, { regencyCode: 'wilayah' })
  const lists = programme && (await listWaiting(actor, programme.id, today(), regencyCode))
  return { years, lists }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: resubmitForm,
    command: (actor, input, at, key) => confirmOffer(actor, input, at, key),
    done: (_, t) => ({ to: '/verifikasi/daftar-tunggu', message: t('verification.waitlist.confirmed') }),
  })
}

export default function Waitlist() {
  const { years, lists } = useLoaderData<typeof loader>()
  const t = useTexts()
  const names = new Map(lists?.regencies.map((regency) => [regency.code, regency.name]))
  return (
    <Page
      title={t('verification.waitlist.title')}
      lead={t('verification.waitlist.lead')}
      help="verifikasi#daftar-tunggu"
    >
      <VerificationTabs />
      {lists ? (
        <>
          <VerificationFilter years={years} regencies={lists.regencies} />
          <Section title={t('verification.waitlist.offers')}>
            {lists.offers.length > 0 && <p className="text-muted">{t('verification.waitlist.unwilling')}</p>}
            <Offers offers={lists.offers} names={names} />
          </Section>
          <Section title={t('verification.waitlist.waiting')}>
            <Waiting waiting={lists.waiting} names={names} />
          </Section>
        </>
      ) : (
        <NoProgramme />
      )}
    </Page>
  )
}

type Names = ReadonlyMap<string, string>

function nameLink(id: string, name: string) {
  return (
    <a href={`/penerima/${id}`} className="text-accent underline">
      {name}
    </a>
  )
}

function Offers({ offers, names }: { offers: readonly OfferLine[]; names: Names }) {
  const t = useTexts()
  const locale = useLocale()
  const columns: Column<OfferLine>[] = [
    {
      key: 'name',
      header: t('verification.column.name'),
      lead: true,
      cell: (row) => nameLink(row.beneficiaryId, row.name),
    },
    { key: 'regency', header: t('verification.column.regency'), cell: (row) => names.get(row.regencyCode) },
    { key: 'village', header: t('verification.column.village'), cell: (row) => row.village },
    {
      key: 'offered',
      header: t('verification.waitlist.offeredAt'),
      cell: (row) => shortDay(dayOf(row.offeredAt), locale),
    },
    {
      key: 'action',
      header: t('verification.column.action.do'),
      headerHidden: true,
      cell: (row) => {
        if (row.confirmedAt)
          return t('verification.waitlist.confirmedAt', { at: instant(row.confirmedAt, locale) })
        if (!row.mayConfirm) return null
        return (
          <Form>
            <input type="hidden" name="beneficiaryId" value={row.beneficiaryId} />
            <SubmitButton>{t('verification.waitlist.confirm')}</SubmitButton>
          </Form>
        )
      },
    },
  ]
  return (
    <Table
      caption={t('verification.waitlist.offers')}
      columns={columns}
      rows={offers}
      rowKey={(row) => row.beneficiaryId}
      empty={<EmptyState title={t('verification.waitlist.offers.none')} icon="check" />}
    />
  )
}

function Waiting({ waiting, names }: { waiting: readonly WaitingLine[]; names: Names }) {
  const t = useTexts()
  const columns: Column<WaitingLine>[] = [
    { key: 'position', header: t('verification.column.rank'), numeric: true, cell: (row) => row.position },
    {
      key: 'name',
      header: t('verification.column.name'),
      lead: true,
      cell: (row) => nameLink(row.beneficiaryId, row.name),
    },
    { key: 'regency', header: t('verification.column.regency'), cell: (row) => names.get(row.regencyCode) },
    { key: 'village', header: t('verification.column.village'), cell: (row) => row.village },
    {
      key: 'decile',
      header: t('verification.column.decile'),
      numeric: true,
      cell: (row) => row.decile ?? t('verification.unknown'),
    },
    {
      key: 'income',
      header: t('verification.column.income'),
      numeric: true,
      cell: (row) =>
        row.incomePerHeadRupiah === null ? t('verification.unknown') : rupiah(row.incomePerHeadRupiah),
    },
    {
      key: 'letter',
      header: t('verification.letter.link'),
      cell: (row) => (
        <a href={`/verifikasi/${row.beneficiaryId}/surat.pdf`} download className="text-accent underline">
          {t('verification.letter.link')}
        </a>
      ),
    },
  ]
  return (
    <Table
      caption={t('verification.waitlist.waiting')}
      columns={columns}
      rows={waiting}
      rowKey={(row) => row.beneficiaryId}
      empty={<EmptyState title={t('verification.waitlist.empty')} />}
    />
  )
}
