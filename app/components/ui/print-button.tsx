import { type ReactNode, useEffect, useState } from 'react'
import { Button } from './button.tsx'

/** Opens the browser's print dialogue. Without scripts it is not there: the browser's own menu does the same. */
export function PrintButton({ children }: { children: ReactNode }) {
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  if (!ready) return null
  return (
    <Button type="button" variant="secondary" onClick={() => window.print()}>
      {children}
    </Button>
  )
}
