import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BudgetFields, type BudgetRow } from '~/components/budget-fields'
import { LINES_AT_FIRST } from '~/domain/enterprise/business-plan'
import { draftPlans } from '~/domain/enterprise/draft-plans.server'
import { planForm } from '~/domain/enterprise/plan.form.server'
import { getPlanToDraft } from '~/domain/enterprise/queries.server'
import { sectorLabel } from '~/domain/enterprise/sectors'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { RadioGroup } from '~/ui/choices'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { rupiah } from '~/ui/format'
import { TextArea } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('enterprise.person.plan'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return getPlanToDraft(actor, idIn(args, 'beneficiaryId'))
}

export function action(args: ActionFunctionArgs) {
  const beneficiaryId = idIn(args, 'beneficiaryId')
  return submit(args, {
    schema: planForm,
    command: (actor, input, at, key) => draftPlans(actor, [{ ...input, beneficiaryId }], at, key),
    done: (_drafted, t) => ({ to: `/usaha/${beneficiaryId}#rencana`, message: t('enterprise.plan.saved') }),
  })
}

export default function Plan() {
  const { person, plan, lines, sectors, offered, suggested } = useLoaderData<typeof loader>()
  const t = useTexts()
  const kept = lines.map((line) => ({
    item: line.item,
    quantity: String(line.quantity),
    unit: line.unit,
    unitPriceRupiah: rupiah(line.unitPriceRupiah).replace('Rp', ''),
  }))
  const blank = Array.from({ length: Math.max(1, LINES_AT_FIRST - kept.length) }, () => ({ item: '' }))
  const { form, fields } = useFields<InputOf<typeof planForm>>({
    id: 'rencana',
    defaultValue: {
      sectorCode: plan?.sectorCode ?? suggested ?? '',
      summary: plan?.summary ?? '',
      lines: [...kept, ...blank],
    },
  })
  const rows = fields.lines.getFieldList().map((line): BudgetRow => {
    const { item, quantity, unit, unitPriceRupiah } = line.getFieldset()
    return { key: line.key ?? line.name, item, quantity, unit, unitPriceRupiah }
  })
  const options = offered.map(({ sectorCode, ceilingRupiah, form: aid }) => ({
    value: sectorCode,
    label: sectorLabel(sectors, sectorCode, t.locale) ?? sectorCode,
    hint: t('enterprise.plan.sector.ceiling', {
      ceiling: rupiah(ceilingRupiah),
      form: t(aid === 'goods' ? 'enterprise.form.goods' : 'enterprise.form.money').toLowerCase(),
    }),
  }))
  return (
    <Page
      title={t('enterprise.person.plan')}
      lead={t('enterprise.plan.lead', { name: person.name })}
      breadcrumbs={[
        { label: t('enterprise.title'), to: '/usaha' },
        { label: person.name, to: `/usaha/${person.id}` },
      ]}
      help="usaha"
    >
      <Card>
        <Form of={form}>
          {plan?.status === 'draft' && <input type="hidden" name="seenVersion" value={plan.version} />}
          <RadioGroup
            field={fields.sectorCode}
            label={t('enterprise.plan.sector')}
            required
            options={options}
          />
          <TextArea
            field={fields.summary}
            label={t('enterprise.plan.summary')}
            hint={t('enterprise.plan.summary.hint')}
            required
            rows={3}
            maxLength={1000}
          />
          <BudgetFields
            formId={form.id}
            rows={rows}
            add={form.insert.getButtonProps({ name: fields.lines.name, defaultValue: { item: '' } })}
            ceilings={offered}
            sector={fields.sectorCode}
          />
          <FormActions>
            <SubmitButton>{t('enterprise.plan.save')}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </Page>
  )
}
