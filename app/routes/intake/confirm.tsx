import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { confirmIntakeFile } from '~/domain/intake/confirm-file.server'
import { confirmForm } from '~/domain/intake/intake.form.server'
import { getIntakeFile } from '~/domain/intake/queries.server'
import { authorize } from '~/domain/shared/permissions'
import { requireActor, submit } from '~/platform/respond.server'
import { LinkButton } from '~/ui/button'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { TextInput } from '~/ui/inputs'
import { titleOf } from '~/ui/meta'
import { ConfirmBox } from '~/ui/notice'
import { Page } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export const meta = titleOf((t) => t('intake.confirm.title'))

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  authorize(actor, 'intake.write')
  const { id, fileName, acceptedRows, warningRows, rejectedRows, findings, programme } = await getIntakeFile(
    actor,
    args.params.id ?? '',
  )
  return {
    id,
    fileName,
    acceptedRows,
    warningRows,
    rejectedRows,
    undatedDeciles: findings.undatedDeciles,
    programme,
  }
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, {
    schema: confirmForm,
    command: (actor, input, at, key) => confirmIntakeFile(actor, input, at, key),
    done: ({ id, later, written }, t) => ({
      to: `/usulan/${id}`,
      message: later ? t('intake.confirm.later') : t('intake.confirm.done', { n: written }),
    }),
  })
}

export default function ConfirmFile() {
  const file = useLoaderData<typeof loader>()
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof confirmForm>>()
  const points = [
    t('intake.confirm.people', { n: file.acceptedRows + file.warningRows, programme: file.programme.code }),
    ...(file.warningRows > 0 ? [t('intake.confirm.warnings', { n: file.warningRows })] : []),
    ...(file.rejectedRows > 0 ? [t('intake.confirm.rejected', { n: file.rejectedRows })] : []),
    t('intake.confirm.allOrNone'),
  ]
  return (
    <Page
      title={t('intake.confirm.title')}
      breadcrumbs={[
        { label: t('intake.list.title'), to: '/usulan' },
        { label: file.fileName, to: `/usulan/${file.id}` },
      ]}
      help="usulan#konfirmasi"
      narrow
    >
      <Form of={form}>
        <input type="hidden" name="fileId" value={file.id} />
        <ConfirmBox title={t('common.form.confirmTitle')} points={points} />
        {file.undatedDeciles > 0 && (
          <TextInput
            field={fields.dtsenVersion}
            label={t('intake.field.dtsen')}
            hint={t('intake.field.dtsen.hint', { n: file.undatedDeciles })}
            placeholder="2026T1"
            width="max-w-40"
            required
          />
        )}
        <FormActions>
          <SubmitButton icon="check" pendingText={t('intake.confirm.pending')}>
            {t('intake.confirm.submit')}
          </SubmitButton>
          <LinkButton to={`/usulan/${file.id}`} tone="quiet">
            {t('common.form.back')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
