import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useActor } from '~/components/actor'
import { BeneficiaryLine } from '~/components/beneficiary-line'
import { HeirCard } from '~/components/heir-card'
import { personCrumbs } from '~/components/person-crumbs'
import { recordHeirForm } from '~/domain/beneficiary/exit.form.server'
import { HEIR_RELATIONS } from '~/domain/beneficiary/heir'
import { getHeir } from '~/domain/beneficiary/heir-queries.server'
import { recordHeir } from '~/domain/beneficiary/record-heir.server'
import { may } from '~/domain/shared/permissions'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { TextLink } from '~/ui/button'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { Select, TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { EmptyState, Notice } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.heir.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return getHeir(actor, idIn(args, 'id'))
}

export function action(args: ActionFunctionArgs) {
  const beneficiaryId = idIn(args, 'id')
  return submit(args, {
    schema: recordHeirForm,
    command: (actor, input, at, key) => recordHeir(actor, { ...input, beneficiaryId }, at, key),
    done: (_result, t) => ({
      to: `/penerima/${beneficiaryId}/ahli-waris`,
      message: t('beneficiaries.heir.recorded'),
    }),
    hide: ['nik'],
  })
}

export default function Heir() {
  const { head, heir, documents } = useLoaderData<typeof loader>()
  const t = useTexts()
  const actor = useActor()
  const mayRecord =
    actor !== null && may(actor, 'exit.propose', head.regencyCode) && head.status === 'deceased'
  return (
    <Page title={t('beneficiaries.heir.title')} breadcrumbs={personCrumbs(t, head)} help="penerima" narrow>
      <BeneficiaryLine {...head} />
      {heir ? (
        <HeirCard personId={head.id} regencyCode={head.regencyCode} heir={heir} />
      ) : mayRecord ? (
        <HeirForm personId={head.id} documents={documents} />
      ) : (
        <EmptyState title={t('beneficiaries.heir.none')} />
      )}
    </Page>
  )
}

function HeirForm({
  personId,
  documents,
}: {
  personId: string
  documents: { id: string; kind: string; fileName: string }[]
}) {
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof recordHeirForm>>()
  const of = (kind: string) =>
    documents
      .filter((document) => document.kind === kind)
      .map(({ id, fileName }) => ({ value: id, label: fileName }))
  const missing = of('death_letter').length === 0 || of('heir_document').length === 0
  return (
    <Card>
      {missing && (
        <Notice tone="warning" title={t('beneficiaries.heir.documentsMissing')}>
          <TextLink to={`/penerima/${personId}/berkas`}>{t('beneficiaries.heir.upload')}</TextLink>
        </Notice>
      )}
      <Form of={form}>
        <TextInput field={fields.name} label={t('beneficiaries.heir.name')} required maxLength={100} />
        <TextInput
          field={fields.nik}
          label={t('beneficiaries.number.nik')}
          required
          inputMode="numeric"
          autoComplete="off"
          width="max-w-60"
        />
        <Select
          field={fields.relation}
          label={t('beneficiaries.heir.relation')}
          required
          options={HEIR_RELATIONS.map((value) => ({
            value,
            label: t(`beneficiaries.heir.relation.${value}`),
          }))}
        />
        <Select
          field={fields.deathLetterDocument}
          label={t('beneficiaries.document.kind.death_letter')}
          required
          options={of('death_letter')}
        />
        <Select
          field={fields.heirDocument}
          label={t('beneficiaries.document.kind.heir_document')}
          required
          options={of('heir_document')}
        />
        <FormActions>
          <SubmitButton>{t('beneficiaries.heir.record')}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}
