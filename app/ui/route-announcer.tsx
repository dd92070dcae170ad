import { useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'

/** Says the title of a page that came without a page load, for those who hear the portal. */
export function RouteAnnouncer() {
  const { pathname } = useLocation()
  const [first] = useState(pathname)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (pathname !== first || said !== '') setSaid(document.title)
  }, [pathname, first, said])
  return (
    <div aria-live="polite" data-chrome className="sr-only">
      {said}
    </div>
  )
}
