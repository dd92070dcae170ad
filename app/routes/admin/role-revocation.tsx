import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { userCrumbs } from '~/components/user-crumbs'
import { emptyForm } from '~/domain/account/account.form.server'
import { revokeRole } from '~/domain/account/grant-role.server'
import { getUser } from '~/domain/account/user-queries.server'
import { authorize } from '~/domain/shared/permissions'
import { refuse } from '~/domain/shared/refusal'
import { requireActor, submit } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { Form, FormActions, SubmitButton } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('admin.roles.revoke.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'user.write')
  const { id, name, roles } = await getUser(actor, args.params.userId ?? '')
  const grant = roles.find((one) => one.id === args.params.grantId) ?? refuse('not_found')
  return { user: { id, name }, grant }
}

export function action(args: ActionFunctionArgs) {
  const { userId = '', grantId = '' } = args.params
  return submit(args, {
    schema: emptyForm,
    command: (actor, _input, at) => revokeRole(actor, { userId, grantId }, at),
    done: (_result, t) => ({ to: `/admin/pengguna/${userId}/peran`, message: t('admin.roles.revoked') }),
  })
}

export default function RoleRevocation() {
  const { user, grant } = useLoaderData<typeof loader>()
  const t = useTexts()
  const role = `${t(`status.role.${grant.role}`)}, ${grant.regencyName ?? t('admin.users.province')}`
  const back = `/admin/pengguna/${user.id}/peran`
  const breadcrumbs = [...userCrumbs(t, user), { label: t('admin.roles.crumb'), to: back }]
  return (
    <Page
      title={t('admin.roles.revoke.title')}
      breadcrumbs={breadcrumbs}
      help="admin"
      ask={t('admin.ask')}
      narrow
    >
      <ConfirmBox
        title={t('common.form.confirmTitle')}
        points={[t('admin.roles.revoke.point', { name: user.name, role }), t('admin.roles.revoke.past')]}
      />
      <Form>
        <FormActions>
          <SubmitButton tone="danger">{t('admin.roles.revoke.title')}</SubmitButton>
          <LinkButton to={back}>{t('common.form.back')}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
