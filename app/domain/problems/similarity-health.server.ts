import { type EmbeddingState, embeddingState } from './embedding-server.server.ts'
import { type Filling, freshSimilarity, similarityAsItIs } from './similarity-index.server.ts'
import { countVectors } from './vector-queries.server.ts'

export interface SimilarityHealth {
  ready: boolean
  /** Texts in the engine of this process. */
  size: number
  /** Number of the last event that the engine knows of. */
  version: number
  /** How far a filling has come; undefined when none is going on. */
  filling: Filling | undefined
  embeddings: EmbeddingState & { vectors: number }
}

/** How this process's engine stands, for administrators. One that does not answer is not ready. */
export async function similarityHealth(): Promise<SimilarityHealth> {
  const embeddings = { ...embeddingState(), vectors: await countVectors() }
  const { filling } = similarityAsItIs()
  try {
    const engine = await freshSimilarity()
    if (!engine) return { ready: false, size: 0, version: 0, filling, embeddings }
    return { ready: true, size: await engine.size(), version: engine.version, filling, embeddings }
  } catch {
    return { ready: false, size: 0, version: 0, filling, embeddings }
  }
}

/** What to say where similar things are shown, when they are not all that they might be. */
export type SimilarityNote = { kind: 'filling'; loaded: number; total: number } | { kind: 'wordsOnly' }

export function similarityNote(): SimilarityNote | null {
  const { filling } = similarityAsItIs()
  if (filling) return { kind: 'filling', ...filling }
  return embeddingState().state === 'down' ? { kind: 'wordsOnly' } : null
}
