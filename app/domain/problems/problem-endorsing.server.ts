import { and, eq } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { problemEndorsements, problems } from '../../../db/schema/problems.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { organisationsOf, type Person } from '../people/person.ts'
import { can } from '../people/permissions.ts'
import { NotFound, NotPermitted, Refusal } from '../refusal.ts'
import { personId, type Problem, settle, writeLedger } from './problem-changing.server.ts'
import { isBuildable } from './problem.ts'
import { listSharingByNeed } from './demand-queries.server.ts'

export interface ProblemAnswer {
  organisationId: string
  answer: 'shares' | 'does_not'
  comment: string
}

/**
 * An organisation says that it shares the problem, or that it does not. It has one answer, and may change it. Whoever has a
 * need in the problem, or shares one, cannot say that it does not: it would say two things at once.
 */
export function endorseProblem(actor: Person, problemId: string, given: ProblemAnswer): Promise<void> {
  return transaction(async () => {
    const problem = await problemToAnswer(actor, problemId, given.organisationId)
    // The very answer that stands is no change: the ledger would tell of it twice.
    if (await standsAlready(problemId, given)) return
    if (given.answer === 'does_not' && (await listSharingByNeed(problemId)).has(given.organisationId))
      throw new Refusal('answeredByNeed', { number: problem.number })
    await giveAnswer(actor, problem, given)
  })
}

async function standsAlready(problemId: string, { organisationId, answer, comment }: ProblemAnswer): Promise<boolean> {
  const [given] = await db
    .select({ answer: problemEndorsements.answer, comment: problemEndorsements.comment })
    .from(problemEndorsements)
    .where(and(eq(problemEndorsements.problemId, problemId), eq(problemEndorsements.organisationId, organisationId)))
  return given?.answer === answer && given.comment === comment.trim()
}

function giveAnswer(
  actor: Person,
  problem: Problem,
  { organisationId, answer, comment }: ProblemAnswer,
): Promise<void> {
  return command(actor, async (record) => {
    const at = now()
    const said = { answer, comment: comment.trim(), personId: personId(actor), createdAt: at }
    await db
      .insert(problemEndorsements)
      .values({ problemId: problem.id, organisationId, ...said })
      .onConflictDoUpdate({ target: [problemEndorsements.problemId, problemEndorsements.organisationId], set: said })
    await tell(actor, problem, organisationId, record, { verb: 'problem.endorsed', answer, comment: said.comment, at })
  })
}

/** Takes the answer back: the organisation has said nothing. */
export function withdrawProblemEndorsement(actor: Person, problemId: string, organisationId: string): Promise<void> {
  return command(actor, async (record) => {
    const problem = await problemToAnswer(actor, problemId, organisationId)
    const taken = await db
      .delete(problemEndorsements)
      .where(and(eq(problemEndorsements.problemId, problemId), eq(problemEndorsements.organisationId, organisationId)))
      .returning({ id: problemEndorsements.id })
    if (taken.length === 0) throw new Refusal('problemNotAnswered', { number: problem.number })
    await tell(actor, problem, organisationId, record, {
      verb: 'problem.unendorsed',
      answer: null,
      comment: '',
      at: now(),
    })
  })
}

interface Said {
  verb: string
  answer: 'shares' | 'does_not' | null
  comment: string
  at: Date
}

type Record = Parameters<Parameters<typeof command>[1]>[0]

async function tell(
  actor: Person,
  problem: Problem,
  organisationId: string,
  record: Record,
  { verb, answer, comment, at }: Said,
) {
  const [organisation] = await db
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  const counts = (await settle([problem], at)).get(problem.id)
  const seq = await record({
    verb,
    noun: 'problem',
    id: problem.id,
    actingForId: organisationId,
    change: {
      number: problem.number,
      title: problem.title,
      organisation: organisation?.name ?? '',
      answer,
      comment,
      demand: counts?.publicDemand ?? 0,
    },
    subjects: [{ noun: 'organisation', id: organisationId }],
  })
  const entry = answer === 'shares' ? 'endorsed' : 'unendorsed'
  await writeLedger(actor, seq, at, [
    {
      problemId: problem.id,
      entry,
      organisationIds: [organisationId],
      after: { ...counts, ...(answer && { answer }) },
      reason: comment,
    },
  ])
}

async function problemToAnswer(actor: Person, problemId: string, organisationId: string): Promise<Problem> {
  const [problem] = await db.select().from(problems).where(eq(problems.id, problemId))
  if (!problem || !can(actor, 'problem.see', { status: problem.status })) throw new NotFound('problem')
  if (!can(actor, 'problem.endorse') || !organisationsOf(actor).includes(organisationId))
    throw new NotPermitted('problem.endorse')
  if (!isBuildable(problem.status))
    throw new Refusal(problem.status === 'merged' ? 'problemMerged' : 'problemEnded', { number: problem.number })
  return problem
}
