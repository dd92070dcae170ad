import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReasonField } from '~/components/programme-fields'
import { getProgrammeToChange } from '~/domain/programme/queries.server'
import { setQuotas } from '~/domain/programme/set-quotas.server'
import { setQuotasForm } from '~/domain/programme/settings.form.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { integer } from '~/ui/format'
import { TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Card, Page } from '~/ui/page'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('programme.quotas.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return { programme: await getProgrammeToChange(actor, args.params.id ?? '') }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: setQuotasForm,
    command: (actor, input, at, key) => setQuotas(actor, input, at, key),
    done: (changed, t) => ({ to: `/program/${changed.id}`, message: t('programme.changed') }),
  })
}

export default function ProgrammeQuotas() {
  const { programme } = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  const { form, fields } = useFields<InputOf<typeof setQuotasForm>>({
    defaultValue: {
      quotas: programme.quotas.map(({ regencyCode, persons }) => ({ regencyCode, persons: String(persons) })),
    },
  })
  const lines = fields.quotas.getFieldList()
  return (
    <Page
      title={t('programme.quotas.title')}
      lead={t('programme.quotas.unequal')}
      breadcrumbs={[
        { label: t('programme.list.title'), to: '/program' },
        { label: programme.code, to: `/program/${programme.id}` },
      ]}
      help="program#kuota"
      narrow
    >
      <Form of={form}>
        <input type="hidden" name="programmeId" value={programme.id} />
        <input type="hidden" name="version" value={programme.version} />
        <Card>
          {programme.quotas.map((quota, index) => {
            const line = lines[index]?.getFieldset()
            const known =
              quota.poorThousand === null
                ? t('programme.notPublished')
                : t('programme.people', { n: Math.round(quota.poorThousand * 1000) })
            return (
              <div
                key={quota.regencyCode}
                className="grid items-end gap-x-4 gap-y-1 border-b border-line pb-3 last:border-0 sm:grid-cols-[1fr_14rem]"
              >
                <input type="hidden" name={`quotas[${index}].regencyCode`} value={quota.regencyCode} />
                <TextInput
                  field={line?.persons}
                  name={`quotas[${index}].persons`}
                  label={quota.name}
                  hint={`${t('programme.column.poor')}: ${known}`}
                  inputMode="numeric"
                  maxLength={6}
                  required
                  width="max-w-32"
                />
                <p className="text-sm text-muted">
                  {t('programme.column.placed')}: {integer(quota.placed, locale)}
                  <br />
                  {t('programme.column.chance')}:{' '}
                  {quota.poorToAPlace === null ? '–' : t('programme.chance', { n: quota.poorToAPlace })}
                </p>
              </div>
            )
          })}
        </Card>
        {programme.status === 'open' && <ReasonField field={fields.reason} />}
        <FormActions>
          <SubmitButton>{t('programme.save')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  )
}
