import { and, count, desc, eq, isNull } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { referrals } from '../../../db/schema/needs.ts'
import { resources } from '../../../db/schema/resources.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { resourceName } from '../organisations/names.server.ts'
import { can } from '../people/permissions.ts'
import type { Person } from '../people/person.ts'
import { NotFound, Refusal } from '../refusal.ts'
import { canBeReferred, type ReferralKind } from './need.ts'
import { needChanged } from './need-listeners.server.ts'
import { authorOf, getNeed, type Need, moveNeed, mustBeAllowed, subjectsOf } from './need-record.server.ts'

/**
 * The coordinator answers a need with what helps: an environment, guidance, another resource, or words alone.
 * A need that is shared keeps its place in the problem; another one is thereby individual and answered. The answer that
 * already stands and waits for a reply is not given twice, and none beside one that whoever writes has not seen: `answers`
 * is how many there were when the form was opened.
 */
export function referNeed(
  actor: Person,
  needId: string,
  { answers, ...given }: Answer & { answers?: number },
): Promise<void> {
  return transaction(async () => {
    const need = await getNeed(actor, needId)
    mustBeAllowed(can(actor, 'need.answer'), 'need.answer')
    if (!canBeReferred(need)) throw new Refusal('needNotReferable')
    if (await standsAlready(needId, given)) return
    if (answers !== undefined && answers !== (await countAnswers(needId))) throw new Refusal('stale')
    await giveAnswer(actor, need, given)
  })
}

interface Answer {
  kind: ReferralKind
  resourceId?: string
  answer: string
}

async function countAnswers(needId: string): Promise<number> {
  const [row] = await db.select({ answers: count() }).from(referrals).where(eq(referrals.needId, needId))
  return row?.answers ?? 0
}

async function standsAlready(needId: string, { kind, resourceId, answer }: Answer): Promise<boolean> {
  const [latest] = await db
    .select()
    .from(referrals)
    .where(eq(referrals.needId, needId))
    .orderBy(desc(referrals.createdAt))
    .limit(1)
  if (!latest || latest.repliedAt) return false
  return latest.kind === kind && latest.answer === answer && latest.resourceId === (resourceId ?? null)
}

function giveAnswer(actor: Person, need: Need, { kind, resourceId, answer }: Answer): Promise<void> {
  const needId = need.id
  return command(actor, async (record) => {
    const resource = resourceId ? await getResource(resourceId) : null
    await db.insert(referrals).values({
      needId,
      resourceId: resource?.id ?? null,
      kind,
      answer,
      referredById: authorOf(actor),
      createdAt: now(),
    })
    await moveNeed(need, need.status === 'shared' ? 'shared' : 'individual', {
      acknowledgedAt: need.acknowledgedAt ?? now(),
      answeredAt: now(),
      answer,
    })
    await record({
      verb: 'need.referred',
      noun: 'need',
      id: needId,
      change: {
        title: need.title,
        registryNumber: need.registryNumber,
        kind,
        answer,
        resource: resource && { key: resource.key, name: resource.name, nameEn: resource.nameEn },
      },
      subjects: subjectsOf(need),
    })
    await needChanged(needId)
  })
}

/** The submitter says whether the latest answer helped. What did not help goes back to the coordinator. */
export function replyToReferral(
  actor: Person,
  needId: string,
  { helped, reply }: { helped: boolean; reply: string },
): Promise<void> {
  return command(actor, async (record) => {
    const need = await getNeed(actor, needId)
    mustBeAllowed(can(actor, 'need.edit', need), 'need.edit')
    const [referral] = await db
      .select()
      .from(referrals)
      .where(and(eq(referrals.needId, needId), isNull(referrals.repliedAt)))
      .orderBy(desc(referrals.createdAt))
      .limit(1)
    if (!referral || need.status === 'withdrawn' || need.status === 'closed') throw new Refusal('noReferral')
    await db.update(referrals).set({ helped, reply, repliedAt: now() }).where(eq(referrals.id, referral.id))
    if (need.status === 'individual')
      await moveNeed(
        need,
        helped ? 'closed' : 'acknowledged',
        helped ? { closedAt: now() } : { reopenedAt: now(), answeredAt: null },
      )
    await record({
      verb: helped ? 'need.helped' : 'need.notHelped',
      noun: 'need',
      id: needId,
      actingForId: need.organisationId,
      change: { title: need.title, registryNumber: need.registryNumber, reply },
      subjects: subjectsOf(need),
    })
    await needChanged(needId)
  })
}

async function getResource(id: string) {
  const [resource] = await db
    .select({ id: resources.id, key: resources.key, ...resourceName })
    .from(resources)
    .where(eq(resources.id, id))
  if (!resource) throw new NotFound('resource')
  return resource
}
