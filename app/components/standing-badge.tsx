import type { Standing } from '~/domain/verification/standing'
import { Badge, type Tone } from '~/ui/badge'
import { useTexts } from '~/ui/texts'

const TONES: Record<Standing, Tone> = {
  unpublished: 'neutral',
  published: 'info',
  objected: 'warning',
  barred: 'danger',
  held: 'danger',
  offered: 'accent',
  waiting: 'neutral',
  ready: 'success',
}

/** Where a verified person stands before the decree. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const t = useTexts()
  return <Badge tone={TONES[standing]}>{t(`verification.standing.${standing}`)}</Badge>
}
