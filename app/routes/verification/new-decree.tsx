import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { chosenProgramme } from '~/domain/programme/queries.server'
import { authorize } from '~/domain/shared/permissions'
import { getDecree, listLeavers } from '~/domain/verification/decree-queries.server'
import { issueDecree } from '~/domain/verification/issue-decree.server'
import { previewDecree } from '~/domain/verification/rank-queries.server'
import { issueDecreeForm } from '~/domain/verification/verification.form.server'
import { filtersIn } from '~/platform/address.server'
import { today } from '~/platform/clock.server'
import { requireActor, submit } from '~/platform/respond.server'
import { CheckboxGroup } from '~/ui/choices'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { rupiah } from '~/ui/format'
import { DateInput, TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { ConfirmBox, EmptyState, Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, loaded) =>
  t(loaded?.amended ? 'verification.decree.amend.title' : 'verification.decree.new.title'),
)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'decree.write')
  const programme = await chosenProgramme(args.request)
  const { amends } = filtersIn(args, { amends: 'mengubah' })
  const decree = amends ? await getDecree(actor, amends) : null
  const leavers = decree && programme ? await listLeavers(actor, programme.id) : []
  const { regencies, ceilingRupiah } = programme
    ? await previewDecree(actor, programme.id, today(), leavers)
    : { regencies: [], ceilingRupiah: 0n }
  const amended = decree && { id: decree.id, number: decree.number }
  return { programme, amended, leavers, regencies, ceilingRupiah, today: today() }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: issueDecreeForm,
    command: (actor, input, at, key) => issueDecree(actor, input, at, key),
    done: (decree, t) => ({
      to: `/verifikasi/keputusan/${decree.id}`,
      message: t('verification.decree.issued', decree),
    }),
  })
}

type Loaded = Awaited<ReturnType<typeof loader>>
type Regency = Loaded['regencies'][number]

export default function NewDecree() {
  const loaded = useLoaderData<typeof loader>()
  const t = useTexts()
  const { programme, amended, regencies } = loaded
  const explain = useExplanation()
  return (
    <Page
      title={t(amended ? 'verification.decree.amend.title' : 'verification.decree.new.title')}
      lead={amended ? t('verification.decree.amends', { number: amended.number }) : undefined}
      breadcrumbs={[{ label: t('verification.decrees.title'), to: '/verifikasi/keputusan' }]}
      help="verifikasi#keputusan"
      narrow
    >
      {programme && regencies.some((regency) => regency.able) ? (
        <DecreeForm programme={programme} loaded={loaded} />
      ) : (
        <EmptyState title={t('verification.decree.nobody')}>
          <p>{t('verification.decree.nobody.text')}</p>
          {regencies.map((regency) => (
            <p key={regency.code}>
              {regency.name}: {explain(regency)}
            </p>
          ))}
        </EmptyState>
      )}
    </Page>
  )
}

/** Why a regency's numbers are what they are. */
function useExplanation() {
  const t = useTexts()
  return (regency: Regency) =>
    [
      t('verification.decree.option.free', regency),
      regency.kept > 0 && t('verification.decree.option.kept', regency),
      regency.openObjections > 0 && t('verification.decree.option.objections', { n: regency.openObjections }),
      regency.stillPublished > 0 && t('verification.decree.option.published', { n: regency.stillPublished }),
    ]
      .filter(Boolean)
      .join(' ')
}

type Programme = NonNullable<Loaded['programme']>

function DecreeForm({ programme, loaded }: { programme: Programme; loaded: Loaded }) {
  const { amended, leavers, regencies, ceilingRupiah, today: now } = loaded
  const t = useTexts()
  const explain = useExplanation()
  const subject = amended ? 'verification.decree.subject.amend' : 'verification.decree.subject.default'
  const { form, fields } = useFields<InputOf<typeof issueDecreeForm>>({
    defaultValue: {
      datedOn: now,
      subject: t(subject, { year: programme.fiscalYear }),
      regencyCodes: regencies.filter((regency) => regency.able).map((regency) => regency.code),
    },
  })
  const points = [
    t('verification.decree.will.order'),
    t('verification.decree.will.ceiling', { ceiling: rupiah(ceilingRupiah) }),
    t('verification.decree.will.fixed'),
  ]
  return (
    <Form of={form}>
      <input type="hidden" name="programmeId" value={programme.id} />
      {amended && <input type="hidden" name="amendsId" value={amended.id} />}
      {leavers.length > 0 && (
        <Notice tone="info" title={t('verification.decree.leavers')}>
          <p>{t('verification.decree.leavers.text')}</p>
          <ul className="list-disc ps-5">
            {leavers.map((person) => (
              <li key={person.id}>{person.name}</li>
            ))}
          </ul>
        </Notice>
      )}
      <TextInput
        field={fields.number}
        label={t('verification.decree.number')}
        hint={t('verification.decree.number.hint')}
        required
        maxLength={60}
      />
      <DateInput field={fields.datedOn} label={t('verification.decree.datedOn')} required max={now} />
      <TextInput field={fields.subject} label={t('verification.decree.subject')} required maxLength={200} />
      <CheckboxGroup
        field={fields.regencyCodes}
        label={t('verification.decree.regencies')}
        required
        options={regencies.map((regency) => ({
          value: regency.code,
          label: t('verification.decree.option', regency),
          hint: explain(regency),
          disabled: !regency.able,
        }))}
      />
      <ConfirmBox title={t('common.form.confirmTitle')} points={points} />
      <FormActions>
        <SubmitButton>{t('verification.decree.issue')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
