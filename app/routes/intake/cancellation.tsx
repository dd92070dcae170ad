import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cancelIntakeFile } from '~/domain/intake/cancel-file.server'
import { fileForm } from '~/domain/intake/intake.form.server'
import { getIntakeFile } from '~/domain/intake/queries.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { Form, FormActions, SubmitButton, useFields } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('intake.cancel.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'intake.write')
  const { id, fileName } = await getIntakeFile(actor, args.params.id ?? '')
  return { id, fileName }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: fileForm,
    command: (actor, input, at, key) => cancelIntakeFile(actor, input, at, key),
    done: (_result, t) => ({ to: '/usulan', message: t('intake.cancel.done') }),
  })
}

export default function CancelFile() {
  const { id, fileName } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form } = useFields()
  return (
    <Page
      title={t('intake.cancel.title')}
      breadcrumbs={[
        { label: t('intake.list.title'), to: '/usulan' },
        { label: fileName, to: `/usulan/${id}` },
      ]}
      help="usulan"
      narrow
    >
      <Form of={form}>
        <input type="hidden" name="fileId" value={id} />
        <ConfirmBox
          title={t('common.form.confirmTitle')}
          points={[t('intake.cancel.nobody'), t('intake.cancel.removed')]}
        />
        <FormActions>
          <SubmitButton tone="danger">{t('intake.cancel.submit')}</SubmitButton>
          <LinkButton to={`/usulan/${id}`} tone="quiet">
            {t('common.form.back')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
