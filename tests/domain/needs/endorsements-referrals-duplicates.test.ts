import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db } from '../../../db/client.ts'
import { duplicateLinks, endorsements } from '../../../db/schema/needs.ts'
import { events } from '../../../db/schema/events.ts'
import { linkDuplicate, unlinkDuplicate } from '../../../app/domain/needs/duplicate-commands.server.ts'
import { endorseNeed, withdrawEndorsement } from '../../../app/domain/needs/endorsement-commands.server.ts'
import { onNeedChanged } from '../../../app/domain/needs/need-listeners.server.ts'
import { listDuplicates, listReferrals } from '../../../app/domain/needs/need-detail-queries.server.ts'
import { referNeed, replyToReferral } from '../../../app/domain/needs/referral-commands.server.ts'
import { disownRelayedNeed } from '../../../app/domain/needs/relay-commands.server.ts'
import { NotFound, NotPermitted } from '../../../app/domain/refusal.ts'
import { anonymous } from '../../../app/domain/people/person.ts'
import { aCoordinator, anOrganisation, aRepresentative } from '../../support/builders.ts'
import { aDraft, aNeed, aRelayedNeed, aResource, stored } from '../../support/builders-needs.ts'

const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code })
const verbs = async (id: string) =>
  (await db.select().from(events).where(eq(events.nounId, id)).orderBy(events.seq)).map((event) => event.verb)

async function aNeighbour() {
  const organisation = await anOrganisation()
  return { organisationId: organisation.id, person: await aRepresentative(organisation.id) }
}

describe('an endorsement', () => {
  it('counts the organisation once, whoever says it and however often', async () => {
    const { id } = await aNeed()
    const { organisationId, person } = await aNeighbour()
    await endorseNeed(person, id, { organisationId, comment: 'Hos oss på tre enheter' })
    await endorseNeed(person, id, { organisationId, comment: 'Hos oss på tre enheter' })
    const colleague = await aRepresentative(organisationId)
    await expect(endorseNeed(colleague, id, { organisationId, comment: 'Också jag' })).rejects.toEqual(
      refused('alreadyEndorsed'),
    )
    expect(await db.select().from(endorsements).where(eq(endorsements.needId, id))).toHaveLength(1)
    expect((await verbs(id)).filter((verb) => verb === 'need.endorsed')).toHaveLength(1)
  })

  it('is announced to those who count', async () => {
    const { id } = await aNeed()
    const { organisationId, person } = await aNeighbour()
    const told: string[] = []
    const stop = onNeedChanged(async (needId) => void told.push(needId))
    await endorseNeed(person, id, { organisationId, comment: '' })
    await withdrawEndorsement(person, id, organisationId)
    stop()
    expect(told).toEqual([id, id])
  })

  it('of the own need is refused', async () => {
    const { id, author, organisationId } = await aNeed()
    await expect(endorseNeed(author, id, { organisationId, comment: '' })).rejects.toEqual(refused('ownNeed'))
  })

  it('is given for an organisation that one represents', async () => {
    const { id } = await aNeed()
    const [one, other] = [await aNeighbour(), await aNeighbour()]
    await expect(endorseNeed(one.person, id, { organisationId: other.organisationId, comment: '' })).rejects.toThrow(
      NotPermitted,
    )
    await expect(withdrawEndorsement(one.person, id, other.organisationId)).rejects.toThrow(NotPermitted)
  })

  it.each(['withdrawn', 'closed'] as const)('of a need that is %s is refused', async (status) => {
    const { id } = await aNeed({ status })
    const { organisationId, person } = await aNeighbour()
    await expect(endorseNeed(person, id, { organisationId, comment: '' })).rejects.toEqual(refused('needNotEndorsable'))
  })

  it('of a need that its organisation disowns is refused', async () => {
    const { id, author } = await aRelayedNeed()
    await disownRelayedNeed(author, id, 'Inte vårt')
    const { organisationId, person } = await aNeighbour()
    await expect(endorseNeed(person, id, { organisationId, comment: '' })).rejects.toEqual(refused('needNotEndorsable'))
  })

  it('of what one may not see finds nothing', async () => {
    const [draft, restricted] = [await aDraft(), await aNeed({ confidentiality: 2 })]
    const { organisationId, person } = await aNeighbour()
    for (const { id } of [draft, restricted])
      await expect(endorseNeed(person, id, { organisationId, comment: '' })).rejects.toThrow(NotFound)
  })

  it('can be taken back, once', async () => {
    const { id } = await aNeed()
    const { organisationId, person } = await aNeighbour()
    await endorseNeed(person, id, { organisationId, comment: '' })
    await withdrawEndorsement(person, id, organisationId)
    expect(await db.select().from(endorsements).where(eq(endorsements.needId, id))).toEqual([])
    await expect(withdrawEndorsement(person, id, organisationId)).rejects.toEqual(refused('notEndorsed'))
  })
})

