import type { Acceptability } from '~/domain/priorities/acceptability.ts'
import type { ScoredProblem } from '~/domain/priorities/round-results.ts'
import type { ProblemShown } from './round-view.ts'

export type ScoredShown = ProblemShown & ScoredProblem

/** The stored result of a round with the names of its problems. */
export interface ResultsShown {
  seed: number
  samples: number
  weightSpread: number
  topPlaces: number
  assessors: number
  problems: ScoredShown[]
  acceptability: Acceptability
}

/** Those that have a place: the rows of everything about ranks, in the same order. */
export function placed({ problems }: Pick<ResultsShown, 'problems'>): ScoredShown[] {
  return problems.filter(({ place }) => place !== null)
}
