import { eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { problems } from '../../../db/schema/problems.ts'
import { calendarDate, now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { type Person, system } from '../people/person.ts'
import { Refusal } from '../refusal.ts'
import { type Problem, problemToChange } from './problem-changing.server.ts'
import { setProblemStatus } from './problem-freezing.server.ts'
import { canBecome, isDue, type ProblemStatus } from './problem.ts'

/** Lets everyone see a proposed problem. */
export function openProblem(actor: Person, id: string, version?: number): Promise<void> {
  return stand(actor, id, 'open', 'problem.opened', { version, from: ['proposed'] })
}

/** Puts a problem aside until something wakes it: a date, or something that happens. One of them has to be said, and the date has to come. */
export async function parkProblem(
  actor: Person,
  id: string,
  park: { reason: string; wakeOn?: string | null; wakeWhen?: string | null },
  version?: number,
): Promise<void> {
  if (!park.wakeOn && !park.wakeWhen?.trim()) throw new Refusal('parkingWithoutWaking')
  if (park.wakeOn && park.wakeOn <= calendarDate(now())) throw new Refusal('parkedUntilPast')
  return stand(actor, id, 'parked', 'problem.parked', { version, ...park, from: ['open', 'decided', 'in_progress'] })
}

export function wakeProblem(actor: Person, id: string, reason: string, version?: number): Promise<void> {
  return stand(actor, id, 'open', 'problem.woken', { version, reason, from: ['parked', 'declined', 'resolved'] })
}

export function declineProblem(actor: Person, id: string, reason: string, version?: number): Promise<void> {
  return stand(actor, id, 'declined', 'problem.declined', { version, reason, from: ['proposed', 'open', 'parked'] })
}

interface Stand {
  reason?: string
  wakeOn?: string | null
  wakeWhen?: string | null
  version?: number
  /** Only from these states. */
  from?: readonly ProblemStatus[]
}

function stand(
  actor: Person,
  id: string,
  status: ProblemStatus,
  verb: string,
  { version, from, reason = '', wakeOn, wakeWhen }: Stand,
): Promise<void> {
  return command(actor, async (record) => {
    const problem = await problemToChange(actor, id, version)
    if (!canBecome(problem.status, status) || (from && !from.includes(problem.status)))
      throw new Refusal('problemCannotBecome', { number: problem.number })
    const seq = await record({
      verb,
      noun: 'problem',
      id,
      change: {
        number: problem.number,
        title: problem.title,
        reason,
        before: problem.status,
        after: status,
        ...(wakeOn && { wakeOn }),
        ...(wakeWhen && { wakeWhen }),
      },
    })
    await setProblemStatus(id, status, { seq, actor, reason, wakeOn, wakeWhen })
  })
}

/** The job of the waking date: opens the problem if it is still parked until then. `today` is a calendar date. */
export async function wakeWhenDue(problemId: string, today: string): Promise<void> {
  const [problem] = await db.select().from(problems).where(eq(problems.id, problemId))
  if (problem && isWakeable(problem, today)) await wakeProblem(system, problemId, '')
}

function isWakeable(problem: Problem, today: string): boolean {
  return problem.status === 'parked' && isDue({ on: problem.wakeOn, when: problem.wakeWhen }, today)
}
