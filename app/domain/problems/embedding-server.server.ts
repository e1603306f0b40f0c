import {
  afterFailure,
  type Breaker,
  closedBreaker,
  type EmbeddingFault,
  type EmbeddingServer,
  EmbeddingsDown,
  isDown,
} from './embedding.ts'

// The development server loads modules anew at each change; what was found out about the server must survive that.
const kept = globalThis as { samsynEmbeddings?: { server: EmbeddingServer | undefined; breaker: Breaker } }

/** The process says at start which server it uses, if any: the domain knows the port and not the protocol. */
export function chooseEmbeddings(server: EmbeddingServer | undefined): void {
  kept.samsynEmbeddings = { server, breaker: closedBreaker }
}

export function embeddings(): EmbeddingServer | undefined {
  return kept.samsynEmbeddings?.server
}

export interface EmbeddingState {
  /** Off: none is configured. Down: likeness goes by words alone for now. */
  state: 'off' | 'up' | 'down'
  model: string | null
  fault: EmbeddingFault | null
  /** When it stopped answering, and when it is asked again. */
  since: Date | null
  retryAt: Date | null
}

/** How this process has found the server. */
export function embeddingState(): EmbeddingState {
  const { server, breaker } = kept.samsynEmbeddings ?? {}
  if (!server || !breaker) return { state: 'off', model: null, fault: null, since: null, retryAt: null }
  if (!isDown(breaker)) return { state: 'up', model: server.model, fault: null, since: null, retryAt: null }
  return {
    state: 'down',
    model: server.model,
    fault: breaker.fault,
    since: breaker.since === null ? null : new Date(breaker.since),
    retryAt: new Date(breaker.restUntil),
  }
}

/**
 * Vectors of the texts. A server that does not answer is left alone for a while, longer each time, and asked again by
 * whoever comes next.
 * @throws EmbeddingsDown at once while it rests
 */
export async function embed(texts: readonly string[], timeoutMs: number): Promise<Float32Array[]> {
  const now = kept.samsynEmbeddings
  if (!now?.server) throw new EmbeddingsDown('unreachable')
  if (Date.now() < now.breaker.restUntil)
    throw new EmbeddingsDown(now.breaker.fault ?? 'unreachable', now.breaker.restUntil - Date.now())
  try {
    const vectors = await now.server.embed(texts, timeoutMs)
    now.breaker = closedBreaker
    return vectors
  } catch (error) {
    if (error instanceof EmbeddingsDown) now.breaker = afterFailure(now.breaker, error, Date.now())
    throw error
  }
}

/** The vectors are of no use: as when the server had not answered. */
export function embeddingsFailed(error: EmbeddingsDown): void {
  const now = kept.samsynEmbeddings
  if (now) now.breaker = afterFailure(now.breaker, error, Date.now())
}
