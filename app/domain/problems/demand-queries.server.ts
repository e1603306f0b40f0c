import { eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { endorsements, needs } from '../../../db/schema/needs.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { problemEndorsements, problemNeeds } from '../../../db/schema/problems.ts'
import { countDemand, type DemandInput, type DemandNeed } from './demand.ts'

/** What demand is counted from, for each of the problems. Four queries however many there are. */
export async function loadDemand(problemIds: readonly string[]): Promise<Map<string, DemandInput>> {
  const ids = [...problemIds]
  const found = new Map(
    ids.map((id) => [
      id,
      { needs: [] as DemandNeed[], answers: [] as DemandInput['answers'][number][], kinds: new Map<string, string>() },
    ]),
  )
  if (ids.length === 0) return found
  const members = await db
    .select({
      problemId: problemNeeds.problemId,
      needId: needs.id,
      organisationId: needs.organisationId,
      networkId: needs.networkId,
      status: needs.status,
      relay: needs.relay,
      confidentiality: needs.confidentiality,
    })
    .from(problemNeeds)
    .innerJoin(needs, eq(needs.id, problemNeeds.needId))
    .where(inArray(problemNeeds.problemId, ids))
  const endorsed = await endorsersOf(members.map((member) => member.needId))
  const answers = await db
    .select({
      problemId: problemEndorsements.problemId,
      organisationId: problemEndorsements.organisationId,
      answer: problemEndorsements.answer,
    })
    .from(problemEndorsements)
    .where(inArray(problemEndorsements.problemId, ids))
  const named = [
    ...members.map((member) => member.organisationId),
    ...[...endorsed.values()].flat(),
    ...answers.map((answer) => answer.organisationId),
  ]
  const kinds = await kindsOf(named)
  for (const { problemId, needId, ...need } of members)
    found.get(problemId)?.needs.push({ ...need, id: needId, endorserIds: endorsed.get(needId) ?? [] })
  for (const { problemId, ...answer } of answers) found.get(problemId)?.answers.push(answer)
  for (const input of found.values()) input.kinds = kinds
  return found
}

/** Organisations that share a problem by needs in it, submitted or shared, whatever they have answered on the problem itself. */
export async function listSharingByNeed(problemId: string): Promise<Set<string>> {
  const input = (await loadDemand([problemId])).get(problemId)
  if (!input) return new Set()
  const { standings } = countDemand({ ...input, answers: [] })
  return new Set([...standings].flatMap(([id, standing]) => (standing === 'shares' ? [id] : [])))
}

/** Which of the problems any of the organisations shares, by a need in it or by saying so. */
export async function listSharedBy(
  organisationIds: readonly string[],
  problemIds: readonly string[],
): Promise<Set<string>> {
  if (organisationIds.length === 0) return new Set()
  const shared = [...(await loadDemand(problemIds))].filter(([, input]) => {
    const { standings } = countDemand(input)
    return organisationIds.some((id) => standings.get(id) === 'shares')
  })
  return new Set(shared.map(([id]) => id))
}

/** Demand of some needs that are in no problem yet: what a new problem of them would start with. */
export async function loadDemandOfNeeds(needIds: readonly string[]): Promise<DemandInput> {
  const ids = [...needIds]
  if (ids.length === 0) return { needs: [], answers: [], kinds: new Map() }
  const found = await listCountedNeeds(ids)
  const endorsed = await endorsersOf(ids)
  const kinds = await kindsOf([...found.map((need) => need.organisationId), ...[...endorsed.values()].flat()])
  return { needs: found.map((need) => ({ ...need, endorserIds: endorsed.get(need.id) ?? [] })), answers: [], kinds }
}

/** What is counted of needs, as they are now. */
export function listCountedNeeds(needIds: readonly string[]) {
  return db
    .select({
      id: needs.id,
      organisationId: needs.organisationId,
      networkId: needs.networkId,
      status: needs.status,
      relay: needs.relay,
      confidentiality: needs.confidentiality,
    })
    .from(needs)
    .where(inArray(needs.id, [...needIds]))
}

async function endorsersOf(needIds: readonly string[]): Promise<Map<string, string[]>> {
  const byNeed = new Map<string, string[]>()
  if (needIds.length === 0) return byNeed
  const rows = await db
    .select({ needId: endorsements.needId, organisationId: endorsements.organisationId })
    .from(endorsements)
    .where(inArray(endorsements.needId, [...new Set(needIds)]))
  for (const { needId, organisationId } of rows) byNeed.set(needId, [...(byNeed.get(needId) ?? []), organisationId])
  return byNeed
}

/** The kind of each organisation. */
export async function kindsOf(organisationIds: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(organisationIds)]
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: organisations.id, kind: organisations.kind })
    .from(organisations)
    .where(inArray(organisations.id, ids))
  return new Map(rows.map((row) => [row.id, row.kind]))
}
