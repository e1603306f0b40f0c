import { gapMark, OwnWords, Sentence, withGaps } from '~/components/ui/own-words.tsx'
import { useI18n } from '~/i18n/i18n.tsx'
import { timesOfHundred, useQuote } from './names.ts'
import type { ResultsShown, ScoredShown } from './result-view.ts'
import { useResultWords } from './result-words.ts'

/** Pairs far apart in the order that are close all the same: so many are written out. */
const mostApart = 4

/** Which places mean nothing, in whole sentences. */
export function TooClose({ results }: { results: ResultsShown }) {
  const { t } = useI18n()
  const { pairs, runs } = results.acceptability
  const { problems, places, placeOf } = useResultWords(results)
  const turnedOf = (from: number, to: number) =>
    pairs.find(({ first, second }) => first === from && second === to)?.turned ?? 0
  const inRun = ({ first, second }: { first: number; second: number }) =>
    runs.some(({ from, to }) => first >= from && second <= to)
  const apart = pairs.filter((pair) => !inRun(pair)).sort((a, b) => b.turned - a.turned)
  return (
    <div className="tooclose">
      <h3>{t('rounds.result.close')}</h3>
      {runs.length + apart.length === 0 ? (
        <p>{t('rounds.result.closeNone')}</p>
      ) : (
        <ul>
          {runs.map(({ from, to }) => (
            <li key={from}>
              {to - from === 1 ? (
                <Sentence
                  of="rounds.result.closePair"
                  values={{ times: timesOfHundred(turnedOf(from, to)) }}
                  parts={{ first: <Name problem={problems[from]} />, second: <Name problem={problems[to]} /> }}
                />
              ) : (
                <Sentence
                  of="rounds.result.closeRun"
                  values={{ places: places(from, to) }}
                  parts={{ problems: <Names problems={problems.slice(from, to + 1)} /> }}
                />
              )}
            </li>
          ))}
          {apart.slice(0, mostApart).map(({ first, second, turned }) => (
            <li key={`${first} ${second}`}>
              <Sentence
                of="rounds.result.closeApart"
                values={{
                  firstPlace: t('rounds.place', { place: placeOf(first) }),
                  secondPlace: t('rounds.place', { place: placeOf(second) }),
                  times: timesOfHundred(turned),
                }}
                parts={{ first: <Name problem={problems[first]} />, second: <Name problem={problems[second]} /> }}
              />
            </li>
          ))}
          {apart.length > mostApart && (
            <li className="meta">{t('rounds.result.closeMore', { count: apart.length - mostApart })}</li>
          )}
        </ul>
      )}
      <p className="meta">{t('rounds.result.closeRule')}</p>
    </div>
  )
}

function Name({ problem }: { problem: ScoredShown | undefined }) {
  const quote = useQuote()
  return <OwnWords>{quote(problem?.title ?? '')}</OwnWords>
}

function Names({ problems }: { problems: ScoredShown[] }) {
  const { list } = useI18n()
  return withGaps(
    list(problems.map((_, at) => gapMark(at))),
    problems.map((problem) => <Name key={problem.number} problem={problem} />),
  )
}
