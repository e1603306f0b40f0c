import { Link } from '@remix-run/react'
import { Glyph } from '~/components/ui/glyph.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import type { Progress } from '~/domain/priorities/assessment.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { RoundName } from './round-name.tsx'
import { SealedNote } from './sealed-note.tsx'

export interface OwnRound {
  number: number
  title: string
  assessBy: string | null
  done: number
  recused: number
  problems: { number: number; title: string; progress: Progress; scored: number }[]
}

const signs = { none: 'step1', some: 'step3', done: 'step5', recused: 'pause' } as const

/** The problems of the round in the margin, with one's own way through them. Nothing shows other people's. */
export function AssessProgress({ round, current, sealed }: { round: OwnRound; current: number; sealed: boolean }) {
  const { t } = useI18n()
  const words = useOwnWords()
  return (
    <nav className="assess__round" aria-labelledby="assess-round">
      <p className="label" id="assess-round">
        <RoundName round={round} />
      </p>
      <OwnCount round={round} />
      <ol className="steps">
        {round.problems.map(({ number, title, progress }) => (
          <li
            key={number}
            className={progress === 'done' ? 'is-done' : undefined}
            aria-current={number === current ? 'step' : undefined}
          >
            <Glyph name={number === current && progress !== 'recused' ? 'step3' : signs[progress]} />
            {number === current ? (
              <span lang={words}>{`${number} ${title}`}</span>
            ) : (
              <Link to={paths.assessment(round.number, number)} lang={words}>{`${number} ${title}`}</Link>
            )}
            {progress === 'done' && <span className="visually-hidden"> ({t('rounds.assess.progress.done')})</span>}
            {progress === 'recused' && <span className="nowrap"> {t('rounds.assess.progress.recused')}</span>}
          </li>
        ))}
      </ol>
      {sealed && <SealedNote assessBy={round.assessBy} />}
    </nav>
  )
}

/** "4 av 12 bedömda. Ett problem bedömer du inte." */
export function OwnCount({ round }: { round: Pick<OwnRound, 'done' | 'recused' | 'problems'> }) {
  const { t } = useI18n()
  const of = round.problems.length - round.recused
  return (
    <p className="assess__count">
      <b>{t('rounds.assess.count', { done: round.done, of })}</b>{' '}
      <span className="meta">
        {round.recused > 0 ? t('rounds.assess.countRecused', { count: round.recused }) : t('rounds.assess.countText')}
      </span>
    </p>
  )
}
