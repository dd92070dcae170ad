import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BeneficiaryLine } from '~/components/beneficiary-line'
import { personCrumbs } from '~/components/person-crumbs'
import { revealNumberForm } from '~/domain/beneficiary/document.form.server'
import { getPersonHead } from '~/domain/beneficiary/person-queries.server'
import { PERSONAL_NUMBERS } from '~/domain/beneficiary/personal-number'
import { revealNumber } from '~/domain/beneficiary/reveal-number.server'
import { authorize } from '~/domain/shared/permissions'
import { idIn } from '~/platform/address.server'
import { requireActor, submit } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { Notice } from '~/ui/notice'
import { Card, Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('beneficiaries.reveal.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'person.reveal')
  const asked = new URL(args.request.url).searchParams.get('nomor')
  return {
    head: await getPersonHead(actor, idIn(args, 'id')),
    number: PERSONAL_NUMBERS.find((one) => one === asked) ?? 'nik',
  }
}

/** The number comes back in the answer to this one form and is kept nowhere. */
export function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: revealNumberForm,
    command: async (actor, input, at) => ({
      number: input.number,
      ...(await revealNumber(actor, { ...input, beneficiaryId: idIn(args, 'id') }, at)),
    }),
    done: (revealed) => Response.json({ revealed }, { headers: { 'Cache-Control': 'no-store' } }),
  })
}

type Revealed = { revealed: { number: (typeof PERSONAL_NUMBERS)[number]; value: string } }

export default function Reveal() {
  const { head, number } = useLoaderData<typeof loader>()
  const answer = useActionData<unknown>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof revealNumberForm>>({ defaultValue: { number } })
  const shown = isRevealed(answer) ? answer.revealed : null
  return (
    <Page title={t('beneficiaries.reveal.title')} breadcrumbs={personCrumbs(t, head)} help="penerima" narrow>
      <BeneficiaryLine {...head} />
      {shown ? (
        <Card title={t(`beneficiaries.number.${shown.number}`)}>
          <p className="figures text-2xl">{shown.value}</p>
          <p className="text-muted">{t('beneficiaries.reveal.once')}</p>
          <LinkButton to={`/penerima/${head.id}`}>{t('common.form.back')}</LinkButton>
        </Card>
      ) : (
        <Card>
          <Notice tone="warning">{t('beneficiaries.reveal.logged')}</Notice>
          <Form of={form}>
            <RadioGroup
              field={fields.number}
              label={t('beneficiaries.reveal.which')}
              inline
              required
              options={PERSONAL_NUMBERS.map((value) => ({
                value,
                label: t(`beneficiaries.number.${value}`),
              }))}
            />
            <TextInput
              field={fields.purpose}
              label={t('beneficiaries.reveal.purpose')}
              hint={t('beneficiaries.reveal.purpose.hint')}
              required
              minLength={5}
              maxLength={300}
            />
            <FormActions>
              <SubmitButton>{t('beneficiaries.reveal.show')}</SubmitButton>
            </FormActions>
          </Form>
        </Card>
      )}
    </Page>
  )
}

function isRevealed(answer: unknown): answer is Revealed {
  return typeof answer === 'object' && answer !== null && 'revealed' in answer
}