describe('a referral', () => {
  it('is not given beside one that its writer has not seen', async () => {
    const { id } = await aNeed()
    const [first, second] = [await aCoordinator(), await aCoordinator()]
    await referNeed(first, id, { kind: 'guidance', answer: 'Börja här.', answers: 0 })
    await expect(referNeed(second, id, { kind: 'guidance', answer: 'Nej, här.', answers: 0 })).rejects.toEqual(
      refused('stale'),
    )
    // The same answer sent again is the same answer.
    await referNeed(first, id, { kind: 'guidance', answer: 'Börja här.', answers: 0 })
    expect(await listReferrals(id)).toHaveLength(1)
    await referNeed(second, id, { kind: 'guidance', answer: 'Och sedan här.', answers: 1 })
    expect(await listReferrals(id)).toHaveLength(2)
  })

  it('answers the need with what exists', async () => {
    const { id } = await aNeed()
    const resource = await aResource()
    await referNeed(await aCoordinator(), id, {
      kind: 'guidance',
      resourceId: resource.id,
      answer: 'Börja i sandlådan.',
    })
    expect(await stored(id)).toMatchObject({
      status: 'individual',
      answer: 'Börja i sandlådan.',
      answeredAt: expect.any(Date),
    })
    expect(await listReferrals(id)).toMatchObject([
      { kind: 'guidance', answer: 'Börja i sandlådan.', helped: null, resource: { key: resource.key } },
    ])
    expect((await verbs(id)).at(-1)).toBe('need.referred')
  })

  it('leaves a shared need in its problem', async () => {
    const { id } = await aNeed({ status: 'shared' })
    await referNeed(await aCoordinator(), id, { kind: 'other', answer: 'Under tiden: ring oss.' })
    expect((await stored(id)).status).toBe('shared')
  })

  it('is given by the coordinator, to something that exists, while the need waits', async () => {
    const { id, author } = await aNeed()
    const coordinator = await aCoordinator()
    await expect(referNeed(author, id, { kind: 'other', answer: 'Nej' })).rejects.toThrow(NotPermitted)
    await expect(
      referNeed(coordinator, id, { kind: 'resource', resourceId: 'nothing', answer: 'Se här' }),
    ).rejects.toThrow(NotFound)
    const closed = await aNeed({ status: 'closed' })
    await expect(referNeed(coordinator, closed.id, { kind: 'other', answer: 'För sent' })).rejects.toEqual(
      refused('needNotReferable'),
    )
  })

  it('that helped closes the need', async () => {
    const { id, author } = await aNeed()
    await referNeed(await aCoordinator(), id, { kind: 'other', answer: 'Så här' })
    await replyToReferral(author, id, { helped: true, reply: 'Tack' })
    expect(await stored(id)).toMatchObject({ status: 'closed', closedAt: expect.any(Date) })
    await expect(replyToReferral(author, id, { helped: false, reply: 'Ångrar mig' })).rejects.toEqual(
      refused('noReferral'),
    )
  })

  it('that did not help goes back to the coordinator', async () => {
    const { id, author } = await aNeed()
    const coordinator = await aCoordinator()
    await referNeed(coordinator, id, { kind: 'other', answer: 'Så här' })
    await replyToReferral(author, id, { helped: false, reply: 'Sandlådan är full' })
    expect(await stored(id)).toMatchObject({ status: 'acknowledged', answeredAt: null, reopenedAt: expect.any(Date) })
    expect((await verbs(id)).at(-1)).toBe('need.notHelped')
    await referNeed(coordinator, id, { kind: 'other', answer: 'Då så här' })
    expect((await listReferrals(id)).map(({ helped }) => helped).sort()).toEqual([false, null])
  })

  it('is replied to by the submitter alone', async () => {
    const { id } = await aNeed()
    await referNeed(await aCoordinator(), id, { kind: 'other', answer: 'Så här' })
    const { person } = await aNeighbour()
    await expect(replyToReferral(person, id, { helped: true, reply: '' })).rejects.toThrow(NotPermitted)
  })
})

