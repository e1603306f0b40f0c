import { Sentence } from '~/components/ui/own-words.tsx'
import type { Move, PortfolioAnswer } from '~/domain/priorities/portfolio-moves.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Gauge } from './gauge.tsx'
import { useAmounts, useQuote } from './names.ts'
import { PortfolioTable } from './portfolio-table.tsx'
import { placed, type ResultsShown } from './result-view.ts'

export type PortfolioShown = PortfolioAnswer

/** The best set: a sentence, two gauges, what the nearest moves change, and every problem in or out. */
export function PortfolioAnswerShown({ results, answer }: { results: ResultsShown; answer: PortfolioShown }) {
  const { t, number } = useI18n()
  const { sek } = useAmounts()
  const { best, caps, moves } = answer
  const words = usePortfolioWords(results, answer)
  return (
    <div className="plot">
      <p className="plot__message">{words.message}</p>
      {words.unestimated && <p className="plot__summary">{words.unestimated}</p>}
      {words.next && <p className="plot__summary">{words.next}</p>}
      <div className="gauges">
        <Gauge
          label={t('rounds.result.months')}
          used={best.months}
          cap={caps.months}
          words={
            caps.months === null
              ? t('rounds.result.monthsUsed', { used: number(best.months) })
              : t('rounds.result.monthsOf', { used: number(best.months), cap: number(caps.months) })
          }
        />
        <Gauge
          label={t('rounds.result.sek')}
          used={best.sek}
          cap={caps.sek}
          words={
            caps.sek === null
              ? t('rounds.result.sekUsed', { used: sek(best.sek) })
              : t('rounds.result.sekOf', { used: sek(best.sek), cap: sek(caps.sek) })
          }
        />
      </div>
      {moves.length > 0 && (
        <div className="tooclose">
          <h3>{t('rounds.result.moves')}</h3>
          <ul>
            {moves.map((move) => (
              <li key={`${move.cap} ${move.direction}`}>{words.move(move)}</li>
            ))}
          </ul>
        </div>
      )}
      <PortfolioTable results={results} chosen={best.chosen} months={best.months} sek={best.sek} />
    </div>
  )
}

function usePortfolioWords(results: ResultsShown, { best, misses }: PortfolioShown) {
  const { t, list } = useI18n()
  const amounts = useAmounts()
  const quote = useQuote()
  const problems = placed(results)
  const titleOf = (own: number) => problems.find(({ number }) => number === own)?.title ?? ''
  const quoted = (numbers: number[]) => list(numbers.map((own) => quote(titleOf(own))))
  const out = problems.filter(({ number }) => !best.chosen.includes(number))
  const counts = { count: best.chosen.length, of: problems.length }
  const highest = out.find((problem) =>
    problems.some((other) => best.chosen.includes(other.number) && (other.place ?? 0) > (problem.place ?? 0)),
  )
  const unknown = problems.filter(({ personMonths, sek }) => personMonths === 0 && sek === 0).length
  const message =
    unknown === problems.length ? (
      t('rounds.result.noEffort')
    ) : out.length === 0 ? (
      t('rounds.result.fitsAll', counts)
    ) : best.chosen.length === 0 ? (
      t('rounds.result.fitsNone')
    ) : highest ? (
      <Sentence
        of="rounds.result.outBest"
        values={{ ...counts, place: highest.place ?? 0 }}
        parts={{ title: highest.title }}
      />
    ) : (
      t('rounds.result.fits', counts)
    )
  const [nearest] = misses
  const more =
    nearest &&
    [nearest.months > 0 && amounts.months(nearest.months), nearest.sek > 0 && amounts.sek(nearest.sek)].filter(
      (part) => part !== false,
    )
  const next =
    nearest && more && more.length > 0 ? (
      <Sentence of="rounds.result.next" values={{ more: list(more) }} parts={{ title: titleOf(nearest.number) }} />
    ) : undefined
  const move = ({ cap, direction, to, enters, leaves }: Move) => {
    const parts = [
      enters.length > 0 ? t('rounds.result.enters', { problems: quoted(enters) }) : null,
      leaves.length > 0 ? t('rounds.result.leaves', { problems: quoted(leaves) }) : null,
    ].filter((part) => part !== null)
    const values = { to: cap === 'months' ? amounts.months(to) : amounts.sek(to), what: list(parts) }
    return direction === 'up' ? t('rounds.result.moveUp', values) : t('rounds.result.moveDown', values)
  }
  const unestimated =
    unknown > 0 && unknown < problems.length ? t('rounds.result.unestimated', { count: unknown }) : undefined
  return { message, unestimated, next, move }
}
