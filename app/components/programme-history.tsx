import { DescriptionList } from '~/ui/description-list'
import { rupiah } from '~/ui/format'
import { Instant } from '~/ui/money'
import { Card } from '~/ui/page'
import { useTexts } from '~/ui/texts'

type Version = { version: number; reason: string; changedBy: string; changedAt: Date; settings: unknown }

type Kept = { budgetRupiah?: string; attendancePercent?: number; quotas?: { persons: number }[] }

/** The earlier states of an opened year: when, who, why, and what stood then. */
export function ProgrammeHistory({ versions }: { versions: readonly Version[] }) {
  const t = useTexts()
  if (versions.length === 0) return <p className="text-muted">{t('programme.history.empty')}</p>
  return (
    <ol className="grid gap-3">
      {versions.map((version, index) => {
        const kept = (version.settings ?? {}) as Kept
        const places = (kept.quotas ?? []).reduce((sum, quota) => sum + quota.persons, 0)
        return (
          <li key={version.version}>
            <Card title={t('programme.history.version', { n: versions.length - index })}>
              <p>
                <Instant at={version.changedAt} />, {t('programme.history.by', { name: version.changedBy })}
              </p>
              <p>{version.reason}</p>
              <DescriptionList
                columns={3}
                entries={[
                  {
                    label: t('programme.history.budget'),
                    value: kept.budgetRupiah ? rupiah(BigInt(kept.budgetRupiah)) : null,
                  },
                  { label: t('programme.history.places'), value: t('programme.people', { n: places }) },
                  {
                    label: t('programme.history.requirement'),
                    value: kept.attendancePercent
                      ? t('programme.detail.requirement', { percent: kept.attendancePercent })
                      : null,
                  },
                ]}
              />
            </Card>
          </li>
        )
      })}
    </ol>
  )
}
