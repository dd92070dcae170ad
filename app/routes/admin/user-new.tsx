import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GrantFields } from '~/components/grant-fields'
import { createUser } from '~/domain/account/create-user.server'
import { createUserForm } from '~/domain/account/user.form.server'
import { listRegencies } from '~/domain/account/user-queries.server'
import { authorize } from '~/domain/shared/permissions'
import { temporaryPassword } from '~/platform/auth.server'
import { today } from '~/platform/clock.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('admin.new.title'))

export async function loader(args: LoaderFunctionArgs) {
  authorize(await requireActor(args), 'user.write')
  return { regencies: await listRegencies(), today: today() }
}

export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: createUserForm,
    command: async (actor, input, at, key) => {
      const password = temporaryPassword(key)
      const { id } = await createUser(actor, { ...input, temporaryPassword: password }, at, key)
      return { id, password }
    },
    done: ({ id, password }, t) => ({
      to: `/admin/pengguna/${id}`,
      message: t('admin.new.done', { password }),
    }),
  })
}

export default function UserNew() {
  const { regencies, today } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof createUserForm>>({ id: 'pengguna-baru' })
  const breadcrumbs = [
    { label: t('admin.title'), to: '/admin' },
    { label: t('admin.users.title'), to: '/admin/pengguna' },
  ]
  return (
    <Page
      title={t('admin.new.title')}
      lead={t('admin.new.lead')}
      breadcrumbs={breadcrumbs}
      help="admin"
      ask={t('admin.ask')}
      narrow
    >
      <Card>
        <Form of={form}>
          <TextInput
            field={fields.name}
            label={t('admin.users.name')}
            required
            maxLength={100}
            autoComplete="off"
          />
          <TextInput
            field={fields.email}
            type="email"
            label={t('admin.users.email')}
            required
            maxLength={200}
            autoComplete="off"
          />
          <GrantFields fields={fields} regencies={regencies} today={today} />
          <FormActions>
            <SubmitButton>{t('admin.new.submit')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
