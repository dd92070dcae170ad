import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { closeProgramme } from '~/domain/programme/close-programme.server'
import { getProgrammeToChange } from '~/domain/programme/queries.server'
import { programmeStepForm } from '~/domain/programme/settings.form.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, SubmitButton } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('programme.close.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return { programme: await getProgrammeToChange(actor, args.params.id ?? '') }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: programmeStepForm,
    command: (actor, input, at, key) => closeProgramme(actor, input, at, key),
    done: (closed, t) => ({
      to: `/program/${closed.id}`,
      message: t('programme.closed', { code: closed.code }),
    }),
  })
}

export default function CloseProgramme() {
  const { programme } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <Page
      title={t('programme.close.title')}
      breadcrumbs={[
        { label: t('programme.list.title'), to: '/program' },
        { label: programme.code, to: `/program/${programme.id}` },
      ]}
      help="program#menutup"
      narrow
    >
      <ConfirmBox
        title={t('common.form.confirmTitle')}
        points={[t('programme.close.will'), t('programme.close.stays')]}
      />
      <Form>
        <input type="hidden" name="programmeId" value={programme.id} />
        <input type="hidden" name="version" value={programme.version} />
        <FormActions>
          <SubmitButton tone="danger">{t('programme.close.title')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  )
}
