import { useLocation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { Notice } from './notice'

export type Flash = { id: string; tone: 'success' | 'warning' | 'danger' | 'info'; message: string }

/** The sentence after something was done; it stays until the reader goes elsewhere. */
export function FlashRegion({ flash }: { flash: Flash | null }) {
  const { key } = useLocation()
  const shown = useRef({ id: flash?.id, at: key })
  const [hidden, setHidden] = useState(false)
  useEffect(() => {
    if (flash?.id !== shown.current.id) {
      shown.current = { id: flash?.id, at: key }
      setHidden(false)
    } else if (key !== shown.current.at) setHidden(true)
  }, [flash?.id, key])
  return (
    <div role="status" data-chrome>
      {flash && !hidden && (
        <Notice tone={flash.tone} className="mb-4">
          <p>{flash.message}</p>
        </Notice>
      )}
    </div>
  )
}
