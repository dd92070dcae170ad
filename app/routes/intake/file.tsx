import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { IntakeStateBadge, VerdictBadge } from '~/components/intake-badges'
import { FileNotices } from '~/components/intake-file-notices'
import { IntakeRowTable } from '~/components/intake-row-table'
import { VERDICTS, type Verdict } from '~/domain/intake/candidate'
import { getIntakeFile, listIntakeRows } from '~/domain/intake/queries.server'
import { textsFor } from '~/platform/i18n.server'
import { requireActor } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { integer } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { Page, Section } from '~/ui/page'
import { Pagination } from '~/ui/pagination'
import { Progress } from '~/ui/progress'
import { StatGrid, StatLink } from '~/ui/stat'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((_, loaded) => loaded?.file.fileName ?? '')

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { storageKey: _key, ...file } = await getIntakeFile(actor, args.params.id ?? '')
  if (file.state === 'mapping' && file.mayWork) throw redirect(`/usulan/${file.id}/kolom`)
  const { refusal } = file.findings
  const refusedBecause = refusal
    ? (textsFor(actor.locale).find(`refusal.intake.${refusal.code}`, refusal.params) ?? refusal.code)
    : null
  const search = new URL(args.request.url).searchParams
  const verdict = VERDICTS.find((one) => one === search.get('hasil')) ?? null
  const after = Number(search.get('setelah') ?? 0)
  return {
    file,
    refusedBecause,
    verdict,
    ...(await listIntakeRows(file.id, { verdict, after: Number.isSafeInteger(after) ? after : 0 })),
  }
}

export default function IntakeFilePage() {
  const { file, refusedBecause, verdict, rows, next } = useLoaderData<typeof loader>()
  const t = useTexts()
  const running = file.state === 'checking' || file.state === 'writing'
  return (
    <Page
      title={file.fileName}
      lead={`${file.programme.code} · ${file.regency ?? t('intake.wholeProvince')} · ${file.by}`}
      badge={<IntakeStateBadge state={file.state} />}
      breadcrumbs={[{ label: t('intake.list.title'), to: '/usulan' }]}
      help="usulan#hasil"
      actions={<FileActions />}
    >
      {running && (
        <Progress
          label={t(file.state === 'checking' ? 'intake.progress.checking' : 'intake.progress.writing')}
          done={file.run?.done ?? 0}
          total={file.run?.total ? Math.max(file.run.total, file.run.done) : null}
          running
        />
      )}
      <FileNotices file={file} refusedBecause={refusedBecause} />
      {(file.state === 'checked' || file.state === 'written') && (
        <>
          <VerdictCounts />
          <Section title={verdict ? t(`intake.rows.${verdict}`) : t('intake.rows.all')}>
            <IntakeRowTable rows={rows} />
            <Pagination after={next === null ? null : String(next)} />
          </Section>
        </>
      )}
    </Page>
  )
}

function FileActions() {
  const { file } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { id, state, mayWork, plan } = file
  const isJudged = state === 'checked' || state === 'written'
  const people = file.acceptedRows + file.warningRows
  return (
    <>
      {state === 'checked' && mayWork && people > 0 && (
        <LinkButton to={`/usulan/${id}/konfirmasi`} tone="primary" icon="check">
          {t('intake.confirm.title')}
        </LinkButton>
      )}
      {isJudged && (
        <LinkButton to={`/usulan/${id}/hasil/${plan.source.format}`} document icon="download">
          {t('intake.download.title')}
        </LinkButton>
      )}
      {mayWork && (state === 'checked' || state === 'refused') && (
        <LinkButton to={`/usulan/${id}/kolom`}>{t('intake.mapping.change')}</LinkButton>
      )}
      {mayWork && ['checked', 'refused', 'checking'].includes(state) && (
        <LinkButton to={`/usulan/${id}/pembatalan`} tone="quiet">
          {t('intake.cancel.title')}
        </LinkButton>
      )}
    </>
  )
}

function VerdictCounts() {
  const { file } = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  const counts: Record<Verdict, number> = {
    accepted: file.acceptedRows,
    warning: file.warningRows,
    rejected: file.rejectedRows,
  }
  return (
    <StatGrid>
      <StatLink to="?" label={t('intake.rows.all')} value={integer(file.totalRows, locale)} />
      {VERDICTS.map((one) => (
        <StatLink
          key={one}
          to={`?hasil=${one}`}
          label={t(`intake.rows.${one}`)}
          value={integer(counts[one], locale)}
          note={<VerdictBadge verdict={one} />}
        />
      ))}
    </StatGrid>
  )
}
