import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { chosenProgramme } from '~/domain/programme/queries.server'
import { addDays } from '~/domain/shared/day'
import { authorize } from '~/domain/shared/permissions'
import { listUnpublished } from '~/domain/verification/objection-queries.server'
import { publishList } from '~/domain/verification/publish-list.server'
import { publishListForm } from '~/domain/verification/verification.form.server'
import { today } from '~/platform/clock.server'
import { requireActor, submit } from '~/platform/respond.server'
import { CheckboxGroup } from '~/ui/choices'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { day } from '~/ui/format'
import { titleOf } from '~/ui/meta'
import { ConfirmBox, EmptyState } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('verification.publish.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'objection.write')
  const programme = await chosenProgramme(args.request)
  const regencies = programme ? await listUnpublished(actor, programme.id) : []
  return { programme, regencies, lastDay: programme ? addDays(today(), programme.objectionDays - 1) : null }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: publishListForm,
    command: (actor, input, at, key) => publishList(actor, input, at, key),
    done: (result, t) => ({
      to: '/verifikasi/sanggahan',
      message: t('verification.objections.published', { n: result.persons }),
    }),
  })
}

export default function Publication() {
  const { programme, regencies, lastDay } = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  const { form, fields } = useFields<InputOf<typeof publishListForm>>({
    defaultValue: { regencyCodes: regencies.map((regency) => regency.code) },
  })
  const days =
    programme && programme.objectionDays > 0
      ? t('verification.publish.days', { day: day(lastDay ?? '', locale) })
      : t('verification.publish.zero')
  return (
    <Page
      title={t('verification.publish.title')}
      breadcrumbs={[{ label: t('verification.objections.title'), to: '/verifikasi/sanggahan' }]}
      help="verifikasi#sanggahan"
      narrow
    >
      {programme && regencies.length > 0 ? (
        <Form of={form}>
          <input type="hidden" name="programmeId" value={programme.id} />
          <CheckboxGroup
            field={fields.regencyCodes}
            label={t('verification.publish.choose')}
            required
            options={regencies.map(({ code, name, persons }) => ({
              value: code,
              label: t('verification.publish.option', { name, n: persons }),
            }))}
          />
          <ConfirmBox
            title={t('common.form.confirmTitle')}
            points={[t('verification.publish.will'), days, t('verification.publish.undo')]}
          />
          <FormActions>
            <SubmitButton>{t('verification.objections.publish')}</SubmitButton>
          </FormActions>
        </Form>
      ) : (
        <EmptyState title={t('verification.publish.none')} icon="check">
          {t('verification.objections.empty.text')}
        </EmptyState>
      )}
    </Page>
  )
}
