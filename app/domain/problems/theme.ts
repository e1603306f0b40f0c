import type { ProblemStatus } from './problem.ts'

/** How far a problem has come, as the map of themes draws it. */
export const themeStages = ['waiting', 'inRound', 'decided', 'resting'] as const
export type ThemeStage = (typeof themeStages)[number]

const stageOf: Record<Exclude<ProblemStatus, 'merged' | 'undone'>, ThemeStage> = {
  proposed: 'waiting',
  open: 'waiting',
  in_round: 'inRound',
  decided: 'decided',
  in_progress: 'decided',
  resolved: 'decided',
  parked: 'resting',
  declined: 'resting',
}

export interface ThemedProblem {
  number: number
  title: string
  status: ProblemStatus
  /** Distinct legal organisations, as far as the viewer may know. */
  demand: number
}

export interface Theme<Problem = ThemedProblem> {
  id: string
  label: string[]
  /** Most shared first. */
  problems: Problem[]
}

/** A bar of the map: its parts in the order of the stages, each with its length in organisations. */
export interface ThemeBar {
  id: string
  label: string[]
  problems: number
  demand: number
  stages: { stage: ThemeStage; problems: number; demand: number }[]
}

/** The themes as bars, longest first. Demand is added up problem by problem: an organisation with two of them counts twice. */
export function barsOf(themes: readonly Theme[]): ThemeBar[] {
  return themes
    .map(({ id, label, problems }) => ({
      id,
      label,
      problems: problems.length,
      demand: sumOf(problems),
      stages: themeStages.flatMap((stage) => {
        const inside = problems.filter(
          ({ status }) => status !== 'merged' && status !== 'undone' && stageOf[status] === stage,
        )
        return inside.length > 0 ? [{ stage, problems: inside.length, demand: sumOf(inside) }] : []
      }),
    }))
    .sort((a, b) => b.demand - a.demand || b.problems - a.problems || (a.id < b.id ? -1 : 1))
}

const sumOf = (problems: readonly ThemedProblem[]) => problems.reduce((sum, { demand }) => sum + demand, 0)
