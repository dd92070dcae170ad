import { RadioGroup } from '~/ui/choices'
import { DescriptionList } from '~/ui/description-list'
import { Form, FormActions, SubmitButton, useFields } from '~/ui/form'
import { TextArea } from '~/ui/inputs'
import { Instant } from '~/ui/money'
import { Card } from '~/ui/page'
import { useTexts } from '~/ui/texts'

type Props = {
  /** The hidden field that names what is decided. */
  matter: { name: 'proposalId' | 'holdId'; id: string }
  what: string
  proposedByName: string
  proposedAt: Date
  reason: string
}

/** A second person confirms or refuses what a first one proposed about somebody. */
export function DecisionForm({ matter, what, proposedByName, proposedAt, reason }: Props) {
  const t = useTexts()
  const { form, fields } = useFields<{ decision: string; note: string }>()
  return (
    <Card title={what}>
      <DescriptionList
        entries={[
          { label: t('beneficiaries.field.proposedBy'), value: proposedByName },
          { label: t('beneficiaries.field.proposedAt'), value: <Instant at={proposedAt} /> },
          { label: t('beneficiaries.field.reason'), value: reason, wide: true },
        ]}
      />
      <Form of={form}>
        <input type="hidden" name={matter.name} value={matter.id} />
        <RadioGroup
          field={fields.decision}
          label={t('beneficiaries.decision.label')}
          required
          options={[
            { value: 'confirmed', label: t('beneficiaries.decision.confirmed') },
            { value: 'refused', label: t('beneficiaries.decision.refused') },
          ]}
        />
        <TextArea
          field={fields.note}
          label={t('beneficiaries.decision.note')}
          hint={t('beneficiaries.decision.note.hint')}
          maxLength={500}
        />
        <FormActions>
          <SubmitButton>{t('beneficiaries.decision.send')}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}
