/** What the commands of a need share: loading under the actor's eyes, writing versions, naming what an event is about. */
import { createHash } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs, needVersions } from '../../../db/schema/needs.ts'
import { problemNeeds, problems } from '../../../db/schema/problems.ts'
import { now } from '../clock.ts'
import { canonicalJson } from '../events/event.ts'
import { seenAs } from '../events/seen.server.ts'
import { can } from '../people/permissions.ts'
import { type Person, system } from '../people/person.ts'
import { NotFound, NotPermitted, Refusal } from '../refusal.ts'
import { canMove, highestConfidentiality, isTooSecret, needLimits, type NeedContent, type NeedStatus } from './need.ts'
import { type AnswerStep, stepFields } from './need-steps.ts'

export type Need = typeof needs.$inferSelect

/** The need, if the actor may see it. Inside a transaction it is the latest state. */
export async function getNeed(actor: Person, id: string): Promise<Need> {
  const [need] = await db.select().from(needs).where(eq(needs.id, id))
  if (!need || !(can(actor, 'need.see', need) || actor.id === system.id)) throw new NotFound('need')
  return need
}

export function mustBeAllowed(allowed: boolean, verb: string): void {
  if (!allowed) throw new NotPermitted(verb)
}

/** The platform itself is nobody in the register of people. */
export function authorOf(actor: Person): string | null {
  return actor.id === system.id ? null : actor.id
}

export function contentHash(content: NeedContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

/** What a page of the form says, in short: tells whether it has been changed since it was opened. */
export function pageSeen(step: AnswerStep, content: NeedContent): string {
  return seenAs(Object.fromEntries(stepFields[step].map((field) => [field, content[field]])))
}

export function refuseSecrets(content: { confidentiality: number }): void {
  if (isTooSecret(content)) throw new Refusal('needTooSecret', { level: highestConfidentiality + 1 })
}

/** The limits of the form hold whichever way a text comes in. */
export function refuseOverlong(content: Partial<NeedContent>): void {
  for (const [field, most] of Object.entries(needLimits)) {
    const text = content[field as keyof typeof needLimits]
    if (text !== undefined && text.length > most) throw new Refusal('needTextTooLong', { most })
  }
}

/** Keeps the text as it stands now, for good. */
export async function keepVersion(
  actor: Person,
  needId: string,
  version: number,
  content: NeedContent,
  reason: string,
): Promise<void> {
  await db.insert(needVersions).values({
    needId,
    version,
    content: { ...content },
    reason,
    authorId: authorOf(actor),
    at: now(),
  })
}

/** Moves a need to another state, inside a command; what the state forbids is refused. */
export async function moveNeed(
  need: Pick<Need, 'id' | 'status'>,
  to: NeedStatus,
  also: Partial<Need> = {},
): Promise<void> {
  if (need.status !== to && !canMove(need.status, to)) throw new Refusal('needState', { state: need.status })
  await db
    .update(needs)
    .set({ ...also, status: to, updatedAt: now() })
    .where(eq(needs.id, need.id))
}

/** The organisation and the network whose story the event is part of. */
export function subjectsOf(need: Pick<Need, 'organisationId' | 'networkId'>): { noun: string; id: string }[] {
  const subjects = [{ noun: 'organisation', id: need.organisationId }]
  if (need.networkId) subjects.push({ noun: 'network', id: need.networkId })
  return subjects
}

/**
 * Whether a problem that holds the need has been decided. Problems come after needs, so this reads their tables
 * and none of their code.
 */
export async function isDecided(needId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: problems.id })
    .from(problemNeeds)
    .innerJoin(problems, eq(problems.id, problemNeeds.problemId))
    .where(and(eq(problemNeeds.needId, needId), inArray(problems.status, ['decided', 'in_progress', 'resolved'])))
    .limit(1)
  return row !== undefined
}
