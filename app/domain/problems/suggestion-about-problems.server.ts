import { canBeAbsorbed, wouldHide } from './problem.ts'
import { needBody, textId } from './similarity-texts.ts'
import { floorAt } from './strictness.ts'
import { bandOfWhole, componentsOf, fingerprintOf, likenessFloors, type Proposal } from './suggestion.ts'
import { type Hit, hitOf, needKinds, type ProposingEngine, problemKinds, versioned } from './suggestion-hits.ts'
import { loadFoundNeeds, type Material, type MaterialNeed } from './suggestion-material.server.ts'

/** A problem is worth taking apart when both parts would still be several. */
const splitAt = 6
const smallestPart = 3

/** Problems that look like one, one that looks like two, and things that exist already and bear on a problem. */
export async function aboutProblems(
  engine: ProposingEngine,
  material: Material,
  strictness: number,
): Promise<Proposal[]> {
  const proposals: Proposal[] = []
  for (const problem of material.problems) {
    const query = { id: textId('problem', problem.id), title: problem.title, body: problem.description }
    const kinds = [...problemKinds, 'resource']
    // Most problems have nothing to be said of, and to say why takes longer than to compare.
    const alike = (await engine.similarInBackground(query, { limit: 12, kinds, reasons: false })).map(hitOf)
    const isWorth = (hits: readonly Hit[]) =>
      mergeOf(problem, hits, material, strictness) ?? resourceOf(problem, hits, material, strictness)
    if (isWorth(alike)) {
      const hits = (await engine.similarInBackground(query, { limit: 12, kinds })).map(hitOf)
      const found = [mergeOf(problem, hits, material, strictness), resourceOf(problem, hits, material, strictness)]
      proposals.push(...found.flatMap((proposal) => proposal ?? []))
    }
    const split = await splitOf(engine, problem.id, material)
    if (split) proposals.push(split)
  }
  return proposals
}

type MaterialProblem = Material['problems'][number]

/** The problem that more organisations have is the one to keep. */
function mergeOf(
  problem: MaterialProblem,
  hits: readonly Hit[],
  material: Material,
  strictness: number,
): Proposal | undefined {
  for (const hit of hits) {
    const other = hit.noun === 'problem' ? material.problems.find(({ id }) => id === hit.id) : undefined
    if (!other || hit.score < floorAt('merge', strictness)) continue
    if (!canBeAbsorbed(other.status) || wouldHide(problem.status, other.status)) continue
    if (other.demand > problem.demand || (other.demand === problem.demand && other.number < problem.number)) continue
    const proposal = about('merge', problem.id, other.id, hit, other.title)
    if (!material.rejected.has(fingerprintOf(proposal))) return proposal
  }
  return undefined
}

function resourceOf(
  problem: MaterialProblem,
  hits: readonly Hit[],
  material: Material,
  strictness: number,
): Proposal | undefined {
  for (const hit of hits) {
    if (hit.noun !== 'resource' || hit.score < floorAt('resource', strictness)) continue
    if (material.linked.has(`${problem.id} ${hit.id}`)) continue
    const proposal = about('resource', problem.id, hit.id, hit, '')
    if (!material.rejected.has(fingerprintOf(proposal))) return proposal
  }
  return undefined
}

function about(kind: 'merge' | 'resource', problemId: string, otherId: string, hit: Hit, title: string): Proposal {
  const { score, terms: reasons } = hit
  return { kind, needs: [], leadNeedId: null, problemId, otherId, title, score, band: bandOfWhole(score), reasons }
}

/** What was found of each problem, for as long as it has the same needs with the same words. */
const splits = new Map<string, { of: string; split: Proposal | undefined }>()

async function splitOf(
  engine: ProposingEngine,
  problemId: string,
  { membersOf }: Material,
): Promise<Proposal | undefined> {
  const memberIds = membersOf.get(problemId) ?? []
  if (memberIds.length < splitAt) return undefined
  const members = await loadFoundNeeds(memberIds)
  const of = [...members.values()].map(({ id, version }) => `${id} ${version}`).join()
  const known = splits.get(problemId)
  if (known?.of === of) return known.split
  const split = await findSplit(engine, problemId, members)
  splits.set(problemId, { of, split })
  return split
}

async function findSplit(
  engine: ProposingEngine,
  problemId: string,
  members: ReadonlyMap<string, MaterialNeed>,
): Promise<Proposal | undefined> {
  const pairs: [string, string][] = []
  let [first = [], second = []] = componentsOf([...members.keys()], pairs)
  for (const need of members.values()) {
    const found = await engine.similarInBackground(queryOf(need), { limit: 40, kinds: needKinds, reasons: false })
    for (const hit of found.map(hitOf))
      if (hit.score >= likenessFloors.within && members.has(hit.id)) pairs.push([need.id, hit.id])
    ;[first = [], second = []] = componentsOf([...members.keys()], pairs)
    // All of them hang together already; most problems show it after a need or two.
    if (second.length === 0) return undefined
  }
  if (second.length < smallestPart || first.length < smallestPart) return undefined
  const part = second.flatMap((id) => members.get(id) ?? [])
  const [lead] = part
  const alike = lead ? await engine.similarInBackground(queryOf(lead), { limit: 40, kinds: needKinds }) : []
  return {
    kind: 'split',
    needs: part.map(versioned),
    leadNeedId: null,
    problemId,
    otherId: null,
    title: lead?.title ?? '',
    score: 0.5,
    band: 'partly',
    reasons: alike.map(hitOf).find((hit) => second.includes(hit.id))?.terms ?? [],
  }
}

const queryOf = (need: MaterialNeed) => ({ id: textId('need', need.id), title: need.title, body: needBody(need) })
