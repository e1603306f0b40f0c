import { and, asc, eq, lt, max, ne } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { problemNeeds, problems } from '../../../db/schema/problems.ts'
import { themeProblems, themes } from '../../../db/schema/themes.ts'
import { now } from '../clock.ts'
import { enqueue } from '../jobs/job-commands.server.ts'
import { freshSimilarity } from './similarity-index.server.ts'
import { textId } from './similarity-texts.ts'
import { problemStands } from './problem-visibility.server.ts'

/** Themes may be a little old: they are for an overview, and grouping everything is the engine's heaviest work. */
const restMs = 10_000
let lastTook = 0

/** Asks for new themes. What is asked for twice is done once, and never takes more than a tenth of the time. */
export async function askForThemes(): Promise<void> {
  const afterMs = Math.max(restMs, lastTook * 9)
  await enqueue('themes.refresh', {}, { key: 'themes.refresh', runAt: new Date(Date.now() + afterMs) })
}

/**
 * Groups what everyone may see into themes, each problem whole in one. Runs as a job; the engine does it in a thread of
 * its own. What not everyone may see is left out, so that no word of it is in a label.
 */
export async function refreshThemes(): Promise<void> {
  const start = Date.now()
  const engine = await freshSimilarity()
  if (!engine) return askForThemes()
  const { problemOf, problemIds } = await loadMembers()
  const groups = await engine.group({
    level: 'theme',
    kinds: ['need', 'problem'],
    problems: problemOf,
    previous: await previousThemes(problemOf),
  })
  const found = groups.flatMap(({ id, label, members }) => {
    const there = new Set(members.map((member) => member.id))
    const inside = problemIds.filter((problemId) => there.has(textId('problem', problemId)))
    return inside.length > 0 ? [{ id, label, problemIds: inside }] : []
  })
  await keepThemes(found)
  lastTook = Date.now() - start
}

/** Which problem each text is in: its own text, and those of its needs. A need of several problems follows the first. */
async function loadMembers() {
  const open = and(ne(problems.status, 'proposed'), problemStands)
  const rows = await db.select({ id: problems.id }).from(problems).where(open).orderBy(asc(problems.number))
  const members = await db
    .select({ problemId: problemNeeds.problemId, needId: problemNeeds.needId })
    .from(problemNeeds)
    .innerJoin(problems, eq(problems.id, problemNeeds.problemId))
    .innerJoin(needs, eq(needs.id, problemNeeds.needId))
    .where(and(open, lt(needs.confidentiality, 2)))
    .orderBy(asc(problems.number), asc(needs.id))
  const problemOf: Record<string, string> = {}
  for (const { id } of rows) problemOf[textId('problem', id)] = id
  for (const { problemId, needId } of members) problemOf[textId('need', needId)] ??= problemId
  return { problemOf, problemIds: rows.map((row) => row.id) }
}

/** The last theme of each text, so that a theme that is much the same keeps its address. */
async function previousThemes(problemOf: Record<string, string>): Promise<Record<string, string>> {
  const rows = await db.select().from(themeProblems)
  const themeOf = new Map(rows.map((row) => [row.problemId, row.themeId]))
  return Object.fromEntries(
    Object.entries(problemOf).flatMap(([text, problemId]) => {
      const theme = themeOf.get(problemId)
      return theme ? [[text, theme]] : []
    }),
  )
}

async function keepThemes(found: { id: string; label: string[]; problemIds: string[] }[]): Promise<void> {
  await transaction(async () => {
    const [last] = await db.select({ making: max(themes.making) }).from(themes)
    const made = { making: (last?.making ?? 0) + 1, madeAt: now() }
    await db.delete(themeProblems)
    for (const { id, label } of found)
      await db
        .insert(themes)
        .values({ id, label, ...made })
        .onConflictDoUpdate({ target: themes.id, set: { label, ...made } })
    await db.delete(themes).where(lt(themes.making, made.making))
    const rows = found.flatMap(({ id, problemIds }) => problemIds.map((problemId) => ({ problemId, themeId: id })))
    for (let from = 0; from < rows.length; from += 500)
      await db.insert(themeProblems).values(rows.slice(from, from + 500))
  })
}
