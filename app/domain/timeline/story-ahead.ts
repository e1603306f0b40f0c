import type { DecidedStation } from './decision-stations.server.ts'
import type { Ahead, Station } from './station.ts'

export interface AheadInput {
  /** Status of the problem, and what wakes it. */
  status: string
  wakeOn: string | null
  wakeWhen: string | null
  /** Whether a round has placed the problem and nothing has been decided since. */
  ranked: boolean
  /** The decision in force, the latest. */
  decision: DecidedStation | null
  meeting: { id: string; title: string; startsAt: Date } | null
  /** Calendar date in Sweden. */
  today: string
}

/** What comes next for a problem, in order. Dates only where somebody has set one. */
export function aheadOf({ status, wakeOn, wakeWhen, ranked, decision, meeting, today }: AheadInput): Station[] {
  const ahead = (key: string, at: Station['at'], content: Ahead): Station => ({
    key: `ahead ${key}`,
    at,
    ahead: true,
    ...content,
  })
  const decided = ahead('decision', meeting?.startsAt ?? null, {
    kind: 'awaitsDecision',
    meeting: meeting && { id: meeting.id, title: meeting.title },
  })
  const asked = ahead('solved', null, { kind: 'askedWhetherSolved' })
  switch (status) {
    case 'open':
      return ranked || meeting ? [decided, asked] : [ahead('round', null, { kind: 'awaitsRound' }), decided, asked]
    case 'in_round':
      return [decided, asked]
    case 'decided':
    case 'in_progress': {
      const stations: Station[] = []
      // On the day itself it is in force, and the station of the decision tells of it.
      if (decision && decision.effectiveOn > today)
        stations.push(
          ahead('work', decision.effectiveOn, {
            kind: 'workBegins',
            type: decision.told.type,
            months: decision.told.months,
          }),
        )
      if (decision?.reviewOn && decision.reviewOn >= today)
        stations.push(
          ahead('review', decision.reviewOn, { kind: 'review', registryNumber: decision.told.registryNumber }),
        )
      return [...stations, asked]
    }
    case 'parked':
      return [ahead('wakes', wakeOn, { kind: 'wakes', when: wakeWhen })]
    default:
      return []
  }
}
