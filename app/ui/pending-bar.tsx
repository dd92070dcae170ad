import { useNavigation } from '@remix-run/react'
import { useTexts } from './texts'

/** A thin bar at the top while a page takes longer than 0.3 seconds. */
export function PendingBar() {
  const t = useTexts()
  const navigation = useNavigation()
  if (navigation.state === 'idle') return null
  return (
    <div
      role="progressbar"
      aria-label={t('common.pending')}
      className="fixed inset-x-0 top-0 z-50 h-1 overflow-hidden"
      data-chrome
    >
      <div className="pending-bar h-full w-full bg-gold" />
    </div>
  )
}
