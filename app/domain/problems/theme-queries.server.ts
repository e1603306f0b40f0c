import { and, asc, desc, eq, max } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { problems } from '../../../db/schema/problems.ts'
import { themeProblems, themes } from '../../../db/schema/themes.ts'
import { countedOnce } from '../events/counted-once.server.ts'
import { hasRole, seesRestricted, type Viewer } from '../people/person.ts'
import { problemStands, problemVisibleTo } from './problem-visibility.server.ts'
import { barsOf, type Theme } from './theme.ts'

/** So many themes are drawn; the others are in the list of problems and in the file. */
const mostDrawn = 12

/** Every theme with those of its problems that the viewer may see. One query. */
export async function listThemes(viewer: Viewer): Promise<Theme[]> {
  const demand = seesRestricted(viewer) ? problems.demand : problems.publicDemand
  const rows = await db
    .select({
      id: themes.id,
      label: themes.label,
      number: problems.number,
      title: problems.title,
      status: problems.status,
      demand,
    })
    .from(themeProblems)
    .innerJoin(themes, eq(themes.id, themeProblems.themeId))
    .innerJoin(problems, eq(problems.id, themeProblems.problemId))
    .where(and(problemVisibleTo(viewer), problemStands))
    .orderBy(desc(demand), asc(problems.number))
  const found = new Map<string, Theme>()
  for (const { id, label, ...problem } of rows) {
    const theme = found.get(id) ?? { id, label, problems: [] }
    theme.problems.push(problem)
    found.set(id, theme)
  }
  return [...found.values()]
}

/** The bars of the map, the most shared themes first, and how many more there are. Counted once for each making and event. */
export async function themeMap(viewer: Viewer) {
  const [made] = await db.select({ making: max(themes.making) }).from(themes)
  const sight = [seesRestricted(viewer), hasRole(viewer, 'coordinator'), made?.making ?? 0]
  return countedOnce(`theme map ${JSON.stringify(sight)}`, async () => {
    const bars = barsOf(await listThemes(viewer))
    return { bars: bars.slice(0, mostDrawn), more: Math.max(0, bars.length - mostDrawn) }
  })
}
export type ThemeMap = Awaited<ReturnType<typeof themeMap>>

/** The label of the theme, or undefined when it is no more. */
export async function findThemeLabel(id: string): Promise<string[] | undefined> {
  const [theme] = await db.select({ label: themes.label }).from(themes).where(eq(themes.id, id))
  return theme?.label
}
