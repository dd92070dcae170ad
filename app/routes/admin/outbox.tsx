import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOutbox } from '~/domain/account/user-queries.server'
import { env } from '~/platform/env.server'
import { requireActor } from '~/platform/respond.server'
import { Badge } from '~/ui/badge'
import { titleOf } from '~/ui/meta'
import { Instant } from '~/ui/money'
import { EmptyState, Notice } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { Pagination } from '~/ui/pagination'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('admin.outbox.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const after = new URL(args.request.url).searchParams.get('setelah') ?? undefined
  return { ...(await listOutbox(actor, { after })), kept: env().SMTP_URL === undefined }
}

type Mail = ReturnType<typeof useLoaderData<typeof loader>>['mails'][number]

export default function Outbox() {
  const { mails, after, kept } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <Page
      title={t('admin.outbox.title')}
      lead={t('admin.outbox.lead')}
      breadcrumbs={[{ label: t('admin.title'), to: '/admin' }]}
      help="admin"
      ask={t('admin.ask')}
    >
      {kept && <Notice>{t('admin.outbox.kept')}</Notice>}
      {mails.length === 0 && (
        <EmptyState title={t('admin.outbox.empty')}>{t('admin.outbox.empty.text')}</EmptyState>
      )}
      <ul className="grid gap-3">
        {mails.map((mail) => (
          <li key={mail.id}>
            <MailCard mail={mail} />
          </li>
        ))}
      </ul>
      <Pagination after={after} />
    </Page>
  )
}

function MailCard({ mail }: { mail: Mail }) {
  const t = useTexts()
  const state = mail.sentAt ? (
    <Badge tone="success">{t('admin.outbox.sent')}</Badge>
  ) : (
    <Badge tone={mail.error ? 'danger' : 'neutral'}>{t('admin.outbox.waiting')}</Badge>
  )
  return (
    <Card title={mail.subject} actions={state}>
      <p className="text-sm text-muted">
        {t('admin.outbox.to')} <span className="break-all">{mail.toAddress}</span>,{' '}
        <Instant at={mail.createdAt} />
      </p>
      {mail.error && <p className="text-danger">{t('admin.outbox.failed', { reason: mail.error })}</p>}
      <Body text={mail.bodyText} />
    </Card>
  )
}

/** The text as it was written; its addresses can be followed. */
function Body({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/\S+)/)
  return (
    <p className="max-w-prose break-words whitespace-pre-line">
      {parts.map((part, index) =>
        part.startsWith('http') ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text keep their order
          <a key={index} href={part} className="break-all text-accent underline" rel="noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  )
}
