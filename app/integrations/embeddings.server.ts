/**
 * Vectors of meaning from a server that speaks the embeddings protocol of OpenAI (`/v1/embeddings`) or that of
 * text-embeddings-inference (`/embed`). Only the configured host is asked, and no redirect is followed.
 * Sources: https://platform.openai.com/docs/api-reference/embeddings,
 * https://huggingface.github.io/text-embeddings-inference/
 */
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { type EmbeddingFault, type EmbeddingServer, EmbeddingsDown, TextRefused } from '../domain/problems/embedding.ts'

export interface EmbeddingSettings {
  url: string
  key?: string
  /** What the server calls the model. Also the name under which vectors are kept: a new name makes them anew. */
  model?: string
  kind?: 'openai' | 'tei'
  mayHaveRestricted: boolean
}

/** The settings in the environment; undefined where no server is configured. Throws on an address that is none. */
export function embeddingSettings(env: Record<string, string | undefined>): EmbeddingSettings | undefined {
  const url = env.SAMSYN_EMBEDDINGS_URL
  if (!url) return undefined
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Error('SAMSYN_EMBEDDINGS_URL is not a web address')
  const kind = env.SAMSYN_EMBEDDINGS_KIND
  if (kind && kind !== 'openai' && kind !== 'tei') throw new Error('SAMSYN_EMBEDDINGS_KIND is either openai or tei')
  return {
    url,
    ...(env.SAMSYN_EMBEDDINGS_KEY && { key: env.SAMSYN_EMBEDDINGS_KEY }),
    ...(env.SAMSYN_EMBEDDINGS_MODEL && { model: env.SAMSYN_EMBEDDINGS_MODEL }),
    ...(kind && { kind: kind as 'openai' | 'tei' }),
    mayHaveRestricted: env.SAMSYN_EMBEDDINGS_RESTRICTED === '1',
  }
}

const largestAnswer = 64 * 1024 * 1024
const paths = { openai: '/v1/embeddings', tei: '/embed' } as const
type Kind = keyof typeof paths

export function embeddingServer(settings: EmbeddingSettings): EmbeddingServer {
  const base = settings.url.replace(/\/+$/, '')
  let known = settings.kind ?? kindOfPath(base)

  /** Asks once, where neither the configuration nor the address tells: only text-embeddings-inference has `/info`. */
  async function kindOf(timeoutMs: number): Promise<Kind> {
    if (known) return known
    const response = await ask(`${base}/info`, { method: 'GET' }, timeoutMs)
    const info = response.ok ? await json(response).catch(() => null) : null
    if (!response.ok) await response.body?.cancel()
    known = info && typeof info === 'object' && 'model_id' in info ? 'tei' : 'openai'
    return known
  }

  function ask(address: string, init: RequestInit, timeoutMs: number): Promise<Response> {
    const headers = {
      'content-type': 'application/json',
      ...(settings.key && { authorization: `Bearer ${settings.key}` }),
    }
    const signal = AbortSignal.timeout(timeoutMs)
    return fetch(address, { ...init, headers, signal, redirect: 'manual' }).catch((error) => {
      throw new EmbeddingsDown(faultOf(error))
    })
  }

  return {
    model: settings.model ?? settings.url,
    mayHaveRestricted: settings.mayHaveRestricted,
    async embed(texts, timeoutMs) {
      const start = Date.now()
      const kind = await kindOf(timeoutMs)
      const body =
        kind === 'tei'
          ? { inputs: texts, truncate: true }
          : { input: texts, encoding_format: 'float', ...(settings.model && { model: settings.model }) }
      const left = Math.max(1, timeoutMs - (Date.now() - start))
      const address = kindOfPath(base) === kind ? base : base + paths[kind]
      const response = await ask(address, { method: 'POST', body: JSON.stringify(body) }, left)
      if (!response.ok) {
        await response.body?.cancel()
        throw refusal(response)
      }
      return vectorsIn(await json(response), kind, texts.length)
    },
  }
}

function kindOfPath(address: string): Kind | undefined {
  const { pathname } = new URL(address)
  if (pathname.endsWith('/embeddings')) return 'openai'
  return pathname.endsWith('/embed') ? 'tei' : undefined
}

function refusal({ status, headers }: Response): Error {
  if ([400, 413, 422].includes(status)) return new TextRefused(`embeddings: status ${status}`)
  if (status === 429 || status === 503)
    return new EmbeddingsDown('busy', (Number(headers.get('retry-after')) || 0) * 1000)
  if (status === 401 || status === 403) return new EmbeddingsDown('denied')
  return new EmbeddingsDown(status >= 300 && status < 400 ? 'redirected' : 'unreachable')
}

function faultOf(error: unknown): EmbeddingFault {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
    ? 'late'
    : 'unreachable'
}

/** Reads no more than what vectors can take. */
async function json(response: Response): Promise<unknown> {
  const parts: Uint8Array[] = []
  let size = 0
  if (!response.body) throw new EmbeddingsDown('unreadable')
  try {
    for await (const part of Readable.fromWeb(response.body as ReadableStream)) {
      size += part.length
      if (size > largestAnswer) throw new EmbeddingsDown('unreadable')
      parts.push(part)
    }
  } catch (error) {
    throw error instanceof EmbeddingsDown ? error : new EmbeddingsDown(faultOf(error))
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    throw new EmbeddingsDown('unreadable')
  }
}

function vectorsIn(answer: unknown, kind: Kind, count: number): Float32Array[] {
  const lists = kind === 'tei' ? answer : ordered(answer)
  if (!Array.isArray(lists) || lists.length !== count) throw new EmbeddingsDown('unreadable')
  const vectors = lists.map((list) => {
    if (!Array.isArray(list) || list.length === 0 || !list.every(Number.isFinite))
      throw new EmbeddingsDown('unreadable')
    return Float32Array.from(list)
  })
  if (vectors.some((vector) => vector.length !== vectors[0]?.length)) throw new EmbeddingsDown('otherDimension')
  return vectors
}

function ordered(answer: unknown): unknown {
  const data = (answer as { data?: unknown } | null)?.data
  if (!Array.isArray(data)) return undefined
  const items = data as { index?: number; embedding?: unknown }[]
  return items
    .map((item, at) => ({ place: item?.index ?? at, embedding: item?.embedding }))
    .sort((a, b) => a.place - b.place)
    .map((item) => item.embedding)
}
