import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

/** Reads the page's data again every other second while `active`; without scripts there is the link of the job. */
export function AutoRefresh({ active }: { active: boolean }) {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!active || state !== 'idle') return
    const timer = setTimeout(revalidate, 2000)
    return () => clearTimeout(timer)
  }, [active, state, revalidate])
  return null
}
