import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ObjectionCards } from '~/components/objection-cards'
import { addDays } from '~/domain/shared/day'
import { may } from '~/domain/shared/permissions'
import { getPeriod } from '~/domain/verification/objection-queries.server'
import { recordObjection } from '~/domain/verification/record-objection.server'
import { recordObjectionForm } from '~/domain/verification/verification.form.server'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { day } from '~/ui/format'
import { DateInput, Select, TextArea, TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Page, Section } from '~/ui/page'
import { Table } from '~/ui/table'
import { useLocale, useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, loaded) =>
  t('verification.period.title', { regency: loaded?.period.regency ?? '' }),
)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return { period: await getPeriod(actor, idIn(args, 'periodId')), mayWrite: may(actor, 'objection.write') }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: recordObjectionForm,
    command: (actor, input, at, key) => recordObjection(actor, input, at, key),
    done: (result, t) => ({
      to: `/verifikasi/sanggahan/${result.periodId}`,
      message: t('verification.objection.recorded'),
    }),
  })
}

export default function Period() {
  const { period, mayWrite } = useLoaderData<typeof loader>()
  const t = useTexts()
  const locale = useLocale()
  const until = addDays(period.closesOn, -1)
  return (
    <Page
      title={t('verification.period.title', { regency: period.regency })}
      lead={t('verification.period.lead', {
        published: day(period.publishedOn, locale),
        until: day(until, locale),
      })}
      breadcrumbs={[{ label: t('verification.objections.title'), to: '/verifikasi/sanggahan' }]}
      help="verifikasi#sanggahan"
      actions={
        <LinkButton to={`/verifikasi/sanggahan/${period.id}/daftar.pdf`} document icon="print">
          {t('verification.period.print')}
        </LinkButton>
      }
    >
      <Section title={t('verification.period.objections')}>
        <ObjectionCards periodId={period.id} objections={period.objections} mayAnswer={mayWrite} />
      </Section>
      {mayWrite && <RecordObjection period={period} />}
      <Section title={t('verification.period.people')}>
        <Table
          caption={t('verification.period.people')}
          rows={period.people}
          rowKey={(row) => row.id}
          columns={[
            { key: 'rank', header: t('verification.column.rank'), numeric: true, cell: (row) => row.rank },
            {
              key: 'name',
              header: t('verification.column.name'),
              lead: true,
              cell: (row) => (
                <a href={`/penerima/${row.id}`} className="text-accent underline">
                  {row.name}
                </a>
              ),
            },
            {
              key: 'village',
              header: t('verification.column.village'),
              cell: (row) => `${row.village}, ${row.district}`,
            },
          ]}
        />
      </Section>
    </Page>
  )
}

const OBJECTIONABLE = ['verified', 'waitlisted']

function RecordObjection({ period }: { period: Awaited<ReturnType<typeof loader>>['period'] }) {
  const t = useTexts()
  const { form, fields, answer } = useFields<InputOf<typeof recordObjectionForm>>()
  const people = period.people.filter((person) => OBJECTIONABLE.includes(person.status))
  if (people.length === 0) return null
  return (
    <details open={answer !== undefined} className="rounded-card border border-line bg-surface p-4">
      <summary className="font-semibold text-accent coarse:min-h-[44px]">
        {t('verification.period.record')}
      </summary>
      <Form of={form} className="mt-3">
        <input type="hidden" name="periodId" value={period.id} />
        <Select
          field={fields.beneficiaryId}
          label={t('verification.objection.person')}
          required
          options={people.map((person) => ({
            value: person.id,
            label: `${person.rank}. ${person.name}, ${person.village}`,
          }))}
        />
        <TextInput
          field={fields.fromName}
          label={t('verification.objection.from')}
          required
          maxLength={100}
        />
        <DateInput
          field={fields.receivedOn}
          label={t('verification.objection.receivedOn')}
          required
          min={period.publishedOn}
          max={addDays(period.closesOn, -1)}
        />
        <TextArea field={fields.text} label={t('verification.objection.text')} required maxLength={2000} />
        <FormActions>
          <SubmitButton>{t('verification.objection.save')}</SubmitButton>
        </FormActions>
      </Form>
    </details>
  )
}
