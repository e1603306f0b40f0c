import { and, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { alias } from '../../../db/kit.ts'
import { agendaItems, commitments, decisions, meetings } from '../../../db/schema/committee.ts'
import { resources } from '../../../db/schema/resources.ts'
import { masked } from '../committee/masking.ts'
import { meetingVisibleTo } from '../committee/meeting-visibility.server.ts'
import { resourceName } from '../organisations/names.server.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'
import type { PlacedTold } from './round-stations.server.ts'
import type { DecidedOn } from './station.ts'

const later = alias(decisions, 'later')

export interface DecidedStation extends PlacedTold {
  told: { kind: 'decided' } & DecidedOn
  effectiveOn: string
  reviewOn: string | null
}

/** What has been decided on problems, masked as the viewer may see it; secret decisions only for those who may know of them. Two queries. */
export async function decisionStations(viewer: Viewer, problemIds: readonly string[]): Promise<DecidedStation[]> {
  if (problemIds.length === 0) return []
  const all = can(viewer, 'decision.seeSecret')
  const rows = await db
    .select({
      decision: decisions,
      body: meetings.body,
      laterNumber: later.registryNumber,
      laterSecret: later.secret,
      resource: { key: resources.key, ...resourceName },
    })
    .from(decisions)
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .leftJoin(later, eq(later.id, decisions.supersededById))
    .leftJoin(resources, eq(resources.id, decisions.resourceId))
    .where(and(inArray(decisions.problemId, [...problemIds]), all ? undefined : eq(decisions.secret, false)))
  const committed = await monthsCommitted(rows.map((row) => row.decision.id))
  return rows.map(({ decision, body, laterNumber, laterSecret, resource }): DecidedStation => {
    const shown = (text: string) => (all ? text : masked(text, decision.secretPassages))
    return {
      problemId: decision.problemId as string,
      at: decision.decidedAt,
      key: `decision ${decision.id}`,
      effectiveOn: decision.effectiveOn,
      reviewOn: decision.reviewOn,
      told: {
        kind: 'decided',
        registryNumber: decision.registryNumber,
        type: decision.type,
        title: shown(decision.title),
        text: shown(decision.text),
        reasons: shown(decision.reasons),
        body,
        dissents: decision.dissents.length,
        masked: !all && decision.secretPassages.length > 0,
        supersededBy: laterNumber && (all || !laterSecret) ? laterNumber : null,
        wakeOn: decision.wakeOn,
        wakeWhen: decision.wakeWhen && shown(decision.wakeWhen),
        months: { needed: decision.neededMonths, committed: committed.get(decision.id) ?? 0 },
        resource,
      },
    }
  })
}

async function monthsCommitted(decisionIds: string[]): Promise<Map<string, number>> {
  if (decisionIds.length === 0) return new Map()
  const rows = await db
    .select({ decisionId: commitments.decisionId, months: commitments.personMonths })
    .from(commitments)
    .where(and(inArray(commitments.decisionId, decisionIds), isNull(commitments.withdrawnAt)))
  const sums = new Map<string, number>()
  for (const { decisionId, months } of rows) sums.set(decisionId, (sums.get(decisionId) ?? 0) + months)
  return sums
}

/** The coming meetings that are to take problems up, for those who may see the meetings: the nearest of each problem. */
export async function comingMeetings(viewer: Viewer, problemIds: readonly string[]) {
  const found = new Map<string, { id: string; title: string; startsAt: Date }>()
  if (problemIds.length === 0) return found
  const secret = can(viewer, 'decision.seeSecret') ? undefined : eq(agendaItems.secret, false)
  const rows = await db
    .select({ problemId: agendaItems.problemId, id: meetings.id, title: meetings.title, startsAt: meetings.startsAt })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(
        inArray(agendaItems.problemId, [...problemIds]),
        isNull(agendaItems.withdrawnAt),
        inArray(meetings.status, ['planned', 'called', 'in_session']),
        meetingVisibleTo(viewer),
        secret,
      ),
    )
  for (const { problemId, ...meeting } of rows.sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime()))
    if (problemId) found.set(problemId, meeting)
  return found
}
