import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BatchStep } from '~/components/disbursement-frame'
import { withdrawLineForm } from '~/domain/disbursement/batch.form.server'
import { getBatch, getBatchLine } from '~/domain/disbursement/queries.batch.server'
import { withdrawLine } from '~/domain/disbursement/withdraw-line.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { TextArea } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Form, FormActions, SubmitButton } from '~/ui/sealed-form'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, loaded) =>
  t('disbursement.withdraw.title', { name: loaded?.line.name ?? '' }),
)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'batch.prepare')
  const batch = await getBatch(actor, args.params.id ?? '')
  return { batch, line: await getBatchLine(actor, batch.id, args.params.payment ?? '') }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: withdrawLineForm,
    command: (actor, input, at, key) => withdrawLine(actor, input, at, key),
    done: (batch, t) => ({ to: `/penyaluran/batch/${batch.id}`, message: t('disbursement.withdraw.done') }),
  })
}

export default function WithdrawLine() {
  const { batch, line } = useLoaderData<typeof loader>()
  const t = useTexts()
  return (
    <BatchStep title={t('disbursement.withdraw.title', { name: line.name })} batch={batch}>
      <Form>
        <input type="hidden" name="batchId" value={batch.id} />
        <input type="hidden" name="paymentId" value={line.id} />
        <ConfirmBox
          title={t('disbursement.confirm.title')}
          points={[
            t('disbursement.withdraw.point.kept'),
            t('disbursement.withdraw.point.wait'),
            t('disbursement.withdraw.point.sp2d'),
          ]}
        />
        <TextArea name="reason" label={t('disbursement.withdraw.reason')} required maxLength={500} />
        <FormActions>
          <SubmitButton tone="danger">{t('disbursement.withdraw.save')}</SubmitButton>
        </FormActions>
      </Form>
    </BatchStep>
  )
}
