import { surestFront } from '~/domain/priorities/sureness.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { timesOfHundred } from './names.ts'
import { placed, type ResultsShown } from './result-view.ts'

/** So many stretches are named; more of them are counted. */
const mostRuns = 3

/** What a result says, as sentences. */
export function useResultWords(results: ResultsShown) {
  const { t, list } = useI18n()
  const { acceptability } = results
  const problems = placed(results)
  const placeOf = (index: number) => problems[index]?.place ?? index + 1

  const places = (from: number, to: number) => {
    const [first, last] = [placeOf(from), placeOf(to)]
    if (first === last) return t('rounds.samePlace', { place: first })
    return last - first === 1
      ? t('rounds.twoPlaces', { from: first, to: last })
      : t('rounds.places', { from: first, to: last })
  }

  const front = surestFront(acceptability, results.topPlaces)

  /** "Samma 4 problem ligger främst i 99 av 100 viktningar." */
  const certainty = () => {
    if (front.kind !== 'same') return t(`rounds.result.front.${front.kind}`)
    const { count, share } = front
    return share === 1
      ? t('rounds.result.front.sameAll', { count })
      : t('rounds.result.front.same', { count, times: timesOfHundred(share) })
  }

  /** "Det går inte att skilja mellan plats 1–2 och plats 6–8." */
  const separation = () => {
    // That the order never changes says as much.
    if (front.kind === 'alone' || front.kind === 'wholeOrder') return ''
    if (acceptability.runs.length === 0) return acceptability.pairs.length === 0 ? t('rounds.result.clear') : ''
    if (acceptability.runs.length > mostRuns)
      return t('rounds.result.betweenMany', { count: acceptability.runs.length })
    return capital(
      t('rounds.result.between', { groups: list(acceptability.runs.map(({ from, to }) => places(from, to))) }),
    )
  }

  /** The same in fewer words, over the picture. */
  const message = () => {
    const sure = certainty()
    const { runs } = acceptability
    if (runs.length === 0) return sure
    if (runs.length > mostRuns) return `${sure} ${t('rounds.result.messageSwapMany', { count: runs.length })}`
    return `${sure} ${capital(t('rounds.result.messageSwap', { groups: list(runs.map(({ from, to }) => places(from, to))) }))}`
  }

  /** Share of weightings in which each problem keeps its place; equal problems share theirs. */
  const keeping = () =>
    problems.map((problem, at) => {
      const same = problems.filter(({ place }) => place === problem.place).length
      const from = (problem.place ?? at + 1) - 1
      return {
        problem,
        share: (acceptability.ranks[at] ?? []).slice(from, from + same).reduce((sum, share) => sum + share, 0),
      }
    })

  return { problems, placeOf, places, certainty, separation, message, keeping }
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
