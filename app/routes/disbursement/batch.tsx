import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useActor } from '~/components/actor'
import { BatchChain } from '~/components/batch-chain'
import { BatchLines, LineSums } from '~/components/batch-lines'
import { BatchStatusBadge } from '~/components/disbursement-frame'
import { HoldReason } from '~/components/tranche-timeline'
import { getBatch, listBatchLines } from '~/domain/disbursement/queries.batch.server'
import { isOpenBatch } from '~/domain/disbursement/tranche'
import { may, reachOf } from '~/domain/shared/permissions'
import { requireActor } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { DescriptionList } from '~/ui/description-list'
import { integer, quarter, rupiah } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { Money } from '~/ui/money'
import { Notice } from '~/ui/notice'
import { Card, Page, Section } from '~/ui/page'
import { Form, SubmitButton } from '~/ui/sealed-form'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, loaded) =>
  t('disbursement.batch.name', { number: String(loaded?.batch.number ?? '') }),
)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const params = new URL(args.request.url).searchParams
  const batch = await getBatch(actor, args.params.id ?? '')
  const after = Number(params.get('setelah')) || undefined
  return {
    batch,
    ...(await listBatchLines(actor, batch.id, { after, all: params.has('semua') })),
    isPart: reachOf(actor, 'batch.read').regencyCodes !== 'all',
  }
}

type Batch = Awaited<ReturnType<typeof getBatch>>

export default function BatchPage() {
  const { batch, lines, after, isPart } = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  const actor = useActor()
  const mayTakeOut =
    actor !== null &&
    may(actor, 'batch.prepare') &&
    (isOpenBatch(batch.status) || batch.status === 'approved')
  const crumbs = [
    { label: t('disbursement.tranches.title'), to: '/penyaluran' },
    { label: t('disbursement.batches.title'), to: '/penyaluran/batch' },
  ]
  const name = t('disbursement.batch.named', { number: String(batch.number), title: batch.title })
  const takeOut = isOpenBatch(batch.status) ? 'penghapusan' : 'penarikan'
  return (
    <Page
      title={name}
      badge={<BatchStatusBadge status={batch.status} />}
      lead={`${batch.programme.name}, ${quarter(batch.quarter, locale)}`}
      breadcrumbs={crumbs}
      help="penyaluran#batch"
      actions={<Steps batch={batch} />}
    >
      <Warnings batch={batch} isPart={isPart} />
      <div className="grid gap-4 lg:grid-cols-2">
        <Card title={t('disbursement.batch.section.chain')}>
          <BatchChain batch={batch} />
        </Card>
        <Card title={t('disbursement.batch.section.sums')}>
          <Totals batch={batch} />
          <LineSums sums={batch.sums} />
        </Card>
      </div>
      <Section
        title={t('disbursement.batch.section.lines')}
        actions={
          <LinkButton to="?semua=1" icon="print">
            {t('disbursement.batch.print')}
          </LinkButton>
        }
      >
        <BatchLines
          lines={lines}
          action={
            mayTakeOut
              ? (line) =>
                  line.status !== 'withdrawn' && (
                    <a
                      href={`/penyaluran/batch/${batch.id}/baris/${line.id}/${takeOut}`}
                      className="text-accent underline"
                    >
                      {t(
                        isOpenBatch(batch.status) ? 'disbursement.line.remove' : 'disbursement.line.withdraw',
                      )}
                    </a>
                  )
              : undefined
          }
        />
        {after !== null && <LinkButton to={`?setelah=${after}`}>{t('disbursement.lines.more')}</LinkButton>}
      </Section>
    </Page>
  )
}

function Totals({ batch }: { batch: Batch }) {
  const t = useTexts()
  const locale = useLocale()
  const given = batch.approvals.filter((approval) => approval.decision === 'approve').length
  const frozen = batch.frozenTotalRupiah
  return (
    <DescriptionList
      entries={[
        { label: t('disbursement.batch.total'), value: <Money rupiah={batch.live.totalRupiah} /> },
        { label: t('disbursement.batch.lines'), value: integer(batch.live.count, locale) },
        {
          label: t('disbursement.batch.frozen'),
          value:
            frozen === null
              ? null
              : t('disbursement.batch.frozen.value', {
                  count: batch.frozenCount ?? 0,
                  total: rupiah(frozen),
                }),
        },
        {
          label: t('disbursement.batch.approvals'),
          value:
            batch.approvalsNeeded === null
              ? null
              : t('disbursement.batch.approvals.value', { done: given, needed: batch.approvalsNeeded }),
        },
      ]}
    />
  )
}

