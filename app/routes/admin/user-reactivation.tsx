import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { userCrumbs } from '~/components/user-crumbs'
import { emptyForm } from '~/domain/account/account.form.server'
import { reactivateUser } from '~/domain/account/deactivate-user.server'
import { getUser } from '~/domain/account/user-queries.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { Form, FormActions, SubmitButton } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, user) =>
  t('admin.reactivation.title', { name: user?.name ?? '' }),
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
    schema: emptyForm,
    command: (actor, _input, at) => reactivateUser(actor, { userId }, at),
    done: (_result, t) => ({ to: `/admin/pengguna/${userId}`, message: t('admin.reactivation.done') }),
  })
}

export default function UserReactivation() {
  const user = useLoaderData<typeof loader>()
  const t = useTexts()
  const title = t('admin.reactivation.title', { name: user.name })
  return (
    <Page title={title} breadcrumbs={userCrumbs(t, user)} help="admin" ask={t('admin.ask')} narrow>
      <ConfirmBox title={t('common.form.confirmTitle')} points={[t('admin.reactivation.point')]} />
      <Form>
        <FormActions>
          <SubmitButton tone="primary">{t('admin.user.reactivate')}</SubmitButton>
          <LinkButton to={`/admin/pengguna/${user.id}`}>{t('common.form.back')}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
