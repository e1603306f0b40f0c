import { and, gt, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { transactions } from '../../../db/database.ts'
import { eventSubjects } from '../../../db/schema/events.ts'
import type { EngineText } from '../../similarity/engine-types.ts'
import { type Similarity, startSimilarity } from '../../similarity/similarity-host.ts'
import { latestSeq } from '../events/event-queries.server.ts'
import { countTexts, everyText, textsOf } from './similarity-loading.server.ts'
import { fromTextId, textId, textNouns } from './similarity-texts.ts'
import { addedTerms } from './term-queries.server.ts'
import { latestVector, vectorsSince, withVectors } from './vector-queries.server.ts'

/** How long a question waits for the first filling. After it the question goes unanswered and the page does without. */
const patience = 4_000
const vectorsAtOnce = 200

/** How far the filling has come: all at once at start, and again when the terms have changed. */
export interface Filling {
  loaded: number
  total: number
}

interface Kept {
  engine: Promise<Similarity>
  /** The same, once it has been started. */
  started?: Similarity
  filling: Filling | undefined
  /** The last vector that the engine has. */
  vectorsSeen: number
  renewing?: Promise<void>
}

// The development server loads modules anew at each change; the threads must survive that.
const global = globalThis as { samsynSimilarity?: Kept }

/**
 * This process's engine, as fresh as the database: before each use the highest event number is looked up, and only
 * what events since the last use were about is read again. Any number of processes agree, since all read the same trail.
 * Undefined while it is still being filled for the first time.
 */
export async function freshSimilarity(): Promise<Similarity | undefined> {
  const engine = await ready()
  if (engine) await refreshInTurn(engine)
  return engine
}

/** Resolves when the engine has been filled and knows all terms and vectors, however long it takes: for work that cannot do without. */
export async function similarityFilled(): Promise<void> {
  const engine = await start().engine
  await engine.ready
  do await refreshInTurn(engine)
  while ((await latestVector()) > start().vectorsSeen)
  await start().renewing
}

/** Starts filling, so that the first question need not wait. */
export function warmSimilarity(): void {
  void start()
}

/** The engine as it stands, without bringing it up to date, and how far a filling has come. */
export function similarityAsItIs(): { engine: Similarity | undefined; filling: Filling | undefined } {
  const { started, filling } = start()
  return { engine: started, filling }
}

/** Ends the threads: for the command line and tests, which must come to an end. */
export async function closeSimilarity(): Promise<void> {
  const kept = global.samsynSimilarity
  global.samsynSimilarity = undefined
  await kept?.renewing
  await (await kept?.engine)?.close()
}

/** Reads outside any transaction of whoever asks: what may yet be taken back must not be in the engine. */
function start(): Kept {
  if (global.samsynSimilarity) return global.samsynSimilarity
  const kept: Kept = {
    filling: { loaded: 0, total: 0 },
    vectorsSeen: 0,
    engine: transactions.exit(() => startFilled()),
  }
  global.samsynSimilarity = kept
  return kept

  async function startFilled(): Promise<Similarity> {
    const terms = await addedTerms()
    kept.started = startSimilarity({
      terms,
      load,
      onProgress: ({ loaded, done }) => {
        kept.filling = done ? undefined : { loaded, total: kept.filling?.total ?? 0 }
      },
      timeout: Number(process.env.SAMSYN_SIMILARITY_TIMEOUT ?? 5_000),
    })
    return kept.started
  }

  async function* load() {
    const counted = await countTexts()
    kept.filling = { loaded: 0, total: counted.need + counted.problem + counted.resource }
    const seen = await latestVector()
    for await (const { texts, ...rest } of everyText()) yield { texts: await withVectors(texts), ...rest }
    kept.vectorsSeen = seen
  }
}

function ready(): Promise<Similarity | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), patience)
    start()
      .engine.then((engine) => engine.ready.then(() => engine))
      .catch(() => undefined)
      .then((engine) => {
        clearTimeout(timer)
        resolve(engine)
      })
  })
}

let turn: Promise<void> = Promise.resolve()
function refreshInTurn(engine: Similarity): Promise<void> {
  const mine = turn.then(() => transactions.exit(() => refresh(engine)))
  turn = mine.catch(() => {})
  return mine
}

async function refresh(engine: Similarity): Promise<void> {
  await refreshTexts(engine)
  await refreshVectors(engine)
}

/** Vectors come after their texts, some at a time: who asks meanwhile is not kept waiting for all of them. */
async function refreshVectors(engine: Similarity): Promise<void> {
  const kept = start()
  if ((await latestVector()) <= kept.vectorsSeen) return
  const { textIds, seq } = await vectorsSince(kept.vectorsSeen, vectorsAtOnce)
  const found = textIds.map(fromTextId)
  for (const noun of textNouns) {
    const ids = found.flatMap((text) => (text.noun === noun ? [text.id] : []))
    await engine.put(await withVectors(await textsOf(noun, ids)))
  }
  kept.vectorsSeen = seq
}

async function refreshTexts(engine: Similarity): Promise<void> {
  const version = await latestSeq()
  if (version <= engine.version) return
  const touched = await db
    .selectDistinct({ noun: eventSubjects.noun, id: eventSubjects.nounId })
    .from(eventSubjects)
    .where(and(gt(eventSubjects.seq, engine.version), inArray(eventSubjects.noun, [...textNouns, 'term'])))
  if (touched.some((subject) => subject.noun === 'term')) renew(engine)
  const texts: EngineText[] = []
  const gone: string[] = []
  for (const noun of textNouns) {
    const ids = touched.flatMap((subject) => (subject.noun === noun ? [subject.id] : []))
    const found = await textsOf(noun, ids)
    const there = new Set(found.map((text) => text.id))
    texts.push(...found)
    gone.push(...ids.map((id) => textId(noun, id)).filter((id) => !there.has(id)))
  }
  await engine.remove(gone)
  await engine.put(await withVectors(texts), version)
}

/** Compares all texts anew with the terms as they are now. The engine answers by the old ones until that is done. */
function renew(engine: Similarity): void {
  const kept = start()
  const before = kept.renewing ?? Promise.resolve()
  const renewing: Promise<void> = before
    .then(async () => engine.renew({ terms: await addedTerms() }))
    .finally(() => {
      if (kept.renewing === renewing) kept.renewing = undefined
    })
  // Whoever waits for it hears of a failure; the engine goes on with the terms it has.
  renewing.catch(() => {})
  kept.renewing = renewing
}
