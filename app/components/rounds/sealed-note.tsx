import { Glyph } from '~/components/ui/glyph.tsx'
import { useI18n } from '~/i18n/i18n.tsx'

/** The lock, until when, and what is behind it. */
export function SealedNote({ assessBy }: { assessBy: string | null }) {
  const { t, date } = useI18n()
  return (
    <p className="sealed">
      <Glyph name="lock" />
      <span>
        <b>{assessBy ? t('rounds.assess.sealedBy', { date: date(assessBy) }) : t('rounds.assess.sealed')}</b>{' '}
        {t('rounds.assess.sealedText')}
      </span>
    </p>
  )
}
