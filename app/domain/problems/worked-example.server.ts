import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { problemNeeds, problems } from '../../../db/schema/problems.ts'
import type { Band, Reason, Similar } from '../../similarity/engine-types.ts'
import type { HighlightPart } from '../../similarity/highlight.ts'
import { SimilarityRestarted, SimilarityTimeout } from '../../similarity/similarity-host.ts'
import { needVisibleTo } from '../needs/need-queries.server.ts'
import { organisationName } from '../organisations/names.server.ts'
import type { Named } from '../organisations/organisation.ts'
import { anonymous } from '../people/person.ts'
import { problemVisibleTo } from './problem-visibility.server.ts'
import { freshSimilarity } from './similarity-index.server.ts'
import { fromTextId, needBody, textId } from './similarity-texts.ts'
import { snippet } from './snippet.ts'
import { bandOfWhole } from './suggestion.ts'

/** How many needs are tried: the pair that is most alike shows best what counts. */
const tried = 6
const termsShown = 6

export interface ExampleText {
  id: string
  title: string
  organisation: Named
  /** A stretch of the text with the shared words marked. */
  parts: HighlightPart[]
}

export interface WorkedExample {
  texts: [ExampleText, ExampleText]
  band: Band
  /** What the two share, heaviest first, each with its part (0–1) of the likeness. */
  terms: { term: string; weight: number }[]
}

/**
 * Two public needs of different organisations that the engine finds alike, compared now. The same for every reader:
 * only what everyone may see is in it. Undefined when there are none, or the engine cannot answer.
 */
export async function findWorkedExample(): Promise<WorkedExample | undefined> {
  const rows = await exampleRows()
  let best: Awaited<ReturnType<typeof nearest>>
  for (const row of rows.slice(0, tried)) {
    const hit = await nearest(row, rows)
    if (hit && hit.similar.score > (best?.similar.score ?? 0)) best = hit
  }
  return best && exampleOf(best)
}

type Row = Awaited<ReturnType<typeof exampleRows>>[number]

/** Public needs in the public problems that most organisations share. */
async function exampleRows() {
  return db
    .select({
      id: needs.id,
      title: needs.title,
      description: needs.description,
      affected: needs.affected,
      consequence: needs.consequence,
      organisationId: needs.organisationId,
      organisation: organisationName,
    })
    .from(problemNeeds)
    .innerJoin(problems, eq(problems.id, problemNeeds.problemId))
    .innerJoin(needs, eq(needs.id, problemNeeds.needId))
    .innerJoin(organisations, eq(organisations.id, needs.organisationId))
    .where(
      and(
        needVisibleTo(anonymous),
        problemVisibleTo(anonymous),
        inArray(needs.relay, ['none', 'confirmed', 'corrected']),
      ),
    )
    .orderBy(desc(problems.publicDemand), asc(problems.number), asc(needs.submittedAt), asc(needs.id))
    .limit(40)
}

interface AlikePair {
  row: Row
  other: Row
  similar: Similar
}

async function nearest(row: Row, rows: readonly Row[]): Promise<AlikePair | undefined> {
  const others = new Map(rows.map((other) => [other.id, other]))
  for (const similar of await ask(row)) {
    const other = others.get(fromTextId(similar.id).id)
    if (other && other.organisationId !== row.organisationId && similar.why.length > 1) return { row, other, similar }
  }
  return undefined
}

async function ask(row: Row): Promise<Similar[]> {
  try {
    const engine = await freshSimilarity()
    const query = { id: textId('need', row.id), title: row.title, body: needBody(row) }
    return (await engine?.similar(query, { limit: 10, kinds: ['need'] })) ?? []
  } catch (error) {
    if (error instanceof SimilarityTimeout || error instanceof SimilarityRestarted) return []
    throw error
  }
}

function exampleOf({ row, other, similar: { score, why } }: AlikePair): WorkedExample {
  const inFirst = why.map((reason): Pick<Reason, 'inText' | 'weight'> => ({ ...reason, inText: reason.inQuery }))
  return {
    texts: [textOf(row, inFirst), textOf(other, why)],
    band: bandOfWhole(score),
    terms: why.slice(0, termsShown).map(({ term, weight }) => ({ term, weight })),
  }
}

function textOf(row: Row, reasons: readonly Pick<Reason, 'inText' | 'weight'>[]): ExampleText {
  const { id, title, organisation } = row
  return { id, title, organisation, parts: snippet(title, needBody(row), reasons) }
}
