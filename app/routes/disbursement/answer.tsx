import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useActor } from '~/components/actor'
import { AnswerLines, VerdictSums } from '~/components/answer-lines'
import { getBankFile, listAnswerLines } from '~/domain/disbursement/queries.bank-file.server'
import { may } from '~/domain/shared/permissions'
import { requireActor } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { DescriptionList } from '~/ui/description-list'
import { instant, rupiah } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { Notice } from '~/ui/notice'
import { Card, Page, Section } from '~/ui/page'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>(
  (t, loaded) => loaded?.file.fileName ?? t('disbursement.answers.title'),
)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const params = new URL(args.request.url).searchParams
  const file = await getBankFile(actor, args.params.id ?? '')
  const verdict = params.get('arti') ?? undefined
  return {
    file,
    ...(await listAnswerLines(actor, file.id, {
      after: Number(params.get('setelah')) || undefined,
      verdict,
    })),
  }
}

type File = Awaited<ReturnType<typeof getBankFile>>

export default function BankAnswer() {
  const { file, lines, after } = useLoaderData<typeof loader>()
  const t = useTexts()
  const actor = useActor()
  const open = file.state === 'checked'
  const mayPost = actor !== null && may(actor, 'bankFile.post') && open
  const crumbs = [
    { label: t('disbursement.tranches.title'), to: '/penyaluran' },
    { label: t('disbursement.answers.title'), to: '/penyaluran/jawaban-bank' },
  ]
  return (
    <Page
      title={file.fileName}
      lead={t(`disbursement.answers.state.${file.state as 'checked' | 'posted' | 'discarded'}`)}
      breadcrumbs={crumbs}
      help="penyaluran#jawaban-bank"
    >
      <Facts file={file} />
      {open && <Standing file={file} />}
      {open && <Decisions file={file} />}
      <Section title={t('disbursement.answer.section.meaning')}>
        <VerdictSums sums={file.sums} />
      </Section>
      <Section title={t('disbursement.answer.section.lines')}>
        <AnswerLines lines={lines} fileId={file.id} mayDecide={mayPost} />
        {after !== null && <LinkButton to={`?setelah=${after}`}>{t('disbursement.lines.more')}</LinkButton>}
      </Section>
    </Page>
  )
}

function Facts({ file }: { file: File }) {
  const t = useTexts()
  const locale = useLocale()
  const by = (name: string | null, at: Date | null) =>
    name && at ? t('disbursement.answers.by', { name, when: instant(at, locale) }) : null
  return (
    <Card>
      <DescriptionList
        columns={3}
        entries={[
          {
            label: t('disbursement.answer.control'),
            value: t('disbursement.answer.counted', {
              count: file.controlCount,
              total: rupiah(file.controlTotalRupiah),
            }),
          },
          {
            label: t('disbursement.answer.own'),
            value: t('disbursement.answer.counted', { count: file.count, total: rupiah(file.totalRupiah) }),
          },
          { label: t('disbursement.answer.uploaded'), value: by(file.uploadedBy, file.uploadedAt) },
          { label: t('disbursement.answer.confirmed'), value: file.confirmer },
          { label: t('disbursement.answer.posted'), value: by(file.postedBy, file.postedAt) },
          {
            label: t('disbursement.answer.sha'),
            value: <code className="text-sm break-all">{file.sha256}</code>,
            wide: true,
          },
        ]}
      />
    </Card>
  )
}

/** Whether the file may be posted as it is, and what is missing. */
function Standing({ file }: { file: File }) {
  const t = useTexts()
  return (
    <>
      {file.agrees ? (
        <Notice tone="success">{t('disbursement.answer.agrees')}</Notice>
      ) : (
        <Notice tone="danger">
          {t('disbursement.answer.differs', { count: file.count, total: rupiah(file.totalRupiah) })}
        </Notice>
      )}
      {file.openLines > 0 && (
        <Notice tone="warning" title={t.plural('disbursement.answer.open', file.openLines)}>
          {t('disbursement.answer.open.text')}
        </Notice>
      )}
    </>
  )
}

function Decisions({ file }: { file: File }) {
  const t = useTexts()
  const actor = useActor()
  if (!actor) return null
  const at = `/penyaluran/jawaban-bank/${file.id}`
  const blocked = file.exportedByActor && (file.confirmedBy === null || file.confirmedBy === actor.userId)
  const postable = file.agrees && file.openLines === 0
  return (
    <div className="flex flex-wrap items-center gap-2">
      {may(actor, 'bankFile.post') && blocked && (
        <Notice tone="warning">{t('disbursement.answer.exporter')}</Notice>
      )}
      {may(actor, 'bankFile.post') && postable && !blocked && (
        <LinkButton to={`${at}/pembukuan`} tone="primary">
          {t('disbursement.answer.post')}
        </LinkButton>
      )}
      {may(actor, 'bankFile.confirm') && !file.confirmedBy && (
        <LinkButton to={`${at}/pengesahan`}>{t('disbursement.answer.confirm')}</LinkButton>
      )}
      {may(actor, 'bankFile.post') && (
        <LinkButton to={`${at}/pembuangan`}>{t('disbursement.answer.discard')}</LinkButton>
      )}
    </div>
  )
}
