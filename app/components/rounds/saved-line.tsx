import { Glyph } from '~/components/ui/glyph.tsx'
import { useI18n } from '~/i18n/i18n.tsx'
import type { SaveState } from './use-autosave.ts'

/** When it was saved last and who sees it, or that it could not be. */
export function SavedLine({ state }: { state: SaveState }) {
  const { t, time, dateTime } = useI18n()
  const words = {
    untouched: () => t('rounds.assess.unsaved'),
    saving: () => t('rounds.assess.saving'),
    saved: () =>
      state.kind === 'saved'
        ? t('rounds.assess.savedAt', { time: state.before ? dateTime(state.at) : time(state.at) })
        : '',
    failed: () => t('rounds.assess.failed'),
  }
  return (
    <p className={state.kind === 'failed' ? 'field-error' : 'saved'} role="status">
      <Glyph name={state.kind === 'failed' ? 'late' : state.kind === 'saved' ? 'step5' : 'info'} />
      <span>{words[state.kind]()}</span>
    </p>
  )
}
