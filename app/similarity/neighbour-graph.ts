import { Coherence, weighByCoherence } from './coherence.ts'
import type { Corpus } from './corpus.ts'
import { type Latent, latentSpace } from './latent.ts'
import { meaningSpace } from './meaning-space.ts'
import { findNeighbours, type Neighbours, type NeighbourTask, neighbourTask } from './neighbours.ts'
import { withPhrases } from './phrase-vectors.ts'
import { usualLikeness } from './row-likeness.ts'
import type { Share } from './shared-jobs.ts'
import { type Vectors, vectorize } from './vectors.ts'

/** What both levels of grouping are made from. */
export interface NeighbourGraph {
  vectors: Vectors
  /** The same with phrases: what tells the matters of one theme apart. */
  phrased: Vectors
  latent: Latent
  neighbours: Neighbours
  /** Mean likeness of any two texts, measured as that of neighbours. */
  usual: number
  /** What the share of shared words in a likeness is multiplied by: 1 unless texts were given vectors. */
  words: number
}

export interface GraphOptions {
  /** Share of the vectors that texts were given against their words. */
  vectorShare: number
  /** Milliseconds each step took are noted here. */
  took: Record<string, number>
  share: Share
}

const DIMENSIONS = { most: 64, fewest: 16 }
const NEIGHBOURS = 15
const ROWS_PER_CHUNK = 500
/** Share of shared words in the likeness of neighbours; the rest is latent likeness. */
const NEIGHBOUR_MIX = 0.7

export function neighbourGraph(corpus: Corpus, slots: readonly number[], options: GraphOptions): NeighbourGraph {
  const step = <T>(name: string, work: () => T): T => {
    const start = performance.now()
    const done = work()
    options.took[name] = performance.now() - start
    return done
  }
  const plain = step('vectors', () => vectorize(corpus, slots))
  const ofWords = step('latent', () => latentSpace(plain, dimensionsFor(slots.length), options.share))
  const coherence = new Coherence(ofWords)
  const vectors = step('coherence', () => weighByCoherence(plain, coherence))
  const given = step('meaning', () => meaningSpace(corpus, vectors.slots, ofWords, nearestByWords(vectors, ofWords)))
  const latent = given?.latent ?? ofWords
  const words = given ? 1 - options.vectorShare : 1
  const mix = NEIGHBOUR_MIX * words
  const task = neighbourTask(vectors, latent, mix, NEIGHBOURS, given?.near)
  let phrased: Vectors = vectors
  step('phrases and neighbours', () =>
    options.share('findNeighbours', task, slots.length, ROWS_PER_CHUNK, () => {
      phrased = withPhrases(vectors, corpus, coherence)
    }),
  )
  const usual = step('usual', () => usualLikeness(vectors, latent, mix))
  return { vectors, phrased, latent, neighbours: task.found, usual, words }
}

/** Few texts have few directions in common; with as many directions as texts each would be like itself alone. */
function dimensionsFor(texts: number): number {
  return Math.min(DIMENSIONS.most, Math.max(DIMENSIONS.fewest, Math.floor(texts / 4)))
}

/** Asked only for texts whose vector is missing, so nothing is made ready before the first. */
function nearestByWords(vectors: Vectors, latent: Latent): (row: number) => [number, number][] {
  let task: NeighbourTask | undefined
  return (row) => {
    task ??= neighbourTask(vectors, latent, NEIGHBOUR_MIX, NEIGHBOURS)
    findNeighbours(task, row, row + 1)
    const { rows, likeness } = task.found
    return Array.from({ length: NEIGHBOURS }, (_, j): [number, number] => [
      rows[row * NEIGHBOURS + j]!,
      likeness[row * NEIGHBOURS + j]!,
    ]).filter(([other]) => other >= 0)
  }
}
