import { answerDue, isAnswerOverdue, type NeedStatus } from '../needs/need.ts'
import type { ProblemReference, Station, StoryAnswer } from './station.ts'

interface AnswerInput {
  need: { status: NeedStatus; relay: string; submittedAt: Date | null; reopenedAt: Date | null }
  now: Date
  past: readonly Station[]
  /** Problems that the need is in now, and the status of each by its number. */
  problems: readonly ProblemReference[]
  statuses: ReadonlyMap<number, string>
}

const order = ['declined', 'parked', 'open', 'in_round', 'decided', 'in_progress', 'resolved']

/** What is to be said first: the furthest that the need has come. */
export function needAnswer({ need, now, past, problems, statuses }: AnswerInput): StoryAnswer {
  if (need.relay === 'disowned') return { kind: 'disowned' }
  if (need.status === 'withdrawn' || need.status === 'closed') return { kind: need.status }
  const statusOf = (problem: ProblemReference) => statuses.get(problem.number) ?? 'open'
  const [problem] = [...problems].sort((a, b) => order.indexOf(statusOf(b)) - order.indexOf(statusOf(a)))
  if (problem) return problemAnswer(problem, statusOf(problem), past)
  const referred = past.filter((station) => station.kind === 'referred').at(-1)
  if (referred?.kind === 'referred' && (need.status === 'individual' || need.status === 'answered'))
    return { kind: 'answered', resource: referred.resource }
  if (need.relay === 'unconfirmed') return { kind: 'unconfirmed' }
  const due = answerDue(need)
  if (isAnswerOverdue(need, now)) return { kind: 'overdue', due }
  if (answerFailed(past)) return { kind: 'notHelped', due }
  if (need.reopenedAt && need.status === 'submitted') return { kind: 'reopened', due }
  return { kind: need.status === 'submitted' ? 'received' : 'acknowledged', due }
}

/** Whether the organisation said of the latest answer that it did not help. */
function answerFailed(past: readonly Station[]): boolean {
  return past.filter(({ kind }) => kind === 'referred' || kind === 'notHelped').at(-1)?.kind === 'notHelped'
}

function problemAnswer(problem: ProblemReference, status: string, past: readonly Station[]): StoryAnswer {
  const decision = past.filter((station) => station.kind === 'decided' && !station.supersededBy).at(-1)
  const ranked = past.filter((station) => station.kind === 'ranked').at(-1)
  const parked = past
    .filter((station) => station.kind === 'parked' || (station.kind === 'decided' && station.type === 'park'))
    .at(-1)
  switch (status) {
    case 'decided':
      return {
        kind: 'decided',
        problem,
        decision:
          decision?.kind === 'decided'
            ? { type: decision.type, title: decision.title, registryNumber: decision.registryNumber }
            : null,
      }
    case 'in_progress':
    case 'resolved':
      return { kind: status === 'resolved' ? 'resolved' : 'inProgress', problem }
    case 'parked':
      return {
        kind: 'parked',
        problem,
        wakeOn: parked && 'wakeOn' in parked ? parked.wakeOn : null,
        wakeWhen: parked && 'wakeWhen' in parked ? parked.wakeWhen : null,
      }
    case 'declined':
      return { kind: 'declined', problem }
    default:
      if (ranked?.kind === 'ranked' && !goneOnSince(ranked, past))
        return { kind: 'ranked', problem, place: ranked.place, of: ranked.of }
      return { kind: status === 'in_round' ? 'assessing' : 'inProblem', problem }
  }
}

/** Whether something was decided after the round: then its rank waits for nothing any more. */
function goneOnSince(ranked: Station, past: readonly Station[]): boolean {
  return past.slice(past.indexOf(ranked)).some(({ kind }) => kind === 'decided' || kind === 'woken')
}
