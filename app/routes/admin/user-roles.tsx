import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GrantFields } from '~/components/grant-fields'
import { GrantText } from '~/components/role-grants'
import { grantRole } from '~/domain/account/grant-role.server'
import { grantRoleForm } from '~/domain/account/user.form.server'
import { getUser, listRegencies } from '~/domain/account/user-queries.server'
import { authorize } from '~/domain/shared/permissions'
import { today } from '~/platform/clock.server'
import { requireActor, submit } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { Card, Page, Section } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, loaded) =>
  t('admin.roles.title', { name: loaded?.user.name ?? '' }),
)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'user.write')
  return {
    user: await getUser(actor, args.params.userId ?? ''),
    regencies: await listRegencies(),
    today: today(),
  }
}

export function action(args: ActionFunctionArgs) {
  const userId = args.params.userId ?? ''
  return submit(args, {
    schema: grantRoleForm,
    command: (actor, input, at) => grantRole(actor, { userId, ...input }, at),
    done: (_result, t) => ({ to: `/admin/pengguna/${userId}/peran`, message: t('admin.roles.added') }),
  })
}

export default function UserRoles() {
  const { user, regencies, today } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof grantRoleForm>>({ id: 'peran' })
  const base = `/admin/pengguna/${user.id}`
  const breadcrumbs = [
    { label: t('admin.title'), to: '/admin' },
    { label: t('admin.users.title'), to: '/admin/pengguna' },
    { label: user.name, to: base },
  ]
  return (
    <Page
      title={t('admin.roles.title', { name: user.name })}
      breadcrumbs={breadcrumbs}
      help="admin"
      ask={t('admin.ask')}
      narrow
    >
      <Section title={t('admin.roles.held')}>
        {user.roles.length === 0 && <p className="text-muted">{t('admin.users.noRole')}</p>}
        <ul className="grid gap-2">
          {user.roles.map((grant) => (
            <li
              key={grant.id}
              className="flex flex-wrap items-center justify-between gap-2 rounded-card border border-line bg-surface px-4 py-2"
            >
              <GrantText grant={grant} today={today} />
              <LinkButton to={`${base}/peran/${grant.id}/pencabutan`}>{t('admin.roles.revoke')}</LinkButton>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('admin.roles.add')}>
        <Card>
          <Form of={form}>
            <GrantFields fields={fields} regencies={regencies} today={today} />
            <FormActions>
              <SubmitButton>{t('admin.roles.add.submit')}</SubmitButton>
            </FormActions>
          </Form>
        </Card>
      </Section>
    </Page>
  )
}
