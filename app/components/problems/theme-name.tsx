import { useOwnWords } from '~/components/ui/own-words.tsx'
import { useI18n } from '~/i18n/i18n.tsx'

const shownTerms = 3

/** What a theme is called: the words that its needs have in common, in their language. */
export function ThemeName({ label }: { label: readonly string[] }) {
  const { list } = useI18n()
  return <span lang={useOwnWords()}>{list(label.slice(0, shownTerms))}</span>
}
