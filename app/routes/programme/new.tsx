import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ProgrammeFields } from '~/components/programme-fields'
import { createProgramme } from '~/domain/programme/create-programme.server'
import { listBanks } from '~/domain/programme/queries.server'
import { createProgrammeForm } from '~/domain/programme/settings.form.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('programme.new.title'))

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'programme.write')
  return { banks: await listBanks() }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: createProgrammeForm,
    command: (actor, input, at, key) => createProgramme(actor, input, at, key),
    done: (created, t) => ({
      to: `/program/${created.id}`,
      message: t('programme.created', { code: created.code }),
    }),
    hide: ['debtorAccount'],
  })
}

export default function NewProgramme() {
  const { banks } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof createProgrammeForm>>()
  return (
    <Page
      title={t('programme.new.title')}
      lead={t('programme.new.lead')}
      breadcrumbs={[{ label: t('programme.list.title'), to: '/program' }]}
      help="program#rancangan"
      narrow
    >
      <Form of={form}>
        <ProgrammeFields fields={fields} banks={banks} />
        <FormActions>
          <SubmitButton>{t('programme.new.save')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  )
}
