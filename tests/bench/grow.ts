/** Grows the seeded demonstration to the size of a busy national service. Texts are put together from the seeded ones. */
import { eq, isNotNull } from 'drizzle-orm'
import { indexEverything } from '../../app/domain/search/documents.server.ts'
import { connectSearch } from '../../app/jobs/connect-search.server.ts'
import { closeDatabase, db, transaction } from '../../db/client.ts'
import { newId } from '../../db/kit.ts'
import { counters } from '../../db/schema/people.ts'
import { needs } from '../../db/schema/needs.ts'
import { organisations } from '../../db/schema/organisations.ts'
import { problemNeeds, problems } from '../../db/schema/problems.ts'
import { tellStory } from '../../seeds/story.ts'

const size = { needs: 20_000, problems: 1_500, organisations: 400 }

/** A generator that gives the same numbers in every run (mulberry32). */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

async function inParts<Row>(rows: Row[], insert: (part: Row[]) => Promise<unknown>) {
  await transaction(async () => {
    for (let from = 0; from < rows.length; from += 400) await insert(rows.slice(from, from + 400))
  })
}

export async function grow(): Promise<void> {
  connectSearch()
  await tellStory()
  const random = numbers(20_261_122)
  const pick = <T>(list: T[]): T => list[random(list.length)] as T
  const seeded = await db.select().from(needs).where(isNotNull(needs.registryNumber))
  const sentences = seeded.flatMap((need) => need.description.split(/(?<=[.?!])\s+/))
  const titles = seeded.map((need) => need.title)

  const known = await db.select().from(organisations)
  const more = Array.from({ length: size.organisations - known.length }, (_, at) => ({
    id: newId(),
    key: `bench-${at}`,
    name: `Provköping ${at} kommun`,
    nameEn: `Provköping ${at} Municipality`,
    kind: 'municipality' as const,
    invented: true,
  }))
  await inParts(more, (part) => db.insert(organisations).values(part))
  const everyone = [...known, ...more].map((organisation) => organisation.id)

  const start = Date.now() - 300 * 86_400_000
  const rows = Array.from({ length: size.needs - seeded.length }, (_, at) => {
    const template = pick(seeded)
    const words = pick(titles).split(' ')
    const submittedAt = new Date(start + random(299 * 86_400_000))
    return {
      ...template,
      id: newId(),
      registryNumber: `2020-${String(at + 1).padStart(5, '0')}`,
      organisationId: pick(everyone),
      networkReference: null,
      title: [...template.title.split(' ').slice(0, 4), ...words.slice(Math.max(0, words.length - 4))]
        .join(' ')
        .slice(0, 150),
      description: Array.from({ length: 5 + random(4) }, () => pick(sentences)).join(' '),
      status: 'shared' as const,
      relay: 'none' as const,
      authorId: null,
      submittedAt,
      createdAt: submittedAt,
      updatedAt: submittedAt,
    }
  })
  await inParts(rows, (part) => db.insert(needs).values(part))

  const first = (await db.select({ id: problems.id }).from(problems)).length
  const made = Array.from({ length: size.problems - first }, (_, at) => ({
    id: newId(),
    number: 1000 + at,
    status: 'open' as const,
    title: `${pick(titles)} ${at}`,
    description: Array.from({ length: 3 }, () => pick(sentences)).join(' '),
    needArea: pick(seeded).needArea,
    createdAt: new Date(start),
  }))
  await inParts(made, (part) => db.insert(problems).values(part))
  const placed = rows.map((need, at) => ({
    problemId: (made[at % made.length] as { id: string }).id,
    needId: need.id,
    organisationId: need.organisationId,
  }))
  await inParts(placed, (part) =>
    db.insert(problemNeeds).values(part.map(({ organisationId: _, ...row }) => ({ ...row, addedAt: new Date() }))),
  )
  const sharing = new Map<string, Set<string>>()
  for (const { problemId, organisationId } of placed)
    sharing.set(problemId, (sharing.get(problemId) ?? new Set()).add(organisationId))
  await transaction(async () => {
    for (const [id, all] of sharing) {
      const count = placed.length / made.length
      await db
        .update(problems)
        .set({
          demand: all.size,
          publicDemand: all.size,
          needCount: Math.round(count),
          publicNeedCount: Math.round(count),
        })
        .where(eq(problems.id, id))
    }
    await db.update(counters).set({ last: 3000 }).where(eq(counters.series, 'problem'))
  })
  await transaction(() => indexEverything())
}

await grow()
await closeDatabase()
