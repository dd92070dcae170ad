import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReasonField } from '~/components/programme-fields'
import { planTranches } from '~/domain/programme/plan-tranches.server'
import { MOST_TRANCHES } from '~/domain/programme/programme'
import { getProgrammeToChange } from '~/domain/programme/queries.server'
import { planTranchesForm } from '~/domain/programme/settings.form.server'
import { quarterFrom } from '~/domain/shared/quarter'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { decimal, quarter } from '~/ui/format'
import { Select, TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Card, Page } from '~/ui/page'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('programme.tranches.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return { programme: await getProgrammeToChange(actor, args.params.id ?? '') }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: planTranchesForm,
    command: (actor, input, at, key) => planTranches(actor, input, at, key),
    done: (changed, t) => ({ to: `/program/${changed.id}`, message: t('programme.changed') }),
  })
}

const QUARTERS = [1, 2, 3, 4]

export default function ProgrammeTranches() {
  const { programme } = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  const numbers = Array.from({ length: MOST_TRANCHES }, (_, index) => index)
  const { form, fields } = useFields<InputOf<typeof planTranchesForm>>({
    defaultValue: {
      tranches: numbers.map((index) => {
        const line = programme.tranches[index]
        return line ? { quarter: line.quarter, share: decimal(line.shareBp / 100, 'id') } : {}
      }),
    },
  })
  const lines = fields.tranches.getFieldList()
  const quarters = QUARTERS.map((number) => quarterFrom(programme.fiscalYear, number)).map((value) => ({
    value,
    label: quarter(value, locale),
  }))
  return (
    <Page
      title={t('programme.tranches.title')}
      lead={t('programme.tranches.lead')}
      breadcrumbs={[
        { label: t('programme.list.title'), to: '/program' },
        { label: programme.code, to: `/program/${programme.id}` },
      ]}
      help="program#tahap"
      narrow
    >
      <Form of={form}>
        <input type="hidden" name="programmeId" value={programme.id} />
        <input type="hidden" name="version" value={programme.version} />
        <Card>
          {lines.map((item, index) => {
            const line = item.getFieldset()
            return (
              <fieldset
                key={item.key}
                className="grid gap-4 border-b border-line pb-3 last:border-0 sm:grid-cols-2"
              >
                <legend className="mb-1 font-semibold">{t('programme.tranche', { n: index + 1 })}</legend>
                <Select field={line.quarter} label={t('programme.column.quarter')} options={quarters} />
                <TextInput
                  field={line.share}
                  label={t('programme.column.share')}
                  inputMode="decimal"
                  maxLength={6}
                  width="max-w-32"
                />
              </fieldset>
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
