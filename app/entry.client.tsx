import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { loadTextsOfRoutes } from './messages/stages.client'

const locale = document.documentElement.lang === 'en' ? 'en' : 'id'
await loadTextsOfRoutes(locale, Object.keys(window.__remixRouteModules))

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  )
})
