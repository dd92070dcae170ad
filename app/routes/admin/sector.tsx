import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SectorNameFields } from '~/components/sector-name-fields'
import { sectorForm } from '~/domain/programme/sector.form.server'
import { isBasicSector } from '~/domain/programme/sector-code'
import { getSector, renameSector } from '~/domain/programme/sectors.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('admin.sectors.rename'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'sector.write')
  return getSector(actor, args.params.code ?? '')
}

export function action(args: ActionFunctionArgs) {
  const code = args.params.code ?? ''
  return submit(args, {
    schema: sectorForm,
    command: (actor, input, at) => renameSector(actor, { code, ...input }, at),
    done: (_result, t) => ({ to: '/admin/sektor', message: t('admin.sectors.renamed') }),
  })
}

export default function SectorPage() {
  const { code, nameId, nameEn, active } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof sectorForm>>({
    id: 'sektor',
    defaultValue: { nameId, nameEn },
  })
  const breadcrumbs = [
    { label: t('admin.title'), to: '/admin' },
    { label: t('admin.sectors.title'), to: '/admin/sektor' },
  ]
  const switchTo = !isBasicSector(code) && (
    <LinkButton to={`/admin/sektor/${code}/keaktifan`} tone={active ? 'danger' : 'secondary'}>
      {t(active ? 'admin.sectors.deactivate' : 'admin.sectors.activate')}
    </LinkButton>
  )
  return (
    <Page
      title={t('admin.sectors.rename')}
      lead={nameId}
      breadcrumbs={breadcrumbs}
      actions={switchTo}
      help="admin"
      ask={t('admin.ask')}
      narrow
    >
      <Card>
        <Form of={form}>
          <SectorNameFields fields={fields} />
          <FormActions>
            <SubmitButton>{t('admin.sectors.rename.submit')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
