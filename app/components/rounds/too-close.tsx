import type { ReactNode } from 'react'
import { Fragment } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { timesOfHundred, useOwnWords, useQuote } from './names.ts'
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
                  text={t('rounds.result.closePair', {
                    first: '\ue000',
                    second: '\ue001',
                    times: timesOfHundred(turnedOf(from, to)),
                  })}
                  parts={[<Name key="a" problem={problems[from]} />, <Name key="b" problem={problems[to]} />]}
                />
              ) : (
                <Sentence
                  text={t('rounds.result.closeRun', { problems: '\ue000', places: places(from, to) })}
                  parts={[<Names key="a" problems={problems.slice(from, to + 1)} />]}
                />
              )}
            </li>
          ))}
          {apart.slice(0, mostApart).map(({ first, second, turned }) => (
            <li key={`${first} ${second}`}>
              <Sentence
                text={t('rounds.result.closeApart', {
                  first: '\ue000',
                  second: '\ue001',
                  firstPlace: t('rounds.place', { place: placeOf(first) }),
                  secondPlace: t('rounds.place', { place: placeOf(second) }),
                  times: timesOfHundred(turned),
                })}
                parts={[<Name key="a" problem={problems[first]} />, <Name key="b" problem={problems[second]} />]}
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

/** A sentence whose gaps are filled with names in the voice of those who wrote them. */
function Sentence({ text, parts }: { text: string; parts: ReactNode[] }) {
  return text.split(/([\ue000\ue001])/).map((piece, at) => {
    const gap = piece === '\ue000' ? parts[0] : piece === '\ue001' ? parts[1] : piece
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence
    return <Fragment key={at}>{gap}</Fragment>
  })
}

function Name({ problem }: { problem: ScoredShown | undefined }) {
  const words = useOwnWords()
  const quote = useQuote()
  return (
    <span className="said" lang={words}>
      {quote(problem?.title ?? '')}
    </span>
  )
}

function Names({ problems }: { problems: ScoredShown[] }) {
  const { list } = useI18n()
  const marks = problems.map((_, at) => String.fromCharCode(0xe000 + at))
  return list(marks)
    .split(/([\ue000-\ue0ff])/)
    .map((piece, at) => {
      const index = marks.indexOf(piece)
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one list
      return <Fragment key={at}>{index === -1 ? piece : <Name problem={problems[index]} />}</Fragment>
    })
}
