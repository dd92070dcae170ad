import type { RoadStep } from '~/domain/beneficiary/road'
import { Instant } from '~/ui/money'
import { useTexts } from '~/ui/texts'
import { Timeline } from '~/ui/timeline'

/** A person's road from proposal to graduation: when they came to each station, and through whom. */
export function PersonTimeline({ road }: { road: readonly RoadStep[] }) {
  const t = useTexts()
  return (
    <Timeline
      label={t('beneficiaries.road.title')}
      steps={road.map(({ status, state, move }) => ({
        key: status,
        state,
        title: t(`status.beneficiary.${status}`),
        meta: move && (
          <>
            <Instant at={move.at} /> · {move.by}
          </>
        ),
        children: move?.reason && <span className="text-sm">{move.reason}</span>,
      }))}
    />
  )
}
