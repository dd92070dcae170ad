import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getExport } from '~/domain/beneficiary/export-file.server'
import { authorize } from '~/domain/shared/permissions'
import { idIn } from '~/platform/address.server'
import { requireActor } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { titleOf } from '~/ui/meta'
import { Notice } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { Progress } from '~/ui/progress'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.export.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.export')
  const { id, state, done, total, file } = await getExport(actor, idIn(args, 'runId'))
  return { id, state, done, total, ready: file !== null }
}

export default function ExportRun() {
  const { id, state, done, total, ready } = useLoaderData<typeof loader>()
  const t = useTexts()
  const running = state === 'running'
  return (
    <Page
      title={t('beneficiaries.export.title')}
      breadcrumbs={[{ label: t('beneficiaries.list.title'), to: '/penerima' }]}
      help="penerima"
      narrow
    >
      <Card>
        {state === 'failed' || state === 'expired' ? (
          <Notice tone={state === 'failed' ? 'danger' : 'warning'}>
            {t(state === 'failed' ? 'beneficiaries.export.failed' : 'beneficiaries.export.expired')}
          </Notice>
        ) : (
          <Progress
            label={t(running ? 'beneficiaries.export.running' : 'beneficiaries.export.ready')}
            done={done}
            total={total > 0 ? total : null}
            running={running}
          />
        )}
        {ready && (
          <LinkButton to={`/penerima/ekspor/${id}/berkas`} tone="primary" icon="download" document>
            {t('beneficiaries.export.fetch')}
          </LinkButton>
        )}
      </Card>
    </Page>
  )
}