describe('a duplicate', () => {
  it('is linked to the one that came first, and both stay', async () => {
    const [original, copy] = [await aNeed(), await aNeed()]
    const coordinator = await aCoordinator()
    await linkDuplicate(coordinator, copy.id, original.id, 'Samma mening')
    expect(await listDuplicates(anonymous, copy.id)).toMatchObject({
      original: { id: original.id, reason: 'Samma mening' },
      duplicates: [],
    })
    expect(await listDuplicates(anonymous, original.id)).toMatchObject({
      original: null,
      duplicates: [{ id: copy.id }],
    })
    await unlinkDuplicate(coordinator, copy.id)
    expect(await listDuplicates(anonymous, copy.id)).toEqual({ original: null, duplicates: [] })
    expect(await db.select().from(duplicateLinks).where(eq(duplicateLinks.needId, copy.id))).toMatchObject([
      { undoneAt: expect.any(Date) },
    ])
    await linkDuplicate(coordinator, copy.id, original.id, 'Jo')
  })

  it('is not of itself, not of two, and never a chain', async () => {
    const [first, second, third] = [await aNeed(), await aNeed(), await aNeed()]
    const coordinator = await aCoordinator()
    await expect(linkDuplicate(coordinator, first.id, first.id, '')).rejects.toEqual(refused('duplicateOfItself'))
    await linkDuplicate(coordinator, second.id, first.id, '')
    await expect(linkDuplicate(coordinator, second.id, third.id, '')).rejects.toEqual(refused('alreadyDuplicate'))
    await expect(linkDuplicate(coordinator, third.id, second.id, '')).rejects.toEqual(refused('duplicateChain'))
    await expect(linkDuplicate(coordinator, first.id, third.id, '')).rejects.toEqual(refused('duplicateChain'))
    await expect(unlinkDuplicate(coordinator, third.id)).rejects.toEqual(refused('notDuplicate'))
  })

  it('is linked by the coordinator alone', async () => {
    const [original, copy] = [await aNeed(), await aNeed()]
    await expect(linkDuplicate(copy.author, copy.id, original.id, '')).rejects.toThrow(NotPermitted)
    await expect(unlinkDuplicate(copy.author, copy.id)).rejects.toThrow(NotPermitted)
  })

  it('does not show a need that the viewer may not see', async () => {
    const [original, copy] = [await aNeed({ confidentiality: 2 }), await aNeed()]
    await linkDuplicate(await aCoordinator(), copy.id, original.id, '')
    expect((await listDuplicates(anonymous, copy.id)).original).toBeNull()
    expect((await listDuplicates(original.author, copy.id)).original).toMatchObject({ id: original.id })
  })
})
