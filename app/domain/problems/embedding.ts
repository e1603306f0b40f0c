/** A server that turns texts into vectors of their meaning. Which one there is, if any, the process says at start. */
export interface EmbeddingServer {
  /** Names what the vectors are made with: vectors of another model are never compared with these. */
  readonly model: string
  /** Whether the server may have texts that not everyone may see. */
  readonly mayHaveRestricted: boolean
  /**
   * One vector per text, in order, all as long.
   * @throws EmbeddingsDown when the server does not answer as it should, TextRefused when it will not take a text
   */
  embed(texts: readonly string[], timeoutMs: number): Promise<Float32Array[]>
}

/** Why there is no answer, as the interface says it. */
export type EmbeddingFault = 'unreachable' | 'late' | 'busy' | 'denied' | 'redirected' | 'unreadable' | 'otherDimension'

/** No vectors now. Go on with words alone; trying later may help. */
export class EmbeddingsDown extends Error {
  override name = 'EmbeddingsDown'
  constructor(
    readonly fault: EmbeddingFault,
    /** Milliseconds that the server asks to be left alone. */
    readonly retryAfterMs = 0,
  ) {
    super(`embeddings: ${fault}`)
  }
}

/** The server does not take one of the texts, and never will. */
export class TextRefused extends Error {
  override name = 'TextRefused'
}

export interface Breaker {
  /** Answers that did not come, in a row. */
  failures: number
  fault: EmbeddingFault | null
  /** When the server last stopped answering. */
  since: number | null
  /** Until then it is not asked. */
  restUntil: number
}

export const closedBreaker: Breaker = { failures: 0, fault: null, since: null, restUntil: 0 }

const shortestRestMs = 5_000
const longestRestMs = 300_000
/** A text being typed has a short deadline: being late once or twice says little. */
const lateAllowed = 2

/** The breaker after a failure at an instant (ms): rests grow from five seconds to five minutes. */
export function afterFailure(breaker: Breaker, { fault, retryAfterMs }: EmbeddingsDown, at: number): Breaker {
  const failures = breaker.failures + 1
  const counted = fault === 'late' ? failures - lateAllowed : failures
  const rest = counted <= 0 ? 0 : Math.min(longestRestMs, shortestRestMs * 2 ** (counted - 1))
  return {
    failures,
    fault,
    since: breaker.since ?? at,
    restUntil: Math.max(at + rest, at + Math.min(longestRestMs, retryAfterMs)),
  }
}

/** Whether the server counts as down: it rests, or has been found down and not answered since. */
export function isDown({ failures, fault }: Breaker): boolean {
  return fault === 'late' ? failures > lateAllowed : failures > 0
}

/** As much of a text as is sent: what models read, and no more. */
const longestSent = 8_000

export function wordsToEmbed({ title, body }: { title: string; body: string }): string {
  return `${title}\n\n${body}`.trim().slice(0, longestSent)
}

/** 32-bit floats, lowest byte first, in base64. */
export function encodeVector(vector: Float32Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64')
}

export function decodeVector(text: string): Float32Array {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'))
  return new Float32Array(bytes.buffer)
}
