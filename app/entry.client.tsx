import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'

/**
 * RemixBrowser reads what the page goes on from when it is first called, and suspends until that is read. A click before
 * then would make React draw at once, which it cannot while suspended: error 345, and the click unanswered. So it is
 * called, and waited for, before anything is listened to.
 */
async function untilRead(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (reading) {
    await reading
  }
}

untilRead().then(() =>
  startTransition(() => {
    hydrateRoot(document, <RemixBrowser />)
  }),
)
