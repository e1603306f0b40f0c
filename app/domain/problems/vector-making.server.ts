import { and, eq, inArray } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { textVectors } from '../../../db/schema/similarity.ts'
import type { EngineText } from '../../similarity/engine-types.ts'
import { enqueue } from '../jobs/job-commands.server.ts'
import {
  decodeVector,
  type EmbeddingServer,
  EmbeddingsDown,
  encodeVector,
  TextRefused,
  wordsToEmbed,
} from './embedding.ts'
import { embed, embeddings, embeddingsFailed } from './embedding-server.server.ts'
import { everyText } from './similarity-loading.server.ts'
import type { TextKind } from './similarity-texts.ts'
import { askForNewSuggestions } from './suggestion-making.server.ts'
import { contentHash } from './vector-queries.server.ts'

/** Texts in one question to the server. */
const batch = 32
const batchLimitMs = 30_000
const shortest = 1_000
let lastTook = 0

/** Kinds that only some people may see: they leave for the server only where the configuration says that it may have them. */
const restricted: readonly string[] = ['restricted', 'proposal'] satisfies TextKind[]

/** Asks for vectors of what an event may have changed. Asked for twice is done once, in no more than a tenth of the time. */
export async function askForVectorsAfter(seq: number): Promise<void> {
  if (!embeddings()) return
  const [event] = await db.select({ noun: events.noun }).from(events).where(eq(events.seq, seq))
  if (event && /^(need|problem|import|resource)$/.test(event.noun))
    await askForVectors(Math.max(shortest, lastTook * 9))
}

/** Asks for vectors of all texts that lack them: at start, and when the server is to be tried again. */
export async function askForVectors(afterMs = 0): Promise<void> {
  if (!embeddings()) return
  await enqueue('vectors.refresh', {}, { key: 'vectors.refresh', runAt: new Date(Date.now() + afterMs) })
}

/**
 * Makes the vectors that are missing: of new words, or of a new model. Forgets those of texts that are gone, or that the
 * server may no longer have. Runs as a job. A server that is down is no failure of the job: it is asked again later.
 */
export async function refreshVectors(onProgress: (done: number, total: number) => Promise<void>): Promise<void> {
  const server = embeddings()
  if (!server) return
  const start = Date.now()
  const { missing, kept } = await compare(server)
  await forget(kept)
  let made = 0
  try {
    for (let from = 0; from < missing.length; from += batch) {
      await make(server, missing.slice(from, from + batch))
      made = Math.min(missing.length, from + batch)
      await onProgress(made, missing.length)
    }
  } catch (error) {
    if (!(error instanceof EmbeddingsDown)) throw error
    await askForVectors(Math.max(shortest, error.retryAfterMs, 5_000))
  }
  lastTook = Date.now() - start
  if (made > 0) await askForNewSuggestions()
}

interface Missing {
  id: string
  hash: string
  words: string
}

/** What lacks a vector, and whose vectors are to be kept. */
async function compare(server: EmbeddingServer): Promise<{ missing: Missing[]; kept: Set<string> }> {
  const missing: Missing[] = []
  const kept = new Set<string>()
  for await (const { texts } of everyText()) {
    const sent = texts.filter((text) => server.mayHaveRestricted || !restricted.includes(text.kind))
    const rows =
      sent.length === 0
        ? []
        : await db
            .select({ textId: textVectors.textId, hash: textVectors.hash })
            .from(textVectors)
            .where(
              and(
                eq(textVectors.model, server.model),
                inArray(
                  textVectors.textId,
                  sent.map((text) => text.id),
                ),
              ),
            )
    const hashes = new Map(rows.map((row) => [row.textId, row.hash]))
    for (const text of sent) {
      kept.add(text.id)
      const hash = contentHash(text)
      if (hashes.get(text.id) !== hash) missing.push(missingOf(text, hash))
    }
  }
  return { missing, kept }
}

const missingOf = (text: EngineText, hash: string): Missing => ({ id: text.id, hash, words: wordsToEmbed(text) })

async function forget(kept: ReadonlySet<string>): Promise<void> {
  const rows = await db.select({ textId: textVectors.textId }).from(textVectors)
  const gone = rows.map((row) => row.textId).filter((id) => !kept.has(id))
  for (let from = 0; from < gone.length; from += 500)
    await db.delete(textVectors).where(inArray(textVectors.textId, gone.slice(from, from + 500)))
}

/** Asks outside any transaction, for each different text once, and only for what the model has not seen before. */
async function make(server: EmbeddingServer, wanted: readonly Missing[]): Promise<void> {
  const same = and(
    eq(textVectors.model, server.model),
    inArray(
      textVectors.hash,
      wanted.map((one) => one.hash),
    ),
  )
  const seen = await db.select({ hash: textVectors.hash, vector: textVectors.vector }).from(textVectors).where(same)
  const vectors = new Map(seen.map((row) => [row.hash, row.vector]))
  const asked = [...new Map(wanted.filter((one) => !vectors.has(one.hash)).map((one) => [one.hash, one])).values()]
  const answers = await ask(asked)
  await checkDimension(server, answers)
  for (const [hash, vector] of answers) vectors.set(hash, vector && encodeVector(vector))
  await transaction(async () => {
    await db.delete(textVectors).where(
      inArray(
        textVectors.textId,
        wanted.map((one) => one.id),
      ),
    )
    await db
      .insert(textVectors)
      .values(
        wanted.map(({ id, hash }) => ({ textId: id, hash, model: server.model, vector: vectors.get(hash) ?? '' })),
      )
  })
}

/** Vectors by hash; where the server refuses a batch, text by text, and nothing for those that it does not take. */
async function ask(texts: readonly Missing[]): Promise<Map<string, Float32Array | ''>> {
  if (texts.length === 0) return new Map()
  try {
    const vectors = await embed(
      texts.map((text) => text.words),
      batchLimitMs,
    )
    return new Map(texts.map((text, at) => [text.hash, vectors[at] ?? '']))
  } catch (error) {
    if (!(error instanceof TextRefused)) throw error
    if (texts.length === 1) return new Map([[(texts[0] as Missing).hash, '']])
    const found = new Map<string, Float32Array | ''>()
    for (const text of texts) for (const [hash, vector] of await ask([text])) found.set(hash, vector)
    return found
  }
}

/** A model that suddenly answers in another dimension is another model under the old name. */
async function checkDimension(server: EmbeddingServer, answers: ReadonlyMap<string, Float32Array | ''>): Promise<void> {
  const fresh = [...answers.values()].find((vector) => vector !== '')
  if (!fresh) return
  const rows = await db
    .select({ vector: textVectors.vector })
    .from(textVectors)
    .where(eq(textVectors.model, server.model))
    .limit(20)
  const known = rows.find((row) => row.vector !== '')
  if (!known || decodeVector(known.vector).length === fresh.length) return
  const error = new EmbeddingsDown('otherDimension')
  embeddingsFailed(error)
  throw error
}
