import type { Similar } from '../../similarity/engine-types.ts'
import type { Similarity } from '../../similarity/similarity-host.ts'
import { fromTextId, needBody, textId } from './similarity-texts.ts'
import { bandOfFit, bandOfWhole, componentsOf, fitOf, likenessFloors, type Proposal } from './suggestion.ts'
import { loadFoundNeeds, type Material, type MaterialNeed } from './suggestion-material.server.ts'

const needKinds = ['need', 'restricted']
const problemKinds = ['problem', 'proposal']
/** Looser than the engine's own middle: a person looks at every proposal, and needs of one problem are told in many ways. */
const strictness = 0.15
/** A problem is worth taking apart when both parts would still be several. */
const splitAt = 6
const smallestPart = 3

type Hit = {
  id: string
  noun: 'need' | 'problem' | 'resource'
  score: number
  terms: { term: string; weight: number }[]
}

/** Everything the engine has to propose, for the material as it is. */
export async function findProposals(engine: Similarity, material: Material): Promise<Proposal[]> {
  const hits = new Map<string, Hit[]>()
  for (const need of material.waiting) {
    const found = await engine.similar(
      { id: textId('need', need.id), title: need.title, body: needBody(need) },
      { limit: 25, kinds: [...needKinds, ...problemKinds] },
    )
    hits.set(need.id, found.map(hitOf))
  }
  const foundNeeds = await loadFoundNeeds([
    ...new Set([...hits.values()].flat().flatMap((hit) => (hit.noun === 'need' ? [hit.id] : []))),
  ])
  const proposals: Proposal[] = []
  const spoken = new Set<string>()
  for (const need of material.waiting) {
    const proposal =
      duplicateOf(need, hits.get(need.id) ?? [], foundNeeds) ?? joinOf(need, hits.get(need.id) ?? [], material)
    if (!proposal) continue
    proposals.push(proposal)
    spoken.add(need.id)
  }
  proposals.push(...(await newProblems(engine, material, spoken)))
  proposals.push(...(await aboutProblems(engine, material)))
  return proposals
}

function hitOf({ id, score, why }: Similar): Hit {
  return { ...fromTextId(id), score, terms: why.slice(0, 5).map(({ term, weight }) => ({ term, weight })) }
}

/** The same organisation has said nearly the same before. */
function duplicateOf(
  need: MaterialNeed,
  hits: readonly Hit[],
  found: ReadonlyMap<string, MaterialNeed>,
): Proposal | undefined {
  for (const hit of hits) {
    if (hit.score < likenessFloors.duplicate) return undefined
    const other = hit.noun === 'need' ? found.get(hit.id) : undefined
    if (!other || other.organisationId !== need.organisationId || !isEarlier(other, need)) continue
    return {
      kind: 'duplicate',
      needs: [need, other].map(versioned),
      leadNeedId: need.id,
      problemId: null,
      otherId: other.id,
      title: '',
      score: hit.score,
      band: bandOfWhole(hit.score),
      reasons: hit.terms,
    }
  }
  return undefined
}

function isEarlier(a: MaterialNeed, b: MaterialNeed): boolean {
  const [first, second] = [a.submittedAt?.getTime() ?? 0, b.submittedAt?.getTime() ?? 0]
  return first < second || (first === second && a.id < b.id)
}

function joinOf(need: MaterialNeed, hits: readonly Hit[], material: Material): Proposal | undefined {
  const direct = new Map<string, number>()
  const members = new Map<string, number[]>()
  for (const hit of hits) {
    if (hit.noun === 'problem') direct.set(hit.id, hit.score)
    else
      for (const problemId of material.problemsOf.get(hit.id) ?? [])
        members.set(problemId, [...(members.get(problemId) ?? []), hit.score])
  }
  const ranked = material.problems
    .filter(
      (problem) => (direct.has(problem.id) || members.has(problem.id)) && !wasTakenOut(need, problem.id, material),
    )
    .map((problem) => ({ problem, score: fitOf(direct.get(problem.id) ?? 0, members.get(problem.id) ?? []) }))
    .sort((a, b) => b.score - a.score || a.problem.number - b.problem.number)
  const best = ranked[0]
  if (!best || best.score < likenessFloors.join) return undefined
  const nearest = hits.filter(
    (hit) => hit.id === best.problem.id || material.problemsOf.get(hit.id)?.includes(best.problem.id),
  )
  return {
    kind: 'join',
    needs: [versioned(need)],
    leadNeedId: need.id,
    problemId: best.problem.id,
    otherId: null,
    title: '',
    score: best.score,
    band: bandOfFit(best.score),
    reasons: nearest[0]?.terms ?? [],
  }
}

/** Somebody took the need out of the problem, and its words are the same as then. */
function wasTakenOut(need: MaterialNeed, problemId: string, { takenOut }: Material): boolean {
  const at = takenOut.get(`${need.id} ${problemId}`)
  return at !== undefined && need.updatedAt <= at
}

