import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { DisbursementTabs } from '~/components/disbursement-frame'
import { isRule, type RuleResult, type Violation } from '~/domain/disbursement/rules'
import { findViolations, lastRun, runRules } from '~/domain/disbursement/rules.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Badge } from '~/ui/badge'
import { instant, integer } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { EmptyState, Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { Form, SubmitButton } from '~/ui/sealed-form'
import { type Column, Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('disbursement.rules.title'))

const nothing = z.object({})

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const rule = new URL(args.request.url).searchParams.get('aturan') ?? ''
  return { last: await lastRun(actor), shown: isRule(rule) ? await findViolations(actor, rule) : null }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: nothing,
    command: (actor, _input, at, key) => runRules(actor, at, key),
    done: ({ violations }, t) => ({
      to: '/penyaluran/aturan',
      message: t('disbursement.rules.done', { n: violations }),
      tone: violations === 0 ? 'success' : 'danger',
    }),
  })
}

type Run = NonNullable<Awaited<ReturnType<typeof lastRun>>>

export default function MoneyRules() {
  const { last, shown } = useLoaderData<typeof loader>()
  const t = useTexts()
  const run = (
    <Form>
      <SubmitButton>{t('disbursement.rules.run')}</SubmitButton>
    </Form>
  )
  return (
    <Page
      title={t('disbursement.rules.title')}
      lead={t('disbursement.rules.lead')}
      breadcrumbs={[{ label: t('disbursement.tranches.title'), to: '/penyaluran' }]}
      help="penyaluran#aturan"
      actions={run}
    >
      <DisbursementTabs />
      {last ? (
        <Results last={last} />
      ) : (
        <EmptyState title={t('disbursement.rules.never')} icon="shield">
          {t('disbursement.rules.never.text')}
        </EmptyState>
      )}
      {shown && <Violations result={shown} />}
      <Notice tone="neutral">{t('disbursement.rules.seal')}</Notice>
    </Page>
  )
}

function Results({ last }: { last: Run }) {
  const t = useTexts()
  const locale = useLocale()
  const columns: Column<Run['results'][number]>[] = [
    {
      key: 'rule',
      header: t('disbursement.rules.column.rule'),
      lead: true,
      cell: ({ rule }) => (
        <span className="font-normal">
          <strong>{rule}</strong> {t(`disbursement.rule.${rule}`)}
        </span>
      ),
    },
    {
      key: 'holds',
      header: t('disbursement.rules.column.holds'),
      cell: ({ count }) =>
        count === 0 ? (
          <Badge tone="success">{t('disbursement.rules.holds')}</Badge>
        ) : (
          <Badge tone="danger">{t('disbursement.rules.broken')}</Badge>
        ),
    },
    {
      key: 'count',
      header: t('disbursement.rules.column.count'),
      numeric: true,
      cell: ({ rule, count }) => (
        <a href={`/penyaluran/aturan?aturan=${rule}`} className="text-accent underline">
          {integer(count, locale)}
        </a>
      ),
    },
    {
      key: 'duration',
      header: t('disbursement.rules.column.duration'),
      numeric: true,
      cell: ({ durationMs }) => t('disbursement.rules.ms', { n: durationMs }),
    },
  ]
  return (
    <>
      <p>{t('disbursement.rules.last', { when: instant(last.at, locale), name: last.actorName })}</p>
      <Table
        caption={t('disbursement.rules.title')}
        columns={columns}
        rows={last.results}
        rowKey={({ rule }) => rule}
      />
    </>
  )
}

const PLACES: Record<string, string> = {
  batch: '/penyaluran/batch/',
  bank_file: '/penyaluran/jawaban-bank/',
  beneficiary: '/penerima/',
  programme: '/program/',
}

function Violations({ result }: { result: RuleResult }) {
  const t = useTexts()
  const columns: Column<Violation>[] = [
    {
      key: 'what',
      header: t('disbursement.rules.column.what'),
      lead: true,
      cell: ({ what }) => t.find(`disbursement.violation.${what}`) ?? what,
    },
    {
      key: 'subject',
      header: t('disbursement.rules.column.subject'),
      cell: ({ subjectType, subjectId }) =>
        PLACES[subjectType] ? (
          <a href={`${PLACES[subjectType]}${subjectId}`} className="text-accent underline">
            {subjectId}
          </a>
        ) : (
          <code className="text-sm">{subjectId}</code>
        ),
    },
    { key: 'detail', header: t('disbursement.rules.column.detail'), cell: ({ detail }) => detail },
  ]
  return (
    <Section title={t('disbursement.rules.violations', { rule: result.rule })}>
      {result.count > result.violations.length && (
        <p>{t('disbursement.rules.violations.more', { shown: result.violations.length, n: result.count })}</p>
      )}
      <Table
        caption={t('disbursement.rules.violations', { rule: result.rule })}
        columns={columns}
        rows={result.violations}
        rowKey={(violation) => `${violation.what}${violation.subjectId}${violation.detail}`}
        empty={<Notice tone="success">{t('disbursement.rules.violations.none')}</Notice>}
      />
    </Section>
  )
}
