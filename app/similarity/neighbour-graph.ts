import type { Corpus } from './corpus.ts'
import { type Latent, latentSpace } from './latent.ts'
import { type Neighbours, nearest } from './neighbours.ts'
import { type Vectors, vectorize } from './vectors.ts'

/** What both levels of grouping are made from. */
export interface NeighbourGraph {
  vectors: Vectors
  latent: Latent
  neighbours: Neighbours
}

const DIMENSIONS = 64
const NEIGHBOURS = 15
/** Share of shared words in the likeness of neighbours; the rest is latent likeness. */
export const NEIGHBOUR_MIX = 0.7

/** Milliseconds each step took are noted in `took`. */
export function neighbourGraph(corpus: Corpus, slots: readonly number[], took: Record<string, number>): NeighbourGraph {
  const step = <T>(name: string, work: () => T): T => {
    const start = performance.now()
    const done = work()
    took[name] = performance.now() - start
    return done
  }
  const vectors = step('vectors', () => vectorize(corpus, slots))
  const latent = step('latent', () => latentSpace(vectors, DIMENSIONS))
  const neighbours = step('neighbours', () => nearest(vectors, latent, NEIGHBOUR_MIX, NEIGHBOURS))
  return { vectors, latent, neighbours }
}