function Warnings({ batch, isPart }: { batch: Batch; isPart: boolean }) {
  const t = useTexts()
  const why = batch.whyNotApprove
  return (
    <>
      {isPart && <Notice>{t('disbursement.batch.reach')}</Notice>}
      {why && (
        <Notice tone="warning" title={t('disbursement.batch.may.no')}>
          {why.reason === 'touched_a_person'
            ? t('disbursement.batch.may.touched_a_person', { people: why.people, name: why.hand.name })
            : t(`disbursement.batch.may.${why.reason}`)}
        </Notice>
      )}
      {batch.unfit.length > 0 && (
        <Notice tone="danger" title={t.plural('disbursement.batch.unfit', batch.unfit.length)}>
          <p>{t('disbursement.batch.unfit.text')}</p>
          <ul className="list-disc ps-5">
            {batch.unfit.slice(0, 10).map((line) => (
              <li key={line.name + line.hold}>
                {line.name}
                <HoldReason hold={line.hold} />
              </li>
            ))}
          </ul>
          {batch.unfit.length > 10 && (
            <p>{t('disbursement.batch.unfit.more', { n: batch.unfit.length - 10 })}</p>
          )}
        </Notice>
      )}
      {batch.status === 'approved' &&
        batch.sp2dNumber !== null &&
        batch.sp2dAmountRupiah !== batch.live.totalRupiah && (
          <Notice tone="warning">{t('disbursement.batch.sp2d.unequal')}</Notice>
        )}
    </>
  )
}

/** What this reader can do with the batch now. */
function Steps({ batch }: { batch: Batch }) {
  const t = useTexts()
  const actor = useActor()
  if (!actor) return null
  const at = `/penyaluran/batch/${batch.id}`
  const treasurer = may(actor, 'batch.prepare')
  const decides = may(actor, 'batch.decide') && batch.status === 'submitted'
  const exported = batch.status === 'exported' || batch.status === 'settled'
  return (
    <>
      {treasurer && isOpenBatch(batch.status) && (
        <LinkButton to={`${at}/pengajuan`} tone="primary">
          {t('disbursement.batch.submit')}
        </LinkButton>
      )}
      {decides && !batch.whyNotApprove && (
        <LinkButton to={`${at}/persetujuan`} tone="primary">
          {t('disbursement.batch.approve')}
        </LinkButton>
      )}
      {decides && <LinkButton to={`${at}/pengembalian`}>{t('disbursement.batch.sendBack')}</LinkButton>}
      {decides && <LinkButton to={`${at}/penolakan`}>{t('disbursement.batch.refuse')}</LinkButton>}
      {treasurer && batch.status === 'approved' && (
        <LinkButton to={`${at}/sp2d`} tone={batch.sp2dNumber ? 'secondary' : 'primary'}>
          {t(batch.sp2dNumber ? 'disbursement.batch.sp2d.again' : 'disbursement.batch.sp2d')}
        </LinkButton>
      )}
      {may(actor, 'batch.export') && batch.status === 'approved' && batch.sp2dNumber && (
        <LinkButton to={`${at}/ekspor`} tone="primary">
          {t('disbursement.batch.export')}
        </LinkButton>
      )}
      {may(actor, 'batch.export') && exported && (
        <Form action={`${at}/berkas`} reloadDocument>
          <SubmitButton icon="download">{t('disbursement.batch.download')}</SubmitButton>
        </Form>
      )}
      {may(actor, 'bankFile.post') && batch.status === 'exported' && (
        <LinkButton to="/penyaluran/jawaban-bank/baru">{t('disbursement.batch.upload')}</LinkButton>
      )}
    </>
  )
}
