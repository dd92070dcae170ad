import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PermissionMatrix } from '~/components/permission-matrix'
import { changeRolePolicy } from '~/domain/account/change-role-policy.server'
import { alwaysNeedsSecondFactor } from '~/domain/account/roles'
import { rolePolicyForm } from '~/domain/account/user.form.server'
import { listRolePolicies } from '~/domain/account/user-queries.server'
import { ROLES, type Role } from '~/domain/shared/actor'
import { may } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, SubmitButton } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { Card, Page, Section } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('admin.policy.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return { policies: await listRolePolicies(actor), writes: may(actor, 'user.write') }
}

export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: rolePolicyForm,
    command: (actor, input, at) => changeRolePolicy(actor, input, at),
    done: (_result, t) => ({ to: '/admin/peran', message: t('admin.policy.saved') }),
  })
}

type Policy = Awaited<ReturnType<typeof listRolePolicies>>[number]

export default function Roles() {
  const { policies, writes } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <Page
      title={t('admin.policy.title')}
      lead={t('admin.policy.lead')}
      breadcrumbs={[{ label: t('admin.title'), to: '/admin' }]}
      help="admin"
      ask={t('admin.ask')}
    >
      <Section title={t('admin.policy.secondFactor')}>
        <Card>
          <p className="max-w-prose text-muted">{t('admin.policy.secondFactor.lead')}</p>
          <Form key={policies.map(({ secondFactorRequired }) => Number(secondFactorRequired)).join('')}>
            <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
              {ROLES.map((role) => (
                <PolicyBox
                  key={role}
                  role={role}
                  policy={policies.find((one) => one.role === role)}
                  writes={writes}
                />
              ))}
            </ul>
            {writes && (
              <FormActions>
                <SubmitButton tone="secondary">{t('admin.policy.save')}</SubmitButton>
              </FormActions>
            )}
          </Form>
        </Card>
      </Section>
      <Section title={t('admin.policy.table')}>
        <p className="max-w-prose text-muted">{t('admin.policy.note')}</p>
        <PermissionMatrix />
      </Section>
    </Page>
  )
}

function PolicyBox({ role, policy, writes }: { role: Role; policy: Policy | undefined; writes: boolean }) {
  const t = useTexts()
  const always = alwaysNeedsSecondFactor(role)
  return (
    <li>
      <label className="flex cursor-pointer items-start gap-2.5 coarse:min-h-[44px] coarse:py-2.5">
        <input
          type="checkbox"
          name="required"
          value={role}
          className="mt-0.5 size-4.5 shrink-0 accent-accent"
          defaultChecked={always || policy?.secondFactorRequired}
          disabled={always || !writes}
        />
        <span>
          {t(`status.role.${role}`)}
          <span className="block text-sm text-muted">
            {t.plural('admin.policy.holders', policy?.holders ?? 0)}
            {always && `, ${t('admin.policy.always')}`}
          </span>
        </span>
      </label>
    </li>
  )
}
