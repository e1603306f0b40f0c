import type { Group } from '../../similarity/engine-types.ts'
import { letOthersRun } from '../jobs/turns.ts'
import { fromTextId, needBody, textId } from './similarity-texts.ts'
import { floorAt, groupingStrictness } from './strictness.ts'
import { bandOfFit, bandOfWhole, fingerprintOf, fitOf, type Proposal } from './suggestion.ts'
import { aboutProblems } from './suggestion-about-problems.server.ts'
import { type Hit, hitOf, needKinds, type ProposingEngine, problemKinds, versioned } from './suggestion-hits.ts'
import { loadFoundNeeds, type Material, type MaterialNeed } from './suggestion-material.server.ts'

/** Everything the engine has to propose at a strictness (0–1), for the material as it is. Changes nothing. */
export async function findProposals(
  engine: ProposingEngine,
  material: Material,
  strictness: number,
): Promise<Proposal[]> {
  const hits = new Map<string, Hit[]>()
  for (const need of material.waiting) {
    const found = await engine.similarInBackground(
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
  const propose = (proposal: Proposal) => {
    proposals.push(proposal)
    for (const { id } of proposal.kind === 'duplicate' ? proposal.needs.slice(0, 1) : proposal.needs) spoken.add(id)
  }
  const doubtful: Proposal[] = []
  for (const need of material.waiting) {
    const proposal =
      duplicateOf(need, hits.get(need.id) ?? [], foundNeeds, material, strictness) ??
      joinOf(need, hits.get(need.id) ?? [], material, strictness)
    if (!proposal) continue
    if (proposal.kind === 'join' && proposal.band !== 'very') doubtful.push(proposal)
    else propose(proposal)
  }
  const groups = await freeGroups(engine, material, strictness)
  // Needs that plainly hang together and with no problem say more than that each of them is somewhat like some problem.
  for (const proposal of newProblems(groups, material, spoken)) if (proposal.score >= plain) propose(proposal)
  for (const proposal of doubtful) if (!proposal.needs.some(({ id }) => spoken.has(id))) propose(proposal)
  for (const proposal of newProblems(groups, material, spoken)) propose(proposal)
  proposals.push(...(await aboutProblems(engine, material, strictness)))
  return proposals
}

/** Mean likeness of the needs of a group from which on they plainly hang together. */
const plain = 0.3

/** The same organisation has said nearly the same before. */
function duplicateOf(
  need: MaterialNeed,
  hits: readonly Hit[],
  found: ReadonlyMap<string, MaterialNeed>,
  { rejected }: Material,
  strictness: number,
): Proposal | undefined {
  for (const hit of hits) {
    if (hit.score < floorAt('duplicate', strictness)) return undefined
    const other = hit.noun === 'need' ? found.get(hit.id) : undefined
    if (!other || other.organisationId !== need.organisationId || !isEarlier(other, need)) continue
    const proposal: Proposal = {
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
    if (!rejected.has(fingerprintOf(proposal))) return proposal
  }
  return undefined
}

function isEarlier(a: MaterialNeed, b: MaterialNeed): boolean {
  const [first, second] = [a.submittedAt?.getTime() ?? 0, b.submittedAt?.getTime() ?? 0]
  return first < second || (first === second && a.id < b.id)
}

function joinOf(
  need: MaterialNeed,
  hits: readonly Hit[],
  material: Material,
  strictness: number,
): Proposal | undefined {
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
    .filter((problem) => !wasRejected(need, problem.id, material))
    .map((problem) => ({ problem, score: fitOf(direct.get(problem.id) ?? 0, members.get(problem.id) ?? []) }))
    .sort((a, b) => b.score - a.score || a.problem.number - b.problem.number)
  const best = ranked[0]
  if (!best || best.score < floorAt('join', strictness)) return undefined
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

/** Somebody has said that the need does not belong in the problem, and its words are the same as then. */
function wasRejected(need: MaterialNeed, problemId: string, { rejected }: Material): boolean {
  return rejected.has(fingerprintOf({ kind: 'join', problemId, otherId: null, needs: [need] }))
}

/** Groups of texts that belong together and to no problem that there is. */
async function freeGroups(engine: ProposingEngine, material: Material, strictness: number): Promise<Group[]> {
  const pinned: Record<string, string> = {}
  for (const [needId, [problemId]] of material.problemsOf) if (problemId) pinned[textId('need', needId)] = problemId
  const apart = material.apart.map(([a, b]) => [textId('need', a), textId('need', b)] as const)
  const previous = Object.fromEntries([...material.groupOf].map(([needId, group]) => [textId('need', needId), group]))
  await letOthersRun()
  const groups = await engine.group({
    level: 'problem',
    kinds: needKinds,
    pinned,
    apart,
    previous,
    strictness: groupingStrictness(strictness),
  })
  await letOthersRun()
  return groups.filter((group) => !group.members.some((member) => member.id in pinned))
}

/** Waiting needs of several organisations that would make a new problem, of those that nothing else is proposed of. */
function newProblems(groups: readonly Group[], material: Material, spoken: ReadonlySet<string>): Proposal[] {
  const waiting = new Map(material.waiting.map((need) => [need.id, need]))
  return groups.flatMap((group): Proposal[] => {
    const free = group.members.flatMap((member) => {
      const need = waiting.get(fromTextId(member.id).id)
      return need && !spoken.has(need.id) ? [{ need, strength: member.strength }] : []
    })
    // Two needs with one word in common are no problem that anybody has seen.
    if (free.length === 2 && group.why.length < 2) return []
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
        groupId: group.id,
        score,
        band: score >= 0.5 ? 'very' : score >= plain ? 'alike' : 'partly',
        reasons: group.why.slice(0, 5).map(({ term, weight }) => ({ term, weight })),
      },
    ]
  })
}
