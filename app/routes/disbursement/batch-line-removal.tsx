import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BatchStep } from '~/components/disbursement-frame'
import { removeLineForm } from '~/domain/disbursement/batch.form.server'
import { getBatch, getBatchLine } from '~/domain/disbursement/queries.batch.server'
import { removeLine } from '~/domain/disbursement/remove-line.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Form, FormActions, SubmitButton } from '~/ui/sealed-form'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, loaded) =>
  t('disbursement.remove.title', { name: loaded?.line.name ?? '' }),
)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'batch.prepare')
  const batch = await getBatch(actor, args.params.id ?? '')
  return { batch, line: await getBatchLine(actor, batch.id, args.params.payment ?? '') }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: removeLineForm,
    command: (actor, input, at, key) => removeLine(actor, input, at, key),
    done: (batch, t) => ({ to: `/penyaluran/batch/${batch.id}`, message: t('disbursement.remove.done') }),
  })
}

export default function RemoveLine() {
  const { batch, line } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <BatchStep title={t('disbursement.remove.title', { name: line.name })} batch={batch}>
      <Form>
        <input type="hidden" name="batchId" value={batch.id} />
        <input type="hidden" name="paymentId" value={line.id} />
        <ConfirmBox title={t('disbursement.confirm.title')} points={[t('disbursement.remove.point')]} />
        <FormActions>
          <SubmitButton tone="danger">{t('disbursement.remove.save')}</SubmitButton>
        </FormActions>
      </Form>
    </BatchStep>
  )
}
