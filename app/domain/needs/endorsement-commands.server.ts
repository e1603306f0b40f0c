import { and, eq } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { endorsements } from '../../../db/schema/needs.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { organisationsOf, type Person } from '../people/person.ts'
import { Refusal } from '../refusal.ts'
import { canBeEndorsed } from './need.ts'
import { needChanged } from './need-listeners.server.ts'
import { authorOf, getNeed, mustBeAllowed, subjectsOf } from './need-record.server.ts'

/** "Vi delar behovet": the organisation has the same need. It counts once, however many say so; the same words sent twice are one. */
export function endorseNeed(
  actor: Person,
  needId: string,
  { organisationId, comment }: { organisationId: string; comment: string },
): Promise<void> {
  return transaction(async () => {
    const need = await getNeed(actor, needId)
    mustBeAllowed(organisationsOf(actor).includes(organisationId), 'need.endorse')
    const [earlier] = await db.select().from(endorsements).where(ofOrganisation(needId, organisationId))
    if (earlier && earlier.comment === comment) return
    if (earlier) throw new Refusal('alreadyEndorsed')
    if (need.organisationId === organisationId) throw new Refusal('ownNeed')
    if (!canBeEndorsed(need)) throw new Refusal('needNotEndorsable')
    await command(actor, async (record) => {
      await db
        .insert(endorsements)
        .values({ needId, organisationId, personId: authorOf(actor), comment, createdAt: now() })
      await record({
        verb: 'need.endorsed',
        noun: 'need',
        id: needId,
        actingForId: organisationId,
        change: { title: need.title, registryNumber: need.registryNumber, comment },
        subjects: [...subjectsOf(need), { noun: 'organisation', id: organisationId }],
      })
      await needChanged(needId)
    })
  })
}

/** The organisation no longer says that it shares the need. */
export function withdrawEndorsement(actor: Person, needId: string, organisationId: string): Promise<void> {
  return command(actor, async (record) => {
    const need = await getNeed(actor, needId)
    mustBeAllowed(organisationsOf(actor).includes(organisationId), 'need.endorse')
    const removed = await db
      .delete(endorsements)
      .where(ofOrganisation(needId, organisationId))
      .returning({ id: endorsements.id })
    if (removed.length === 0) throw new Refusal('notEndorsed')
    await record({
      verb: 'need.unendorsed',
      noun: 'need',
      id: needId,
      actingForId: organisationId,
      change: { title: need.title, registryNumber: need.registryNumber },
      subjects: [...subjectsOf(need), { noun: 'organisation', id: organisationId }],
    })
    await needChanged(needId)
  })
}

const ofOrganisation = (needId: string, organisationId: string) =>
  and(eq(endorsements.needId, needId), eq(endorsements.organisationId, organisationId))
