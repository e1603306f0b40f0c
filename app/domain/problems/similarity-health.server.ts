import { freshSimilarity } from './similarity-index.server.ts'

export interface SimilarityHealth {
  ready: boolean
  /** Texts in the engine of this process. */
  size: number
  /** Number of the last event that the engine knows of. */
  version: number
}

/** How this process's engine stands, for administrators. One that does not answer is not ready. */
export async function similarityHealth(): Promise<SimilarityHealth> {
  try {
    const engine = await freshSimilarity()
    if (!engine) return { ready: false, size: 0, version: 0 }
    return { ready: true, size: await engine.size(), version: engine.version }
  } catch {
    return { ready: false, size: 0, version: 0 }
  }
}
