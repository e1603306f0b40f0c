import { and, asc, count, gt, inArray, ne } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { problems } from '../../../db/schema/problems.ts'
import { resources } from '../../../db/schema/resources.ts'
import type { EngineText } from '../../similarity/engine-types.ts'
import { latestSeq } from '../events/event-queries.server.ts'
import { needText, problemText, resourceText, type TextNoun } from './similarity-texts.ts'
import { problemStands } from './problem-visibility.server.ts'

const batch = 500

/** Every text that the engine compares, in batches, the last with the number of the event that they are as fresh as. */
export async function* everyText(): AsyncGenerator<{ texts: EngineText[]; version?: number }> {
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

const comparedNeeds = and(ne(needs.status, 'draft'), ne(needs.status, 'withdrawn'), ne(needs.relay, 'disowned'))

/** The texts of these things, as far as they are compared at all. */
export async function textsOf(noun: TextNoun, ids: string[]): Promise<EngineText[]> {
  const read = { need: needTexts, problem: problemTexts, resource: resourceTexts }[noun]
  const texts: EngineText[] = []
  for (let from = 0; from < ids.length; from += batch) texts.push(...(await read(ids.slice(from, from + batch))))
  return texts
}

/** How many texts of each noun the engine ought to hold. */
export async function countTexts(): Promise<Record<TextNoun, number>> {
  const [need] = await db.select({ total: count() }).from(needs).where(comparedNeeds)
  const [problem] = await db.select({ total: count() }).from(problems).where(problemStands)
  const [resource] = await db.select({ total: count() }).from(resources)
  return { need: need?.total ?? 0, problem: problem?.total ?? 0, resource: resource?.total ?? 0 }
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
    .where(and(comparedNeeds, ids ? inArray(needs.id, ids) : gt(needs.id, after)))
    .orderBy(asc(needs.id))
    .limit(batch)
  return rows.map(needText)
}

async function problemTexts(ids?: string[]): Promise<EngineText[]> {
  const rows = await db
    .select({ id: problems.id, title: problems.title, description: problems.description, status: problems.status })
    .from(problems)
    .where(and(problemStands, ids && inArray(problems.id, ids)))
  return rows.map(problemText)
}

async function resourceTexts(ids?: string[]): Promise<EngineText[]> {
  const rows = await db
    .select({ id: resources.id, name: resources.name, description: resources.description })
    .from(resources)
    .where(ids && inArray(resources.id, ids))
  return rows.map(resourceText)
}
