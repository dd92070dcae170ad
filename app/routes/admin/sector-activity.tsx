import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { sectorActivityForm } from '~/domain/programme/sector.form.server'
import { getSector, switchSector } from '~/domain/programme/sectors.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { Form, FormActions, SubmitButton } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('admin.sectors.state'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'sector.write')
  return getSector(actor, args.params.code ?? '')
}

export function action(args: ActionFunctionArgs) {
  const code = args.params.code ?? ''
  return submit(args, {
    schema: sectorActivityForm,
    command: (actor, { active }, at) => switchSector(actor, { code, active }, at),
    done: (_result, t) => ({ to: '/admin/sektor', message: t('admin.sectors.switched') }),
  })
}

export default function SectorActivity() {
  const { code, nameId, active } = useLoaderData<typeof loader>()
  const t = useTexts()
  const title = t(active ? 'admin.sectors.deactivate' : 'admin.sectors.activate')
  const point = t(active ? 'admin.sectors.deactivate.point' : 'admin.sectors.activate.point')
  const breadcrumbs = [
    { label: t('admin.title'), to: '/admin' },
    { label: t('admin.sectors.title'), to: '/admin/sektor' },
    { label: nameId, to: `/admin/sektor/${code}` },
  ]
  return (
    <Page title={title} breadcrumbs={breadcrumbs} help="admin" ask={t('admin.ask')} narrow>
      <ConfirmBox title={t('common.form.confirmTitle')} points={[point]} />
      <Form>
        <input type="hidden" name="active" value={active ? 'no' : 'yes'} />
        <FormActions>
          <SubmitButton tone={active ? 'danger' : 'primary'}>{title}</SubmitButton>
          <LinkButton to={`/admin/sektor/${code}`}>{t('common.form.back')}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
