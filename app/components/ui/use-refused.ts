import { type RefObject, useEffect, useRef } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'

/** For the box that says why a form was refused: it takes the focus when it appears and when what it says changes. */
export function useRefused(said: string): RefObject<HTMLDivElement> {
  const { t } = useI18n()
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new set of errors asks for the focus again
  useEffect(() => {
    if (!box.current) return
    box.current.focus()
    // The title as rendered knows only of forms that were sent without scripts.
    const prefix = t('common.form.errorPrefix')
    const plain = document.title
    if (plain.startsWith(prefix)) return
    document.title = `${prefix} ${plain}`
    // A page that answers the next form itself has the same title as before, so that nothing writes it anew.
    return () => {
      if (document.title === `${prefix} ${plain}`) document.title = plain
    }
  }, [said])
  return box
}