/** Waiting needs of several organisations that belong together and to no problem that there is. */
async function newProblems(engine: Similarity, material: Material, spoken: ReadonlySet<string>): Promise<Proposal[]> {
  const pinned: Record<string, string> = {}
  for (const [needId, [problemId]] of material.problemsOf) if (problemId) pinned[textId('need', needId)] = problemId
  const groups = await engine.group({ level: 'problem', kinds: needKinds, pinned, strictness })
  const waiting = new Map(material.waiting.map((need) => [need.id, need]))
  return groups.flatMap((group): Proposal[] => {
    if (group.members.some((member) => member.id in pinned)) return []
    const free = group.members.flatMap((member) => {
      const need = waiting.get(fromTextId(member.id).id)
      return need && !spoken.has(need.id) ? [{ need, strength: member.strength }] : []
    })
    if (free.length < 2 || new Set(free.map(({ need }) => need.organisationId)).size < 2) return []
    const central = [...free].sort((a, b) => b.strength - a.strength)[0]
    const oldest = [...free].sort((a, b) => (isEarlier(a.need, b.need) ? -1 : 1))[0]
    const score = free.reduce((sum, { strength }) => sum + strength, 0) / free.length
    return [
      {
        kind: 'new',
        needs: free.map(({ need }) => versioned(need)),
        leadNeedId: oldest?.need.id ?? null,
        problemId: null,
        otherId: null,
        title: central?.need.title ?? '',
        score,
        band: score >= 0.5 ? 'very' : score >= 0.3 ? 'alike' : 'partly',
        reasons: group.why.slice(0, 5).map(({ term, weight }) => ({ term, weight })),
      },
    ]
  })
}

/** Problems that look like one, one that looks like two, and things that exist already and bear on a problem. */
async function aboutProblems(engine: Similarity, material: Material): Promise<Proposal[]> {
  const proposals: Proposal[] = []
  const byId = new Map(material.problems.map((problem) => [problem.id, problem]))
  for (const problem of material.problems) {
    const query = { id: textId('problem', problem.id), title: problem.title, body: problem.description }
    const found = (await engine.similar(query, { limit: 12, kinds: [...problemKinds, 'resource'] })).map(hitOf)
    const like = found.find((hit) => hit.noun === 'problem' && byId.has(hit.id))
    const other = like && byId.get(like.id)
    if (
      like &&
      other &&
      like.score >= likenessFloors.merge &&
      other.demand <= problem.demand &&
      !(other.demand === problem.demand && other.number < problem.number) &&
      ['proposed', 'open', 'parked'].includes(other.status)
    )
      proposals.push({
        kind: 'merge',
        needs: [],
        leadNeedId: null,
        problemId: problem.id,
        otherId: other.id,
        title: other.title,
        score: like.score,
        band: bandOfWhole(like.score),
        reasons: like.terms,
      })
    const resource = found.find(
      (hit) =>
        hit.noun === 'resource' &&
        hit.score >= likenessFloors.resource &&
        !material.linked.has(`${problem.id} ${hit.id}`),
    )
    if (resource)
      proposals.push({
        kind: 'resource',
        needs: [],
        leadNeedId: null,
        problemId: problem.id,
        otherId: resource.id,
        title: '',
        score: resource.score,
        band: bandOfWhole(resource.score),
        reasons: resource.terms,
      })
    const split = await splitOf(engine, problem.id, material.membersOf.get(problem.id) ?? [])
    if (split) proposals.push(split)
  }
  return proposals
}

async function splitOf(
  engine: Similarity,
  problemId: string,
  memberIds: readonly string[],
): Promise<Proposal | undefined> {
  if (memberIds.length < splitAt) return undefined
  const members = await loadFoundNeeds(memberIds)
  const pairs: [string, string][] = []
  const terms = new Map<string, { term: string; weight: number }[]>()
  for (const need of members.values()) {
    const found = await engine.similar(
      { id: textId('need', need.id), title: need.title, body: needBody(need) },
      { limit: 40, kinds: needKinds },
    )
    for (const hit of found.map(hitOf)) {
      if (hit.score < likenessFloors.within || !members.has(hit.id)) continue
      pairs.push([need.id, hit.id])
      if (!terms.has(need.id)) terms.set(need.id, hit.terms)
    }
  }
  const [first = [], second = []] = componentsOf([...members.keys()], pairs)
  if (second.length < smallestPart || first.length < smallestPart) return undefined
  const part = second.flatMap((id) => members.get(id) ?? [])
  return {
    kind: 'split',
    needs: part.map(versioned),
    leadNeedId: null,
    problemId,
    otherId: null,
    title: part[0]?.title ?? '',
    score: 0.5,
    band: 'partly',
    reasons: terms.get(second[0] ?? '') ?? [],
  }
}

const versioned = ({ id, version }: MaterialNeed) => ({ id, version })
