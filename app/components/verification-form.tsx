import { CHECKS, DECISIONS } from '~/domain/verification/evidence'
import type { verifyCandidateForm } from '~/domain/verification/verification.form.server'
import { RadioGroup } from '~/ui/choices'
import { Form, FormActions, type InputOf, SubmitButton, useFields } from '~/ui/form'
import { DateInput, TextArea } from '~/ui/inputs'
import { Card } from '~/ui/page'
import { useTexts } from '~/ui/texts'
import { PositionInputs } from './position-inputs'

/** A verifier's checklist, findings and decision about one candidate. */
export function VerificationForm({ beneficiaryId }: { beneficiaryId: string }) {
  const t = useTexts()
  const { form, fields } = useFields<InputOf<typeof verifyCandidateForm>>({ id: 'keputusan' })
  const checks = fields.checklist.getFieldset()
  const answers = [
    { value: 'yes', label: t('verification.form.yes') },
    { value: 'no', label: t('verification.form.no') },
  ]
  return (
    <Card title={t('verification.form.title')}>
      <Form of={form}>
        <input type="hidden" name="beneficiaryId" value={beneficiaryId} />
        <DateInput
          field={fields.visitedOn}
          label={t('verification.form.visitedOn')}
          hint={t('verification.form.visitedOn.hint')}
        />
        <fieldset className="grid gap-3">
          <legend className="mb-1 font-semibold">{t('verification.form.checks')}</legend>
          <p className="text-sm text-muted">{t('verification.form.checks.hint')}</p>
          {CHECKS.map((check) => (
            <RadioGroup
              key={check}
              field={checks[check]}
              label={t(`verification.check.${check}`)}
              options={answers}
              inline
              className="border-b border-line pb-2 sm:grid-cols-[1fr_auto] sm:items-baseline sm:[&>legend]:float-left sm:[&>legend]:font-normal"
            />
          ))}
        </fieldset>
        <TextArea
          field={fields.findings}
          label={t('verification.form.findings')}
          hint={t('verification.form.findings.hint')}
          maxLength={2000}
        />
        <PositionInputs latitude={fields.latitude} longitude={fields.longitude} />
        <RadioGroup
          field={fields.decision}
          label={t('verification.form.decision')}
          required
          options={DECISIONS.map((value) => ({
            value,
            label: t(`verification.decision.${value}`),
            hint: t(`verification.decision.${value}.hint`),
          }))}
        />
        <TextArea
          field={fields.reason}
          label={t('verification.form.reason')}
          hint={t('verification.form.reason.hint')}
          maxLength={1000}
        />
        <FormActions>
          <SubmitButton>{t('verification.form.save')}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}
