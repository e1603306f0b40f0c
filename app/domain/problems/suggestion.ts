import { BAND_FLOOR } from '../../similarity/bands.ts'
import type { Band } from '../../similarity/engine-types.ts'

export const suggestionKinds = ['join', 'new', 'duplicate', 'merge', 'split', 'resource'] as const
export type SuggestionKind = (typeof suggestionKinds)[number]
export type SuggestionStatus = 'open' | 'accepted' | 'changed' | 'rejected' | 'stale'

/** What the engine proposes. It changes nothing by itself. */
export interface Proposal {
  kind: SuggestionKind
  /** The needs it is about, with the version of their words. */
  needs: readonly { id: string; version: number }[]
  leadNeedId: string | null
  /** The problem it is about: to join, to keep, to split, to link a resource to. */
  problemId: string | null
  /** The other thing: the original of a duplicate, the problem that would go up in the first, the resource. */
  otherId: string | null
  /** Proposed name of a new problem. */
  title: string
  /** Of a new problem: the group it was found as, which keeps its id while most of its needs stay. */
  groupId?: string
  score: number
  band: Band
  reasons: { term: string; weight: number }[]
}

/**
 * The same proposal has the same fingerprint, whenever it is made. It changes when another need is in it, when the words
 * of one of them change, or when it is about another problem: only then may a rejected one come back.
 */
export function fingerprintOf({
  kind,
  needs,
  problemId,
  otherId,
}: Pick<Proposal, 'kind' | 'needs' | 'problemId' | 'otherId'> & Partial<Proposal>): string {
  const members = needs.map(versionOf).sort()
  // Of two problems either may be the one to keep, as their demand changes: it is still the same question.
  const things = kind === 'merge' ? [problemId ?? '', otherId ?? ''].sort() : [problemId ?? '', otherId ?? '']
  return [kind, ...things, ...members].join(' ')
}

/** A need with the version of its words, as fingerprints hold it. */
export function versionOf({ id, version }: { id: string; version: number }): string {
  return `${id}@${version}`
}

/** How to take an answer back: the command that undoes it. */
export type SuggestionUndo =
  | { act: 'removeNeeds'; problemId: string; needIds: string[] }
  | { act: 'emptyProblem'; problemId: string; version: number }
  | { act: 'unlinkDuplicate'; needId: string }
  | { act: 'unmerge'; problemId: string }
  | { act: 'unlinkResource'; problemId: string; resourceId: string }
  | { act: 'reopen' }

/**
 * Lowest likeness that is worth a person's time, at the default strictness. Measured on the seeded needs and the problems that people formed of
 * them: of the joins above the floor two in three are right, and of the single needs one in three is left in peace.
 */
export const likenessFloors = { join: 0.2, duplicate: 0.3, merge: 0.24, resource: 0.14, within: 0.13 } as const

const wholeFloors = { very: 0.3, alike: 0.18 }

/** How alike two whole texts are, in words. The engine's own bands are for short questions: of many words even twins share few. */
export function bandOfWhole(score: number): Band {
  return bandAbove(wholeFloors, score)
}

/** A question of at most so many characters is a line; from so many on it is a whole text. */
const [lineLength, wholeLength] = [60, 300]

/**
 * How alike a text is to what somebody is writing, in words. The floors go from those of a line to those of a whole text as
 * the question grows, so that a find does not seem less alike because more was said of it. `shared` is how many terms they
 * have in common: one word, however rare, is no more than partly alike, and two are not very.
 */
export function bandOfQuestion(score: number, length: number, shared: number): Band {
  const whole = Math.min(1, Math.max(0, (length - lineLength) / (wholeLength - lineLength)))
  const floor = (band: 'very' | 'alike') => BAND_FLOOR[band] + (wholeFloors[band] - BAND_FLOOR[band]) * whole
  const band = bandAbove({ very: floor('very'), alike: floor('alike') }, score)
  if (shared <= 1) return 'partly'
  return shared === 2 && band === 'very' ? 'alike' : band
}

function bandAbove(floors: { very: number; alike: number }, score: number): Band {
  if (score >= floors.very) return 'very'
  return score >= floors.alike ? 'alike' : 'partly'
}

/**
 * How well a text fits a problem: how like it is to the problem's own words and to the most alike of its needs, up to
 * three, taken together. Several needs that are somewhat alike say as much as one that is very alike.
 */
export function fitOf(direct: number, members: readonly number[]): number {
  const top = [...members].sort((a, b) => b - a).slice(0, 3)
  return 0.6 * (direct + top.reduce((sum, score) => sum + score, 0))
}

export function bandOfFit(score: number): Band {
  if (score >= 0.4) return 'very'
  return score >= 0.28 ? 'alike' : 'partly'
}

/** Needs that hang together, from the pairs of them that are alike: the parts that a problem would fall into. */
export function componentsOf(ids: readonly string[], pairs: readonly (readonly [string, string])[]): string[][] {
  const parent = new Map(ids.map((id) => [id, id]))
  const root = (id: string): string => {
    const up = parent.get(id) as string
    return up === id ? id : root(up)
  }
  for (const [a, b] of pairs) if (parent.has(a) && parent.has(b)) parent.set(root(a), root(b))
  const parts = new Map<string, string[]>()
  for (const id of ids) parts.set(root(id), [...(parts.get(root(id)) ?? []), id])
  return [...parts.values()].sort((a, b) => b.length - a.length)
}
