import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BulkReport, isBulkReport } from '~/components/bulk-report'
import { actOnPeople, peopleToActOn } from '~/domain/beneficiary/act-on-people.server'
import { companionsOf } from '~/domain/beneficiary/assign-companions.server'
import { bulkForm } from '~/domain/beneficiary/export.form.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { Form, FormActions, SubmitButton, useFields } from '~/ui/form'
import { Select, TextArea } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { ConfirmBox, EmptyState } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.bulk.title'))

const ID = /^[0-9a-f-]{36}$/

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const params = new URL(args.request.url).searchParams
  const action = params.get('tindakan') === 'pendamping' ? ('pendamping' as const) : ('penangguhan' as const)
  authorize(actor, action === 'pendamping' ? 'person.correct' : 'exit.propose')
  const people = await peopleToActOn(
    actor,
    params.getAll('orang').filter((id) => ID.test(id)),
  )
  const companions =
    action === 'pendamping'
      ? await companionsOf([...new Set(people.map((person) => person.regencyCode))])
      : []
  return { action, people: people.map(({ id, name }) => ({ id, name })), companions }
}

export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: bulkForm,
    command: (actor, input, at, key) => actOnPeople(actor, input, at, key),
    done: (lines, t) =>
      Response.json({
        report: lines.map(({ id, name, refusal }) => ({
          id,
          name,
          sentence: refusal && (t.find(`refusal.${refusal.code}`, refusal.params) ?? refusal.code),
        })),
      }),
  })
}

export default function Bulk() {
  const { action: chosen, people, companions } = useLoaderData<typeof loader>()
  const answer = useActionData<unknown>()
  const t = useTexts()
  const { form, fields } = useFields<{ companionId: string; reason: string }>()
  const report = isBulkReport(answer) ? answer.report : null
  return (
    <Page
      title={t(`beneficiaries.bulk.title.${chosen}`)}
      breadcrumbs={[{ label: t('beneficiaries.list.title'), to: '/penerima' }]}
      help="penerima"
      narrow
    >
      {report ? (
        <BulkReport lines={report} />
      ) : people.length === 0 ? (
        <EmptyState
          title={t('beneficiaries.bulk.none')}
          action={<LinkButton to="/penerima">{t('beneficiaries.notFound.back')}</LinkButton>}
        >
          {t('beneficiaries.bulk.none.text')}
        </EmptyState>
      ) : (
        <>
          <ConfirmBox
            title={t('common.form.confirmTitle')}
            points={[
              t.plural('beneficiaries.bulk.point.people', people.length),
              t(`beneficiaries.bulk.point.${chosen}`),
              t('beneficiaries.bulk.point.each'),
            ]}
          />
          <Card title={t('beneficiaries.bulk.people')}>
            <ul className="columns-1 gap-6 sm:columns-2">
              {people.map((person) => (
                <li key={person.id}>{person.name}</li>
              ))}
            </ul>
            <Form of={form}>
              <input type="hidden" name="tindakan" value={chosen} />
              {people.map((person) => (
                <input key={person.id} type="hidden" name="orang" value={person.id} />
              ))}
              {chosen === 'pendamping' ? (
                <Select
                  field={fields.companionId}
                  label={t('beneficiaries.field.companion')}
                  required
                  options={companions.map(({ id, name }) => ({ value: id, label: name }))}
                />
              ) : (
                <TextArea
                  field={fields.reason}
                  label={t('beneficiaries.field.reason')}
                  required
                  maxLength={500}
                />
              )}
              <FormActions>
                <SubmitButton>{t(`beneficiaries.bulk.do.${chosen}`)}</SubmitButton>
              </FormActions>
            </Form>
          </Card>
        </>
      )}
    </Page>
  )
}
