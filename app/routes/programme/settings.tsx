import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ProgrammeFields, ReasonField } from '~/components/programme-fields'
import { changeSettings } from '~/domain/programme/change-settings.server'
import { getProgrammeToChange, listBanks } from '~/domain/programme/queries.server'
import { changeSettingsForm } from '~/domain/programme/settings.form.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { titleOf } from '~/ui/meta'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('programme.settings.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return { programme: await getProgrammeToChange(actor, args.params.id ?? ''), banks: await listBanks() }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: changeSettingsForm,
    command: (actor, input, at, key) => changeSettings(actor, input, at, key),
    done: (changed, t) => ({ to: `/program/${changed.id}`, message: t('programme.changed') }),
    hide: ['debtorAccount'],
  })
}

export default function ProgrammeSettings() {
  const { programme, banks } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof changeSettingsForm>>({
    defaultValue: {
      code: programme.code,
      name: programme.name,
      fiscalYear: String(programme.fiscalYear),
      budgetRupiah: String(programme.budgetRupiah),
      attendancePercent: String(programme.attendancePercent),
      excusedRule: programme.excusedLeaveDenominator ? 'leaves' : 'counts',
      approvalThresholdRupiah: String(programme.approvalThresholdRupiah),
      objectionDays: String(programme.objectionDays),
      earlierRecipients: programme.earlierRecipients,
      sameFamilyCard: programme.sameFamilyCard,
      debtorName: programme.debtorName ?? undefined,
      debtorBankCode: programme.debtorBankCode ?? undefined,
    },
  })
  return (
    <Page
      title={t('programme.settings.title')}
      breadcrumbs={[
        { label: t('programme.list.title'), to: '/program' },
        { label: programme.code, to: `/program/${programme.id}` },
      ]}
      help="program#mengubah"
      narrow
    >
      <Form of={form}>
        <input type="hidden" name="programmeId" value={programme.id} />
        <input type="hidden" name="version" value={programme.version} />
        {programme.debtorAccountEnding && <input type="hidden" name="debtorKept" value="yes" />}
        <ProgrammeFields
          fields={fields}
          banks={banks}
          debtorEnding={programme.debtorAccountEnding}
          identityFixed={programme.status === 'open'}
        />
        {programme.status === 'open' && <ReasonField field={fields.reason} />}
        <FormActions>
          <SubmitButton>{t('programme.save')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  )
}
