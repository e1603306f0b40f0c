import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, gt, inArray, ne } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { decisions } from '../../../db/schema/committee.ts'
import { needs } from '../../../db/schema/needs.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { rounds } from '../../../db/schema/priorities.ts'
import { problems } from '../../../db/schema/problems.ts'
import { resources } from '../../../db/schema/resources.ts'
import { masked } from '../committee/masking.ts'
import { duplicatesAmong } from '../needs/need-queries.server.ts'
import type { RelayStatus } from '../needs/need.ts'
import { type NeedState, needState } from '../needs/need-state.ts'
import { organisationName } from '../organisations/names.server.ts'
import { anonymous } from '../people/person.ts'
import { problemStands } from '../problems/problem-visibility.server.ts'
import { networkAudience, organisationAudience, type SearchDocument, type SearchNoun } from './search.ts'
import { searchEngine } from './search-engine.server.ts'

/** A hit has no line of its own about who has confirmed it. */
function saidOf(state: NeedState, relay: RelayStatus): NeedState | 'unconfirmed' {
  return relay === 'unconfirmed' && state !== 'withdrawn' && state !== 'duplicate' ? 'unconfirmed' : state
}

type Reader = (ids: string[]) => Promise<SearchDocument[]>

/** How each noun becomes documents. What nobody may find, such as a draft, gives none. */
const readers: Record<SearchNoun, Reader> = {
  async need(ids) {
    const rows = await db
      .select({ need: needs, organisation: organisationName })
      .from(needs)
      .innerJoin(organisations, eq(organisations.id, needs.organisationId))
      .where(and(inArray(needs.id, ids), ne(needs.status, 'draft')))
    const duplicates = await duplicatesAmong(anonymous, ids)
    return rows.map(({ need, organisation }) => ({
      noun: 'need',
      nounId: need.id,
      title: need.title,
      body: [need.description, need.affected, need.consequence, need.tried, need.legalQuestions]
        .filter(Boolean)
        .join('\n\n'),
      number: need.registryNumber,
      status: saidOf(needState({ ...need, duplicate: duplicates.has(need.id) }), need.relay),
      otherNames: [organisation.name, organisation.nameEn],
      audience:
        need.confidentiality < 2
          ? ['public']
          : [
              'restricted',
              organisationAudience(need.organisationId),
              ...(need.networkId ? [networkAudience(need.networkId)] : []),
            ],
      path: `/needs/${need.id}`,
      at: need.submittedAt ?? need.createdAt,
    }))
  },
  async problem(ids) {
    const rows = await db
      .select()
      .from(problems)
      .where(and(inArray(problems.id, ids), problemStands))
    return rows.map((problem) => ({
      noun: 'problem',
      nounId: problem.id,
      title: problem.title,
      body: problem.description,
      number: String(problem.number),
      status: problem.status,
      otherNames: [],
      audience: [problem.status === 'proposed' ? 'coordinator' : 'public'],
      path: `/problems/${problem.number}`,
      at: problem.updatedAt,
    }))
  },
  async round(ids) {
    const rows = await db.select().from(rounds).where(inArray(rounds.id, ids))
    return rows.map((round) => ({
      noun: 'round',
      nounId: round.id,
      title: round.title,
      // By number too: "Omgång 1" is what every page calls it.
      body: [`Omgång ${round.number}`, ...round.criteria.map((criterion) => criterion.name.sv)].join(', '),
      number: round.registryNumber,
      status: round.status,
      otherNames: [],
      audience:
        round.status === 'published'
          ? ['public']
          : round.status === 'draft'
            ? ['coordinator']
            : ['coordinator', 'committee'],
      path: `/rounds/${round.number}`,
      at: round.publishedAt ?? round.createdAt,
    }))
  },
  async decision(ids) {
    const rows = await db.select().from(decisions).where(inArray(decisions.id, ids))
    // Only the public version is searched, by everyone: a hit on a masked word would tell of it.
    return rows
      .filter((decision) => !decision.secret)
      .map((decision) => ({
        noun: 'decision',
        nounId: decision.id,
        title: masked(decision.title, decision.secretPassages),
        body: `${masked(decision.text, decision.secretPassages)}\n\n${masked(decision.reasons, decision.secretPassages)}`,
        number: decision.registryNumber,
        status: decision.supersededById ? 'superseded' : decision.type,
        otherNames: [],
        audience: ['public'],
        path: `/decisions/${decision.registryNumber}`,
        at: decision.decidedAt,
      }))
  },
  async resource(ids) {
    const rows = await db
      .select({ resource: resources, owner: organisationName })
      .from(resources)
      .leftJoin(organisations, eq(organisations.id, resources.ownerId))
      .where(inArray(resources.id, ids))
    return rows.map(({ resource, owner }) => ({
      noun: 'resource',
      nounId: resource.id,
      title: resource.name,
      body: `${resource.description}\n\n${resource.access}`,
      number: null,
      status: resource.kind,
      otherNames: [resource.nameEn, ...(owner ? [owner.name, owner.nameEn] : [])],
      audience: ['public'],
      path: `/resources/${resource.key}`,
      at: resource.confirmedAt ?? resource.createdAt,
    }))
  },
}

export function isSearched(noun: string): noun is SearchNoun {
  return noun in readers
}

/** Brings what search knows of these things up to date; what is no longer found is removed. May run any number of times. */
export async function indexThings(noun: SearchNoun, ids: string[]): Promise<void> {
  let documents = await readers[noun](ids)
  for (;;) {
    await putThings(noun, ids, documents)
    const now = await readers[noun](ids)
    // Another process may have put what is newer between our reading and our putting.
    if (isDeepStrictEqual(now, documents)) return
    documents = now
  }
}

async function putThings(noun: SearchNoun, ids: string[], documents: SearchDocument[]): Promise<void> {
  const known = new Set(documents.map((document) => document.nounId))
  const gone = ids.filter((id) => !known.has(id))
  if (documents.length > 0) await searchEngine().put(documents)
  if (gone.length > 0) await searchEngine().remove(noun, gone)
}

const batchSize = 200

/** Reads everything anew: after a change of engine, or of how texts are indexed. */
export async function indexEverything(progress: (done: number) => void = () => {}): Promise<void> {
  const tables = { need: needs, problem: problems, round: rounds, decision: decisions, resource: resources }
  let done = 0
  for (const [noun, table] of Object.entries(tables) as [SearchNoun, typeof needs][]) {
    let last = ''
    for (;;) {
      const batch = await db
        .select({ id: table.id })
        .from(table)
        .where(gt(table.id, last))
        .orderBy(asc(table.id))
        .limit(batchSize)
      if (batch.length === 0) break
      await indexThings(
        noun,
        batch.map((row) => row.id),
      )
      last = (batch.at(-1) as { id: string }).id
      done += batch.length
      progress(done)
    }
  }
}
