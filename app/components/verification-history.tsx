import { type Checklist, type Decision, missingChecks } from '~/domain/verification/evidence'
import { Badge } from '~/ui/badge'
import { DescriptionList } from '~/ui/description-list'
import { Day, Instant } from '~/ui/money'
import { Card } from '~/ui/page'
import { useTexts } from '~/ui/texts'

export type PastVerification = {
  id: string
  decision: Decision
  visitedOn: string | null
  checklist: Checklist
  findings: string | null
  reason: string | null
  latitude: number | null
  longitude: number | null
  decidedBy: string
  decidedAt: Date
}

const TONES = { verified: 'success', sent_back: 'warning', rejected: 'danger' } as const

/** Decisions of verifiers about a person with their evidence, newest first. */
export function VerificationHistory({ verifications }: { verifications: readonly PastVerification[] }) {
  const t = useTexts()
  return (
    <ol className="grid gap-3">
      {verifications.map((one) => {
        const unmet = missingChecks(one.checklist)
        const position =
          one.latitude === null || one.longitude === null ? null : `${one.latitude}, ${one.longitude}`
        return (
          <li key={one.id}>
            <Card>
              <p className="flex flex-wrap items-center gap-2">
                <Badge tone={TONES[one.decision]}>{t(`verification.decision.${one.decision}`)}</Badge>
                <Instant at={one.decidedAt} /> {t('verification.history.by', { name: one.decidedBy })}
              </p>
              <DescriptionList
                entries={[
                  { label: t('verification.history.visited'), value: <Day on={one.visitedOn} /> },
                  { label: t('verification.history.position'), value: position },
                  ...(one.reason
                    ? [{ label: t('verification.form.reason'), value: one.reason, wide: true }]
                    : []),
                  ...(one.findings
                    ? [{ label: t('verification.form.findings'), value: one.findings, wide: true }]
                    : []),
                  ...(unmet.length > 0
                    ? [
                        {
                          label: t('verification.history.unmet'),
                          value: unmet.map((check) => t(`verification.check.${check}`)).join('; '),
                          wide: true,
                        },
                      ]
                    : []),
                ]}
              />
            </Card>
          </li>
        )
      })}
    </ol>
  )
}
