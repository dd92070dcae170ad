import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { endSessionsForm } from '~/domain/account/account.form.server'
import { browserName } from '~/domain/account/browser-name'
import { endOwnSessions } from '~/domain/account/end-own-sessions.server'
import { listOwnSessions } from '~/domain/account/queries.server'
import { submit } from '~/platform/respond.server'
import { requireSession } from '~/platform/session.server'
import { Badge } from '~/ui/badge'
import { Form, SubmitButton } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { Instant } from '~/ui/money'
import { Page } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('account.sessions.title'))

export async function loader(args: LoaderFunctionArgs) {
  const { actor, sessionId } = await requireSession(args)
  return { sessions: await listOwnSessions(actor, sessionId) }
}

export async function action(args: ActionFunctionArgs) {
  const { sessionId } = await requireSession(args)
  return submit(args, {
    schema: endSessionsForm,
    command: (actor, { which }, at) => endOwnSessions(actor, sessionId, which, at),
    done: ({ ended }, t) => ({ to: '/akun/sesi', message: t.plural('account.sessions.ended', ended) }),
  })
}

type Line = Awaited<ReturnType<typeof listOwnSessions>>[number]

export default function Sessions() {
  const { sessions } = useLoaderData<typeof loader>()
  const t = useTexts()
  const columns: Column<Line>[] = [
    {
      key: 'browser',
      header: t('account.sessions.browser'),
      lead: true,
      cell: ({ browser, current }) => (
        <span className="flex flex-wrap items-center gap-2">
          {browserName(browser) ?? t('account.sessions.unknown')}
          {current && <Badge tone="success">{t('account.sessions.this')}</Badge>}
        </span>
      ),
    },
    { key: 'from', header: t('account.sessions.from'), cell: ({ remoteAddress }) => remoteAddress ?? '–' },
    {
      key: 'since',
      header: t('account.sessions.since'),
      cell: ({ createdAt }) => <Instant at={createdAt} />,
    },
    {
      key: 'seen',
      header: t('account.sessions.seen'),
      cell: ({ lastSeenAt }) => <Instant at={lastSeenAt} />,
    },
    {
      key: 'end',
      header: t('account.sessions.end'),
      headerHidden: true,
      cell: ({ id, current }) => !current && <EndButton which={id} text={t('account.sessions.end')} />,
    },
  ]
  return (
    <Page
      title={t('account.sessions.title')}
      lead={t('account.sessions.lead')}
      breadcrumbs={[{ label: t('account.title'), to: '/akun' }]}
      actions={sessions.length > 1 && <EndButton which="others" text={t('account.sessions.endOthers')} />}
      help="akun"
      ask={t('account.ask')}
    >
      <Table
        caption={t('account.sessions.title')}
        columns={columns}
        rows={sessions}
        rowKey={({ id }) => id}
      />
    </Page>
  )
}

function EndButton({ which, text }: { which: string; text: string }) {
  return (
    <Form>
      <SubmitButton tone="secondary" name="which" value={which}>
        {text}
      </SubmitButton>
    </Form>
  )
}
