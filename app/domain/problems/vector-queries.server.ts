import { createHash } from 'node:crypto'
import { and, asc, count, eq, gt, inArray, max, ne } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { textVectors } from '../../../db/schema/similarity.ts'
import type { EngineText } from '../../similarity/engine-types.ts'
import { decodeVector, EmbeddingsDown, TextRefused, wordsToEmbed } from './embedding.ts'
import { embed, embeddings } from './embedding-server.server.ts'
import type { SimilarQuery } from './similar-queries.server.ts'

export function contentHash(text: { title: string; body: string }): string {
  return createHash('sha256').update(wordsToEmbed(text)).digest('hex')
}

/** The texts with the vectors that are kept of just these words by the model in use. */
export async function withVectors(texts: EngineText[]): Promise<EngineText[]> {
  const model = embeddings()?.model
  if (!model || texts.length === 0) return texts
  const rows = await db
    .select({ textId: textVectors.textId, hash: textVectors.hash, vector: textVectors.vector })
    .from(textVectors)
    .where(
      and(
        eq(textVectors.model, model),
        ne(textVectors.vector, ''),
        inArray(
          textVectors.textId,
          texts.map((text) => text.id),
        ),
      ),
    )
  const known = new Map(rows.map((row) => [row.textId, row]))
  return texts.map((text) => {
    const row = known.get(text.id)
    return row && row.hash === contentHash(text) ? { ...text, vector: decodeVector(row.vector) } : text
  })
}

/** Numbers of the last vector there is and how many there are of the model in use. */
export async function latestVector(): Promise<number> {
  if (!embeddings()) return 0
  const [row] = await db.select({ seq: max(textVectors.seq) }).from(textVectors)
  return row?.seq ?? 0
}

/** The texts that have got a vector since, oldest first, with the number of the last of them. */
export async function vectorsSince(seq: number, limit: number): Promise<{ textIds: string[]; seq: number }> {
  const rows = await db
    .select({ seq: textVectors.seq, textId: textVectors.textId })
    .from(textVectors)
    .where(gt(textVectors.seq, seq))
    .orderBy(asc(textVectors.seq))
    .limit(limit)
  return { textIds: rows.map((row) => row.textId), seq: rows.at(-1)?.seq ?? seq }
}

export async function countVectors(): Promise<number> {
  const model = embeddings()?.model
  if (!model) return 0
  const [row] = await db
    .select({ total: count() })
    .from(textVectors)
    .where(and(eq(textVectors.model, model), ne(textVectors.vector, '')))
  return row?.total ?? 0
}

const typingDeadlineMs = 300
const rememberedQueries = 200
const remembered = new Map<string, Float32Array>()

/**
 * The vector of words that somebody has typed, when the server gives it at once. Undefined when it is late or down, and
 * for the words of a need that the server may not have: likeness then goes by words alone.
 */
export async function vectorOfQuery({
  title,
  description,
  exceptNeedId,
}: Pick<SimilarQuery, 'title' | 'description' | 'exceptNeedId'>): Promise<Float32Array | undefined> {
  const server = embeddings()
  if (!server || (!server.mayHaveRestricted && exceptNeedId && (await isRestricted(exceptNeedId)))) return undefined
  const text = { title, body: description }
  const key = `${server.model} ${contentHash(text)}`
  const known = remembered.get(key)
  if (known) return known
  try {
    const [vector] = await embed([wordsToEmbed(text)], typingDeadlineMs)
    if (!vector) return undefined
    remembered.set(key, vector)
    if (remembered.size > rememberedQueries) remembered.delete(remembered.keys().next().value as string)
    return vector
  } catch (error) {
    if (error instanceof EmbeddingsDown || error instanceof TextRefused) return undefined
    throw error
  }
}

async function isRestricted(needId: string): Promise<boolean> {
  const [need] = await db.select({ level: needs.confidentiality }).from(needs).where(eq(needs.id, needId))
  return need !== undefined && need.level >= 2
}
