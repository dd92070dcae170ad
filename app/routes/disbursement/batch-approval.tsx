import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BatchStep } from '~/components/disbursement-frame'
import { approveBatch } from '~/domain/disbursement/approve-batch.server'
import { approveBatchForm } from '~/domain/disbursement/batch.form.server'
import { getBatch } from '~/domain/disbursement/queries.batch.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { requireConfirmed } from '~/platform/session.server'
import { Checkbox } from '~/ui/choices'
import { rupiah } from '~/ui/format'
import { TextArea } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Form, FormActions, SubmitButton } from '~/ui/sealed-form'
import { useTexts } from '~/ui/texts'

export const meta = titleOf<typeof loader>((t, loaded) =>
  t('disbursement.approve.title', { number: String(loaded?.batch.number ?? '') }),
)

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'batch.decide')
  await requireConfirmed(args)
  return { batch: await getBatch(actor, args.params.id ?? '') }
}

export async function action(args: ActionFunctionArgs) {
  authorize(await requireActor(args), 'batch.decide')
  await requireConfirmed(args)
  return submit(args, {
    schema: approveBatchForm,
    command: (actor, input, at, key) => approveBatch(actor, input, at, key),
    done: (batch, t) => ({
      to: `/penyaluran/batch/${batch.id}`,
      message: t(batch.approved ? 'disbursement.approve.done' : 'disbursement.approve.doneFirst'),
    }),
  })
}

export default function ApproveBatch() {
  const { batch } = useLoaderData<typeof loader>()
  const t = useTexts()
  const total = rupiah(batch.live.totalRupiah)
  const round = Math.max(1, ...batch.approvals.map((approval) => approval.round))
  const given = batch.approvals.filter(
    (approval) => approval.round === round && approval.decision === 'approve',
  ).length
  const isLast = given + 1 >= (batch.approvalsNeeded ?? 1)
  return (
    <BatchStep title={t('disbursement.approve.title', { number: String(batch.number) })} batch={batch}>
      <Form>
        <input type="hidden" name="batchId" value={batch.id} />
        <ConfirmBox
          title={t('disbursement.confirm.title')}
          points={[
            t('disbursement.approve.point.total', { total, n: batch.live.count }),
            t(isLast ? 'disbursement.approve.point.last' : 'disbursement.approve.point.first'),
            t('disbursement.approve.point.kept'),
          ]}
        />
        <TextArea name="note" label={t('disbursement.approve.note')} maxLength={500} rows={2} />
        <Checkbox name="understood" label={t('disbursement.approve.understood')} required />
        <FormActions>
          <SubmitButton>{t('disbursement.approve.save', { total })}</SubmitButton>
        </FormActions>
      </Form>
    </BatchStep>
  )
}
