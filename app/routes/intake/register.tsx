import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CandidateFields } from '~/components/candidate-fields'
import { registerForm } from '~/domain/intake/candidate.form.server'
import { candidateChoices, intakeChoices } from '~/domain/intake/queries.server'
import { registerCandidates } from '~/domain/intake/register-candidates.server'
import { requireActor, submit } from '~/platform/respond.server'
import { Checkbox } from '~/ui/choices'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { Select, TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { EmptyState } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('intake.register.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { programmes } = await intakeChoices(actor)
  return { programmes, ...(await candidateChoices(actor)) }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: registerForm,
    command: (actor, { programmeId, warningsSeen, ...entry }, at, key) =>
      registerCandidates(actor, { programmeId, warningsSeen, entries: [entry] }, at, key),
    done: ({ ids }, t) => ({ to: `/penerima/${ids[0]}`, message: t('intake.register.done') }),
  })
}

export default function RegisterPerson() {
  const { programmes, banks, ...choices } = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof registerForm>>({
    defaultValue: { programmeId: programmes[0]?.id },
  })
  const crumbs = [{ label: t('intake.list.title'), to: '/usulan' }]
  if (programmes.length === 0) {
    return (
      <Page title={t('intake.register.title')} breadcrumbs={crumbs} help="usulan" narrow>
        <EmptyState title={t('intake.noProgramme')}>{t('intake.noProgramme.text')}</EmptyState>
      </Page>
    )
  }
  return (
    <Page
      title={t('intake.register.title')}
      lead={t('intake.register.lead')}
      breadcrumbs={crumbs}
      help="usulan#satu-orang"
      narrow
    >
      <Form of={form}>
        <Select
          field={fields.programmeId}
          label={t('intake.field.programme')}
          required
          empty={false}
          options={programmes.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))}
        />
        <CandidateFields fields={fields} choices={choices} />
        <Section title={t('intake.section.account')}>
          <p className="text-muted">{t('intake.hint.account')}</p>
          <Select
            field={fields.bank}
            label={t('intake.name.bank')}
            width="max-w-60"
            options={banks.map(({ code, shortName }) => ({ value: code, label: `${code} ${shortName}` }))}
          />
          <TextInput
            field={fields.no_rekening}
            label={t('intake.name.no_rekening')}
            inputMode="numeric"
            width="max-w-60"
            autoComplete="off"
          />
          <TextInput field={fields.nama_rekening} label={t('intake.name.nama_rekening')} maxLength={100} />
        </Section>
        <Checkbox
          field={fields.warningsSeen}
          label={t('intake.warningsSeen')}
          hint={t('intake.warningsSeen.hint')}
        />
        <FormActions>
          <SubmitButton>{t('intake.register.submit')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  )
}
