import { renderMarkdown } from '../markdown.server.ts'
import type { Viewer } from '../people/person.ts'
import { answerDue, contentOf, isAnswerOverdue } from './need.ts'
import { needActions } from './need-actions.ts'
import { findWrittenAt, listDuplicates, listEndorsements, listReferrals } from './need-detail-queries.server.ts'
import { findNeed } from './need-queries.server.ts'
import { isDecided } from './need-record.server.ts'
import { needState } from './need-state.ts'
import { listOwnOrganisations } from './own-needs.server.ts'
import { takenBackByNetwork } from './taken-back.server.ts'

/** Everything that the page of a need shows the viewer; undefined when there is no such page for them. A constant number of queries. */
export async function findNeedPage(viewer: Viewer, id: string, now: Date) {
  const found = await findNeed(viewer, id)
  if (!found) return undefined
  const [endorsements, referrals, duplicates, decided, ownOrganisations, writtenAt, takenBack] = await Promise.all([
    listEndorsements(id),
    listReferrals(id),
    listDuplicates(viewer, id),
    isDecided(id),
    listOwnOrganisations(viewer),
    findWrittenAt(id, found.version),
    takenBackByNetwork(found.status === 'withdrawn' ? [id] : []),
  ])
  const { organisation, network, authorName, source, version, withdrawnReason, relayReason, registryNumber } = found
  const situation = {
    need: found,
    decided,
    endorsedBy: endorsements.map((endorsement) => endorsement.organisation.id),
    duplicate: duplicates.original !== null,
    unreplied: referrals.some((referral) => referral.repliedAt === null),
  }
  const waits = found.status === 'submitted' || found.status === 'acknowledged'
  return {
    need: {
      id,
      organisation,
      network,
      authorName,
      source,
      version,
      withdrawnReason,
      takenBackByNetwork: takenBack.has(id),
      relayReason,
      registryNumber,
      status: found.status,
      state: needState({ ...found, duplicate: situation.duplicate }),
      relay: found.relay,
      networkReference: found.networkReference,
      networkStatus: found.networkStatus,
      submittedAt: found.submittedAt,
      writtenAt: writtenAt ?? found.updatedAt,
      step: found.step,
      content: contentOf(found),
      html: renderMarkdown(found.description),
      due: waits ? answerDue(found) : null,
      overdue: isAnswerOverdue(found, now),
    },
    endorsements,
    referrals: referrals.map(({ answer, ...referral }) => ({ ...referral, html: renderMarkdown(answer) })),
    duplicates,
    actions: needActions(viewer, situation),
    ownOrganisations,
    signedIn: viewer.id !== null,
  }
}
export type NeedPage = NonNullable<Awaited<ReturnType<typeof findNeedPage>>>
