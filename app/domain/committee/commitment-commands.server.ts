import { and, eq, gte, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { commitments, decisions } from '../../../db/schema/committee.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { calendarDate, now } from '../clock.ts'
import { command, commandOnce, sentTwiceSince } from '../events/event-commands.server.ts'
import { organisationName } from '../organisations/names.server.ts'
import { existsOn, namesOf } from '../organisations/organisation.ts'
import { can } from '../people/permissions.ts'
import { hasRole, type Person } from '../people/person.ts'
import { NotFound, NotPermitted, Refusal } from '../refusal.ts'
import { commitmentHindrance, type CommitmentToMake } from './commitment.ts'
import { masked } from './masking.ts'
import { personIdOf, refuseIf } from './meeting-loading.server.ts'

export interface CommitmentInput extends Partial<CommitmentToMake> {
  organisationId: string
}

/**
 * A resource owner commits people, money or expertise of their own organisation to a decision; the coordinator may
 * note it for any. Amounts are person-months (one decimal) and whole kronor.
 */
export async function commitResources(actor: Person, decisionId: string, input: CommitmentInput): Promise<string> {
  if (!mayCommitFor(actor, input.organisationId)) throw new NotPermitted('decision.commit')
  const commitment = normalised(input)
  return commandOnce(actor, findSame, async (record) => {
    const [decision] = await db.select().from(decisions).where(eq(decisions.id, decisionId))
    if (!decision) throw new NotFound('decision')
    refuseIf(commitmentHindrance(decision, commitment))
    const [organisation] = await db
      .select({ ...organisationName, endedOn: organisations.endedOn })
      .from(organisations)
      .where(eq(organisations.id, input.organisationId))
    if (!organisation) throw new NotFound('organisation')
    if (!existsOn(organisation.endedOn, calendarDate(now())))
      throw new Refusal('commitmentFromEnded', { name: namesOf(organisation) })
    const id = newId()
    const row = {
      ...commitment,
      id,
      decisionId,
      organisationId: input.organisationId,
      committedById: personIdOf(actor),
      createdAt: now(),
    }
    await db.insert(commitments).values(row)
    await record({
      verb: 'commitment.made',
      noun: 'decision',
      id: decisionId,
      actingForId: input.organisationId,
      change: decision.secret
        ? { registryNumber: decision.registryNumber, secret: true }
        : {
            registryNumber: decision.registryNumber,
            title: decision.title,
            organisation: organisation.name,
            organisationEn: organisation.nameEn,
            ...amounts(commitment),
          },
      subjects: decision.secret ? [] : concerned(input.organisationId, decision),
    })
    return id
  })

  /** The same twice in a moment is one commitment; later it is another of the same size. */
  async function findSame(): Promise<string | undefined> {
    const latest = await db
      .select()
      .from(commitments)
      .where(
        and(
          eq(commitments.decisionId, decisionId),
          eq(commitments.organisationId, input.organisationId),
          isNull(commitments.withdrawnAt),
          gte(commitments.createdAt, sentTwiceSince(now())),
        ),
      )
    const fields = Object.keys(commitment) as (keyof typeof commitment)[]
    return latest.find((one) => fields.every((field) => one[field] === commitment[field]))?.id
  }
}

/** Takes a commitment back, with a reason. It stays in the record and no longer counts. */
export async function withdrawCommitment(actor: Person, commitmentId: string, reason: string): Promise<void> {
  return command(actor, async (record) => {
    const [row] = await db
      .select({ commitment: commitments, decision: decisions, organisation: organisationName })
      .from(commitments)
      .innerJoin(decisions, eq(decisions.id, commitments.decisionId))
      .innerJoin(organisations, eq(organisations.id, commitments.organisationId))
      .where(eq(commitments.id, commitmentId))
    if (!row) throw new NotFound('commitment')
    const { commitment, decision, organisation } = row
    if (!mayCommitFor(actor, commitment.organisationId)) throw new NotPermitted('decision.commit')
    if (commitment.withdrawnAt) throw new Refusal('commitmentWithdrawn')
    await db
      .update(commitments)
      .set({ withdrawnAt: now(), withdrawnReason: reason.trim() })
      .where(eq(commitments.id, commitmentId))
    await record({
      verb: 'commitment.withdrawn',
      noun: 'decision',
      id: decision.id,
      actingForId: commitment.organisationId,
      change: decision.secret
        ? { registryNumber: decision.registryNumber, secret: true }
        : {
            registryNumber: decision.registryNumber,
            title: decision.title,
            organisation: organisation.name,
            organisationEn: organisation.nameEn,
            reason: masked(reason.trim(), decision.secretPassages),
            ...amounts(commitment),
          },
      subjects: decision.secret ? [] : concerned(commitment.organisationId, decision),
    })
  })
}

/** Organisations that the person commits resources of; the coordinator's answer is "any" and so undefined. */
export function committingFor(actor: Person): string[] | undefined {
  if (hasRole(actor, 'coordinator')) return undefined
  return actor.roles.flatMap((held) =>
    held.role === 'resource_owner' && held.organisationId ? [held.organisationId] : [],
  )
}

function mayCommitFor(actor: Person, organisationId: string): boolean {
  return can(actor, 'decision.commit') && (committingFor(actor)?.includes(organisationId) ?? true)
}

function normalised(input: CommitmentInput): CommitmentToMake {
  return {
    personMonths: input.personMonths ?? 0,
    sek: input.sek ?? 0,
    competence: input.competence || null,
    from: input.from || null,
    until: input.until || null,
    note: input.note?.trim() ?? '',
  }
}

/** To whom it is news that a commitment is made or taken back: both are told of to the same. */
const concerned = (organisationId: string, { problemId }: { problemId: string | null }) => [
  { noun: 'organisation', id: organisationId },
  ...(problemId ? [{ noun: 'problem', id: problemId }] : []),
]

const amounts = ({
  personMonths,
  sek,
  competence,
}: {
  personMonths: number
  sek: number
  competence: string | null
}) => ({ personMonths, sek, competence })
