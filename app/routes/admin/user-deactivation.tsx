import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { userCrumbs } from '~/components/user-crumbs'
import { deactivateUser } from '~/domain/account/deactivate-user.server'
import { reasonForm } from '~/domain/account/user.form.server'
import { getUser } from '~/domain/account/user-queries.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, user) =>
  t('admin.deactivation.title', { name: user?.name ?? '' }),
)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'user.write')
  const { id, name } = await getUser(actor, args.params.userId ?? '')
  return { id, name }
}

export function action(args: ActionFunctionArgs) {
  const userId = args.params.userId ?? ''
  return submit(args, {
    schema: reasonForm,
    command: (actor, { reason }, at) => deactivateUser(actor, { userId, reason }, at),
    done: (_result, t) => ({ to: `/admin/pengguna/${userId}`, message: t('admin.deactivation.done') }),
  })
}

export default function UserDeactivation() {
  const user = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof reasonForm>>({ id: 'alasan' })
  const title = t('admin.deactivation.title', { name: user.name })
  return (
    <Page title={title} breadcrumbs={userCrumbs(t, user)} help="admin" ask={t('admin.ask')} narrow>
      <ConfirmBox
        title={t('common.form.confirmTitle')}
        points={[
          t('admin.deactivation.sessions'),
          t('admin.deactivation.work'),
          t('admin.deactivation.undo'),
        ]}
      />
      <Form of={form}>
        <TextInput
          field={fields.reason}
          label={t('admin.reason')}
          hint={t('admin.reason.hint')}
          required
          minLength={5}
          maxLength={500}
        />
        <FormActions>
          <SubmitButton tone="danger">{t('admin.user.deactivate')}</SubmitButton>
          <LinkButton to={`/admin/pengguna/${user.id}`}>{t('common.form.back')}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
