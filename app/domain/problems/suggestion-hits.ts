import type { Similar } from '../../similarity/engine-types.ts'
import type { Similarity } from '../../similarity/similarity-host.ts'
import { fromTextId, type TextKind, type TextNoun } from './similarity-texts.ts'

export const needKinds: readonly TextKind[] = ['need', 'restricted']
export const problemKinds: readonly TextKind[] = ['problem', 'proposal']

/** The part of the engine that proposals come from. */
export type ProposingEngine = Pick<Similarity, 'similarInBackground' | 'group'>

/** A need, problem or resource that the engine found alike, and the terms that say why. */
export interface Hit {
  id: string
  noun: TextNoun
  score: number
  terms: { term: string; weight: number }[]
}

export function hitOf({ id, score, why }: Similar): Hit {
  return { ...fromTextId(id), score, terms: why.slice(0, 5).map(({ term, weight }) => ({ term, weight })) }
}

export const versioned = ({ id, version }: { id: string; version: number }) => ({ id, version })
