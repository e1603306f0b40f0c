import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { loadCatalogue } from './i18n/load-catalogue.ts'

// Only the language of the page is fetched, and before the page comes alive: its texts must match the server's.
loadCatalogue(document.documentElement.lang === 'en' ? 'en' : 'sv').then(() => {
  startTransition(() => {
    hydrateRoot(document, <RemixBrowser />)
  })
})
