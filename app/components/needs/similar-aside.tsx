import { Link } from '@remix-run/react'
import { useId } from 'react'
import type { SimilarityNote } from '~/domain/problems/similarity-health.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { type SimilarInList, SimilarThings } from './similar-things.tsx'

/** Beside the form, after it in source order: who else has written about this. Never a primary button here. */
export function SimilarAside({
  things,
  draftId,
  written,
  live,
  note,
}: {
  things: SimilarInList[]
  draftId: string
  written: boolean
  live?: boolean
  /** Why there may be more than what is shown. */
  note: SimilarityNote | null
}) {
  const { t, number } = useI18n()
  const id = useId()
  return (
    <aside className="form-page__similar" aria-labelledby={id}>
      <h2 id={id}>{t('needs.similar.title')}</h2>
      <p className="meta">
        {things.length > 0 ? t('needs.similar.lead') : written ? t('needs.similar.none') : t('needs.similar.waiting')}
      </p>
      {live && (
        <p className="visually-hidden" role="status">
          {things.length > 0 && t('needs.similar.updated', { count: things.length })}
        </p>
      )}
      {note && (
        <p className="meta">
          {note.kind === 'filling'
            ? t('needs.similar.filling', { loaded: number(note.loaded), total: number(note.total) })
            : t('needs.similar.wordsOnly')}
        </p>
      )}
      <SimilarThings things={things} mayShare draftId={draftId} />
      {things.length > 0 && (
        <p className="more">
          <Link to={paths.howTheEngineThinks()}>{t('engine.why')}</Link>
        </p>
      )}
    </aside>
  )
}
