import { and, asc, gt, inArray, max, ne } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { transactions } from '../../../db/database.ts'
import { events, eventSubjects } from '../../../db/schema/events.ts'
import { needs } from '../../../db/schema/needs.ts'
import { problems } from '../../../db/schema/problems.ts'
import { resources } from '../../../db/schema/resources.ts'
import type { EngineText } from '../../similarity/engine-types.ts'
import { type Similarity, startSimilarity } from '../../similarity/similarity-host.ts'
import { needText, problemText, resourceText, textId } from './similarity-texts.ts'

/** How long a question waits for the first filling. After it the question goes unanswered and the page does without. */
const patience = 4_000
const batch = 500

// The development server loads modules anew at each change; the threads must survive that.
const kept = globalThis as { samsynSimilarity?: Similarity }

/**
 * This process's engine, as fresh as the database: before each use the highest event number is looked up, and only
 * what events since the last use were about is read again. Any number of processes agree, since all read the same trail.
 * Undefined while it is still being filled for the first time.
 */
export async function freshSimilarity(): Promise<Similarity | undefined> {
  const engine = started()
  if (!(await isReady(engine))) return undefined
  await refreshInTurn(engine)
  return engine
}

/** Resolves when the engine has been filled, however long it takes: for work that cannot do without. */
export function similarityFilled(): Promise<void> {
  return started().ready
}

/** Starts filling, so that the first question need not wait. */
export function warmSimilarity(): void {
  started()
}

/** Reads outside any transaction of whoever asks: what may yet be taken back must not be in the engine. */
function started(): Similarity {
  kept.samsynSimilarity ??= transactions.exit(() =>
    startSimilarity({ load, timeout: Number(process.env.SAMSYN_SIMILARITY_TIMEOUT ?? 5_000) }),
  )
  return kept.samsynSimilarity
}

/** Ends the threads: for the command line and tests, which must come to an end. */
export async function closeSimilarity(): Promise<void> {
  await kept.samsynSimilarity?.close()
  kept.samsynSimilarity = undefined
}

function isReady(engine: Similarity): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patience)
    engine.ready.then(
      () => {
        clearTimeout(timer)
        resolve(true)
      },
      () => resolve(false),
    )
  })
}

let turn: Promise<void> = Promise.resolve()
function refreshInTurn(engine: Similarity): Promise<void> {
  const mine = turn.then(() => transactions.exit(() => refresh(engine)))
  turn = mine.catch(() => {})
  return mine
}

async function refresh(engine: Similarity): Promise<void> {
  const version = await latestSeq()
  if (version <= engine.version) return
  const touched = await db
    .selectDistinct({ noun: eventSubjects.noun, id: eventSubjects.nounId })
    .from(eventSubjects)
    .where(and(gt(eventSubjects.seq, engine.version), inArray(eventSubjects.noun, ['need', 'problem', 'resource'])))
  const idsOf = (noun: string) => touched.flatMap((subject) => (subject.noun === noun ? [subject.id] : []))
  const texts: EngineText[] = []
  for (const ids of chunks(idsOf('need'))) texts.push(...(await needTexts(ids)))
  for (const ids of chunks(idsOf('problem'))) texts.push(...(await problemTexts(ids)))
  for (const ids of chunks(idsOf('resource'))) texts.push(...(await resourceTexts(ids)))
  const there = new Set(texts.map((text) => text.id))
  const gone = touched.map((subject) => textId(subject.noun as 'need', subject.id)).filter((id) => !there.has(id))
  await engine.remove(gone)
  await engine.put(texts, version)
}

async function* load() {
  const version = await latestSeq()
  for (let after = ''; ; ) {
    const texts = await needTexts(undefined, after)
    if (texts.length === 0) break
    yield { texts }
    after = (texts.at(-1) as EngineText).id.slice(2)
  }
  yield { texts: await problemTexts() }
  yield { texts: await resourceTexts(), version }
}

async function latestSeq(): Promise<number> {
  const [row] = await db.select({ seq: max(events.seq) }).from(events)
  return row?.seq ?? 0
}

async function needTexts(ids?: string[], after = ''): Promise<EngineText[]> {
  const rows = await db
    .select({
      id: needs.id,
      title: needs.title,
      description: needs.description,
      affected: needs.affected,
      consequence: needs.consequence,
      confidentiality: needs.confidentiality,
    })
    .from(needs)
    .where(
      and(
        ne(needs.status, 'draft'),
        ne(needs.status, 'withdrawn'),
        ne(needs.relay, 'disowned'),
        ids ? inArray(needs.id, ids) : gt(needs.id, after),
      ),
    )
    .orderBy(asc(needs.id))
    .limit(batch)
  return rows.map(needText)
}

async function problemTexts(ids?: string[]): Promise<EngineText[]> {
  const rows = await db
    .select({ id: problems.id, title: problems.title, description: problems.description, status: problems.status })
    .from(problems)
    .where(and(ne(problems.status, 'merged'), ids && inArray(problems.id, ids)))
  return rows.map(problemText)
}

async function resourceTexts(ids?: string[]): Promise<EngineText[]> {
  const rows = await db
    .select({ id: resources.id, name: resources.name, description: resources.description })
    .from(resources)
    .where(ids && inArray(resources.id, ids))
  return rows.map(resourceText)
}

function chunks(ids: string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / batch) }, (_, at) => ids.slice(at * batch, (at + 1) * batch))
}
