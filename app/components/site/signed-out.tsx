import { useLocation } from '@remix-run/react'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { SiteFacts } from './site-frame.tsx'

/** Takes the key of the location where it turned out that nobody is signed in any more. */
const SignedOut = createContext<(key: string) => void>(() => {})

/**
 * The site as it is known, without whoever has been signed out meanwhile: the page that says so tells the frame, which is
 * not read anew then, because the page that was written on would be read anew too and lead away from what was typed.
 */
export function WhoIsSignedIn({ site, children }: { site: SiteFacts; children: (site: SiteFacts) => ReactNode }) {
  const { key } = useLocation()
  const [signedOutAt, setSignedOutAt] = useState<string>()
  return (
    <SignedOut.Provider value={setSignedOutAt}>
      {children(signedOutAt === key ? { ...site, viewer: null } : site)}
    </SignedOut.Provider>
  )
}

/** Called by the page that asks to sign in again. */
export function useSignedOut(signedOut: boolean): void {
  const tell = useContext(SignedOut)
  const { key } = useLocation()
  useEffect(() => {
    if (signedOut) tell(key)
  }, [signedOut, tell, key])
}
