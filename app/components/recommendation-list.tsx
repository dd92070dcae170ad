import { type SectorName, sectorLabel } from '~/domain/enterprise/sectors'
import { instant } from '~/ui/format'
import { useLocale } from '~/ui/texts'

type Recommendation = { sectorCode: string; note: string | null; trainer: string; recommendedAt: Date }

/** The trainers' words on the sector that suits a person, the newest first. */
export function RecommendationList(props: {
  recommendations: readonly Recommendation[]
  sectors: readonly SectorName[]
  none: string
}) {
  const locale = useLocale()
  if (props.recommendations.length === 0) return <p className="text-muted">{props.none}</p>
  return (
    <ul className="grid gap-3">
      {props.recommendations.map((one) => (
        <li
          key={one.recommendedAt.toISOString()}
          className="rounded-card border border-line bg-surface px-4 py-3"
        >
          <p className="font-semibold">{sectorLabel(props.sectors, one.sectorCode, locale)}</p>
          {one.note && <p>{one.note}</p>}
          <p className="text-sm text-muted">
            {one.trainer}, {instant(one.recommendedAt, locale)}
          </p>
        </li>
      ))}
    </ul>
  )
}
