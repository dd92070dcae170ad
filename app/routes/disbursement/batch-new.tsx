import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NoYear } from '~/components/disbursement-frame'
import { prepareBatchForm } from '~/domain/disbursement/batch.form.server'
import { prepareBatch } from '~/domain/disbursement/prepare-batch.server'
import { listQuarters } from '~/domain/disbursement/queries.tranches.server'
import { listChoices } from '~/domain/disbursement/reach.server'
import { chosenProgramme } from '~/domain/programme/queries.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { CheckboxGroup } from '~/ui/choices'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { quarter } from '~/ui/format'
import { Select, TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('disbursement.prepare.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'batch.prepare')
  const programme = await chosenProgramme(args.request)
  if (!programme) return null
  const [quarters, choices] = await Promise.all([
    listQuarters(programme.id),
    listChoices(actor, 'batch.prepare'),
  ])
  return { programmeId: programme.id, quarters, choices }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: prepareBatchForm,
    command: (actor, input, at, key) => prepareBatch(actor, input, at, key),
    done: (batch, t) => ({
      to: `/penyaluran/batch/${batch.id}`,
      message: t('disbursement.prepare.done', { n: batch.lines }),
    }),
  })
}

export default function PrepareBatch() {
  const found = useLoaderData<typeof loader>()
  const t = useTexts()
  return found ? <PrepareForm {...found} /> : <NoYear title={t('disbursement.prepare.title')} />
}

type Found = NonNullable<Awaited<ReturnType<typeof loader>>>

function PrepareForm({ programmeId, quarters, choices }: Found) {
  const t = useTexts()
  const locale = useLocale()
  const { form, fields } = useFields<InputOf<typeof prepareBatchForm>>({ defaultValue: { limit: '1500' } })
  const crumbs = [
    { label: t('disbursement.tranches.title'), to: '/penyaluran' },
    { label: t('disbursement.batches.title'), to: '/penyaluran/batch' },
  ]
  const named = (list: readonly { code: string; name: string }[]) =>
    list.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Page
      title={t('disbursement.prepare.title')}
      lead={t('disbursement.prepare.lead')}
      breadcrumbs={crumbs}
      help="penyaluran#batch"
      narrow
    >
      <Form of={form}>
        <input type="hidden" name="programmeId" value={programmeId} />
        <Card>
          <TextInput
            field={fields.title}
            label={t('disbursement.prepare.name')}
            hint={t('disbursement.prepare.name.hint')}
            required
            maxLength={100}
          />
          <Select
            field={fields.quarter}
            label={t('disbursement.prepare.quarter')}
            required
            options={quarters.map((value) => ({ value, label: quarter(value, locale) }))}
            width="max-w-60"
          />
          <CheckboxGroup
            field={fields.regencyCodes}
            label={t('disbursement.prepare.regencies')}
            hint={t('disbursement.prepare.regencies.hint')}
            options={named(choices.regencies)}
            inline
          />
          <Select
            field={fields.sectorCode}
            label={t('disbursement.filter.sector')}
            options={named(choices.sectors)}
            empty={t('disbursement.filter.all')}
            width="max-w-60"
          />
          <TextInput
            field={fields.limit}
            label={t('disbursement.prepare.limit')}
            hint={t('disbursement.prepare.limit.hint')}
            required
            inputMode="numeric"
            width="max-w-32"
          />
        </Card>
        <ConfirmBox
          title={t('disbursement.confirm.title')}
          points={[
            t('disbursement.prepare.point.gates'),
            t('disbursement.prepare.point.once'),
            t('disbursement.prepare.point.edit'),
          ]}
        />
        <FormActions>
          <SubmitButton>{t('disbursement.prepare.save')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  )
}
