import { POLICIES } from '~/domain/programme/programme'
import { RadioGroup } from '~/ui/choices'
import type { FieldSource } from '~/ui/field'
import { RupiahInput, Select, TextArea, TextInput } from '~/ui/inputs'
import { Card } from '~/ui/page'
import { useTexts } from '~/ui/texts'

type Name =
  | 'code'
  | 'name'
  | 'fiscalYear'
  | 'budgetRupiah'
  | 'attendancePercent'
  | 'excusedRule'
  | 'approvalThresholdRupiah'
  | 'objectionDays'
  | 'earlierRecipients'
  | 'sameFamilyCard'
  | 'debtorName'
  | 'debtorBankCode'
  | 'debtorAccount'

type Props = {
  fields: Record<Name, FieldSource>
  banks: readonly { code: string; shortName: string }[]
  /** The last digits of an account number that is kept already. */
  debtorEnding?: string | null
  /** Code and year of an opened programme stay. */
  identityFixed?: boolean
}

/** The settings of a programme year, as they are first entered and later changed. */
export function ProgrammeFields({ fields, banks, debtorEnding, identityFixed }: Props) {
  const t = useTexts()
  const policies = POLICIES.map((value) => ({ value, label: t(`programme.policy.${value}`) }))
  return (
    <>
      <Card title={t('programme.group.identity')}>
        <TextInput field={fields.name} label={t('programme.field.name')} required maxLength={120} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput
            field={fields.code}
            label={t('programme.field.code')}
            hint={t('programme.field.code.hint')}
            required
            maxLength={10}
            readOnly={identityFixed}
            width="max-w-40"
          />
          <TextInput
            field={fields.fiscalYear}
            label={t('programme.field.fiscalYear')}
            required
            inputMode="numeric"
            maxLength={4}
            readOnly={identityFixed}
            width="max-w-32"
          />
        </div>
        <RupiahInput field={fields.budgetRupiah} label={t('programme.field.budget')} required />
      </Card>
      <Card title={t('programme.group.rules')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput
            field={fields.attendancePercent}
            label={t('programme.field.attendance')}
            hint={t('programme.field.attendance.hint')}
            required
            inputMode="numeric"
            maxLength={3}
            width="max-w-32"
          />
          <RadioGroup
            field={fields.excusedRule}
            label={t('programme.field.excused')}
            required
            options={[
              { value: 'counts', label: t('programme.field.excused.counts') },
              { value: 'leaves', label: t('programme.field.excused.leaves') },
            ]}
          />
          <RupiahInput
            field={fields.approvalThresholdRupiah}
            label={t('programme.field.threshold')}
            hint={t('programme.field.threshold.hint')}
            required
          />
          <TextInput
            field={fields.objectionDays}
            label={t('programme.field.objectionDays')}
            required
            inputMode="numeric"
            maxLength={2}
            width="max-w-32"
          />
          <RadioGroup
            field={fields.earlierRecipients}
            label={t('programme.field.earlier')}
            required
            options={policies}
          />
          <RadioGroup
            field={fields.sameFamilyCard}
            label={t('programme.field.family')}
            required
            options={policies}
          />
        </div>
      </Card>
      <Card title={t('programme.group.debtor')}>
        <p className="text-muted">{t('programme.group.debtor.text')}</p>
        <TextInput field={fields.debtorName} label={t('programme.field.debtorName')} maxLength={70} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            field={fields.debtorBankCode}
            label={t('programme.field.debtorBank')}
            options={banks.map((bank) => ({ value: bank.code, label: `${bank.code} ${bank.shortName}` }))}
          />
          <TextInput
            field={fields.debtorAccount}
            label={t('programme.field.debtorAccount')}
            hint={
              debtorEnding ? t('programme.field.debtorAccount.kept', { ending: debtorEnding }) : undefined
            }
            inputMode="numeric"
            maxLength={20}
            autoComplete="off"
          />
        </div>
      </Card>
    </>
  )
}

/** Asked for once people may depend on the year. */
export function ReasonField({ field }: { field: FieldSource }) {
  const t = useTexts()
  return (
    <TextArea
      field={field}
      label={t('programme.field.reason')}
      hint={t('programme.field.reason.hint')}
      required
      maxLength={500}
    />
  )
}
