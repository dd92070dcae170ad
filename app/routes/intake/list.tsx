import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { IntakeStateBadge } from '~/components/intake-badges'
import { listIntakeFiles } from '~/domain/intake/queries.server'
import { may } from '~/domain/shared/permissions'
import { requireActor } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { integer } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { Instant } from '~/ui/money'
import { EmptyState } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Pagination } from '~/ui/pagination'
import { Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('intake.list.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const cursor = new URL(args.request.url).searchParams.get('setelah')
  const before = cursor && !Number.isNaN(Date.parse(cursor)) ? new Date(cursor) : null
  return { ...(await listIntakeFiles(actor, before)), mayWrite: may(actor, 'intake.write') }
}

export default function IntakeFiles() {
  const { files, next, mayWrite } = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  const upload = mayWrite && (
    <LinkButton to="/usulan/unggah" tone="primary" icon="upload">
      {t('intake.upload.title')}
    </LinkButton>
  )
  return (
    <Page
      title={t('intake.list.title')}
      lead={t('intake.list.lead')}
      help="usulan"
      actions={
        <>
          {upload}
          {mayWrite && <LinkButton to="/penerima/baru">{t('intake.register.title')}</LinkButton>}
          <LinkButton to="/usulan/templat/xlsx" document>
            {t('intake.template.xlsx')}
          </LinkButton>
          <LinkButton to="/usulan/templat/csv" document>
            {t('intake.template.csv')}
          </LinkButton>
        </>
      }
    >
      <Table
        caption={t('intake.list.title')}
        rows={files}
        rowKey={(file) => file.id}
        empty={
          <EmptyState title={t('intake.list.empty')} action={upload}>
            {t('intake.list.empty.text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            header: t('intake.column.file'),
            lead: true,
            cell: (file) => (
              <a href={`/usulan/${file.id}`} className="text-accent underline break-all">
                {file.fileName}
              </a>
            ),
          },
          {
            key: 'state',
            header: t('intake.column.state'),
            cell: (file) => <IntakeStateBadge state={file.state} />,
          },
          {
            key: 'regency',
            header: t('intake.column.regency'),
            cell: (file) => file.regency ?? t('intake.wholeProvince'),
          },
          {
            key: 'rows',
            header: t('intake.column.rows'),
            numeric: true,
            cell: (file) => integer(file.totalRows, locale),
          },
          {
            key: 'written',
            header: t('intake.column.written'),
            numeric: true,
            cell: (file) => integer(file.writtenRows, locale),
          },
          { key: 'by', header: t('intake.column.by'), cell: (file) => file.by },
          { key: 'at', header: t('intake.column.at'), cell: (file) => <Instant at={file.uploadedAt} /> },
        ]}
      />
      <Pagination after={next ? next.toISOString() : null} />
    </Page>
  )
}
