import { and, desc, eq, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { duplicateLinks, endorsements, needs, needVersions, referrals } from '../../../db/schema/needs.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { people } from '../../../db/schema/people.ts'
import { resources } from '../../../db/schema/resources.ts'
import { resourceName } from '../organisations/names.server.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'
import { contentOf, type NeedContent } from './need.ts'
import { findNeed, needVisibleTo, rowColumns } from './need-queries.server.ts'

/** Organisations that share a need, in the order in which they said so. Ask with a need that the viewer has been shown. */
export async function listEndorsements(needId: string) {
  return db
    .select({ organisation: rowColumns.organisation, comment: endorsements.comment, at: endorsements.createdAt })
    .from(endorsements)
    .innerJoin(organisations, eq(organisations.id, endorsements.organisationId))
    .where(eq(endorsements.needId, needId))
    .orderBy(endorsements.createdAt, endorsements.id)
}

/** The coordinator's answers to a need and what the submitter said of them, latest first. */
export async function listReferrals(needId: string) {
  return db
    .select({
      id: referrals.id,
      kind: referrals.kind,
      answer: referrals.answer,
      at: referrals.createdAt,
      helped: referrals.helped,
      reply: referrals.reply,
      repliedAt: referrals.repliedAt,
      byName: people.name,
      resource: { key: resources.key, ...resourceName },
    })
    .from(referrals)
    .leftJoin(resources, eq(resources.id, referrals.resourceId))
    .leftJoin(people, eq(people.id, referrals.referredById))
    .where(eq(referrals.needId, needId))
    .orderBy(desc(referrals.createdAt))
}

/** The need that this one duplicates, and those that duplicate it: as far as the viewer may see them. */
export async function listDuplicates(viewer: Viewer, needId: string) {
  const columns = {
    id: needs.id,
    title: needs.title,
    registryNumber: needs.registryNumber,
    organisation: rowColumns.organisation,
    reason: duplicateLinks.reason,
  }
  const standing = and(isNull(duplicateLinks.undoneAt), needVisibleTo(viewer))
  const [originals, duplicates] = await Promise.all([
    db
      .select(columns)
      .from(duplicateLinks)
      .innerJoin(needs, eq(needs.id, duplicateLinks.originalId))
      .innerJoin(organisations, eq(organisations.id, needs.organisationId))
      .where(and(eq(duplicateLinks.needId, needId), standing)),
    db
      .select(columns)
      .from(duplicateLinks)
      .innerJoin(needs, eq(needs.id, duplicateLinks.needId))
      .innerJoin(organisations, eq(organisations.id, needs.organisationId))
      .where(and(eq(duplicateLinks.originalId, needId), standing)),
  ])
  return { original: originals[0] ?? null, duplicates }
}

/** When the version was written; undefined for a draft, which has none. */
export async function findWrittenAt(needId: string, version: number): Promise<Date | undefined> {
  const [row] = await db
    .select({ at: needVersions.at })
    .from(needVersions)
    .where(and(eq(needVersions.needId, needId), eq(needVersions.version, version)))
  return row?.at
}

/**
 * Every version of the text that the viewer may see, oldest first; undefined when the viewer may not see the need. What
 * was of a higher class when it was written stays so, whatever the need says now.
 */
export async function listNeedVersions(viewer: Viewer, needId: string) {
  const need = await findNeed(viewer, needId)
  if (!need) return undefined
  const contact = can(viewer, 'need.seeContact', need)
  const kept = await db
    .select({
      version: needVersions.version,
      content: needVersions.content,
      reason: needVersions.reason,
      at: needVersions.at,
      authorName: people.name,
    })
    .from(needVersions)
    .leftJoin(people, eq(people.id, needVersions.authorId))
    .where(eq(needVersions.needId, needId))
    .orderBy(needVersions.version)
  const revised = await db
    .select({ change: events.change })
    .from(events)
    .where(and(eq(events.noun, 'need'), eq(events.nounId, needId), eq(events.verb, 'need.revised')))
  // Only the network's own list changes its status of the need.
  const ofNetwork = new Set<unknown>(need.relay === 'none' ? [] : [1])
  for (const { change } of revised) if ('networkStatus' in change) ofNetwork.add(change.version)
  const versions = kept.flatMap(({ content: written, authorName, ...version }) => {
    const content = contentOf(written as unknown as NeedContent)
    if (!can(viewer, 'need.see', { ...need, confidentiality: content.confidentiality })) return []
    const by = need.network && ofNetwork.has(version.version) ? need.network : need.organisation
    const shown = contact ? content : { ...content, contactName: '', contactEmail: '' }
    return [{ ...version, by, authorName: contact ? authorName : null, content: shown }]
  })
  return { need, versions }
}
