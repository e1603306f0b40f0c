import { desc, eq } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { needs } from '../../../db/schema/needs.ts'
import { notices } from '../../../db/schema/notices.ts'
import { linkDuplicate, unlinkDuplicate } from '../../../app/domain/needs/duplicate-commands.server.ts'
import { endorseNeed } from '../../../app/domain/needs/endorsement-commands.server.ts'
import { acknowledgeNeed, reviseNeed } from '../../../app/domain/needs/need-commands.server.ts'
import { correctRelayedNeed, disownRelayedNeed } from '../../../app/domain/needs/relay-commands.server.ts'
import {
  follow,
  followOwn,
  markRead,
  noticeEvent,
  unfollow,
} from '../../../app/domain/notices/notice-commands.server.ts'
import { listFollows } from '../../../app/domain/notices/follow-queries.server.ts'
import { countUnreadNotices, isFollowing, listNotices } from '../../../app/domain/notices/notice-queries.server.ts'
import type { Person } from '../../../app/domain/people/person.ts'
import {
  addNeeds,
  createProblem,
  moveNeeds,
  parkProblem,
  removeNeeds,
  renameProblem,
} from '../../../app/domain/problems/problem-commands.server.ts'
import { NotFound } from '../../../app/domain/refusal.ts'
import { aCoordinator, anOrganisation, aPerson, aRepresentative, someone } from '../../support/builders.ts'
import { aNeed, aRelayedNeed } from '../../support/builders-needs.ts'

const lastSeq = async () =>
  ((await db.select({ seq: events.seq }).from(events).orderBy(desc(events.seq)).limit(1))[0] as { seq: number }).seq
const told = async (person: Person) => (await listNotices(person)).notices.map((notice) => notice.verb)

describe('who is told', () => {
  test('the organisation whose need it is, and not the one who acted', async () => {
    const { id, organisationId, author } = await aNeed()
    const colleague = await aRepresentative(organisationId)
    const stranger = await aRepresentative((await anOrganisation()).id)
    const coordinator = await aCoordinator()
    await acknowledgeNeed(coordinator, id)
    await noticeEvent(await lastSeq())
    expect(await told(author)).toEqual(['need.acknowledged'])
    expect(await told(colleague)).toEqual(['need.acknowledged'])
    expect(await told(stranger)).toEqual([])
    expect(await told(coordinator)).toEqual([])
  })

  test('the network, when an organisation corrects or disowns what it handed over', async () => {
    const [corrected, disowned, other] = [await aRelayedNeed(), await aRelayedNeed(), await aRelayedNeed()]
    await correctRelayedNeed(corrected.author, corrected.id, { affected: 'Alla' })
    await noticeEvent(await lastSeq())
    await disownRelayedNeed(disowned.author, disowned.id, 'Inte vårt.')
    await noticeEvent(await lastSeq())
    expect(await told(corrected.networkCoordinator)).toEqual(['need.corrected'])
    expect(await told(disowned.networkCoordinator)).toEqual(['need.disowned'])
    expect(await told(other.networkCoordinator)).toEqual([])
  })

  test('that a hidden need has come to a problem is told only to those for whom it exists', async () => {
    const own = await aNeed()
    const coordinator = await aCoordinator()
    const { id } = await createProblem(coordinator, { title: 'Ett', description: '', needIds: [own.id] })
    const hidden = await aNeed({ confidentiality: 2 })
    await addNeeds(coordinator, id, [hidden.id], '')
    await noticeEvent(await lastSeq())
    expect(await told(own.author)).toEqual([])
    expect(await told(hidden.author)).toEqual(['problem.needsAdded'])
    await addNeeds(coordinator, id, [(await aNeed()).id], '')
    await noticeEvent(await lastSeq())
    expect(await told(own.author)).toEqual(['problem.needsAdded'])
  })

  test('whoever has a need that is linked to another, and that the link was taken back', async () => {
    const [mine, original] = [await aNeed(), await aNeed()]
    const coordinator = await aCoordinator()
    await linkDuplicate(coordinator, mine.id, original.id, 'Samma sak.')
    await noticeEvent(await lastSeq())
    await unlinkDuplicate(coordinator, mine.id)
    await noticeEvent(await lastSeq())
    expect((await told(mine.author)).sort()).toEqual(['need.linked', 'need.unlinked'])
  })

  test('whoever has the need that is put in a problem, moved or taken out, with its name; others without', async () => {
    const [mine, other] = [await aNeed({ title: 'Sju dagar för ett svar' }), await aNeed()]
    const sharing = await aRepresentative((await anOrganisation()).id)
    await endorseNeed(sharing, mine.id, { organisationId: sharing.roles[0]?.organisationId as string, comment: '' })
    const coordinator = await aCoordinator()
    const { id } = await createProblem(coordinator, { title: 'Ett', description: '', needIds: [other.id] })
    const to = await createProblem(coordinator, { title: 'Två', description: '', needIds: [(await aNeed()).id] })
    const data = async (person: Person) => (await listNotices(person)).notices[0]
    const own = { needId: mine.id, needTitle: 'Sju dagar för ett svar', count: 1 }

    await addNeeds(coordinator, id, [mine.id], '')
    await noticeEvent(await lastSeq())
    for (const person of [mine.author, sharing])
      expect(await data(person)).toMatchObject({ verb: 'problem.needsAdded', data: own })
    expect((await data(other.author))?.data).not.toHaveProperty('needTitle')

    await moveNeeds(coordinator, id, to.id, [mine.id], '')
    await noticeEvent(await lastSeq())
    expect(await data(mine.author)).toMatchObject({ verb: 'problem.needsMoved', data: own })

    await removeNeeds(coordinator, to.id, [mine.id], 'Passade inte.')
    await noticeEvent(await lastSeq())
    for (const person of [mine.author, sharing])
      expect(await data(person)).toMatchObject({
        verb: 'problem.needsRemoved',
        data: { ...own, reason: 'Passade inte.' },
      })
    // Nothing has happened to those whose needs are where they were.
    expect(await told(other.author)).not.toContain('problem.needsRemoved')
  })

  test('whoever has several of the needs, how many, in as many questions however many they are', async () => {
    const organisationId = (await anOrganisation()).id
    const [author, coordinator] = [await aRepresentative(organisationId), await aCoordinator()]
    const own = async () => (await aNeed({ organisationId, author })).id
    const { id } = await createProblem(coordinator, { title: 'Ett', description: '', needIds: [(await aNeed()).id] })
    const questions = async (needIds: string[]) => {
      await addNeeds(coordinator, id, needIds, '')
      const spy = vi.spyOn(db, 'select')
      await noticeEvent(await lastSeq())
      const count = spy.mock.calls.length
      spy.mockRestore()
      return count
    }
    const few = await questions([await own(), (await aNeed()).id])
    expect((await listNotices(author)).notices[0]?.data).toMatchObject({ count: 1 })
    expect(await questions([await own(), await own(), await own(), (await aNeed()).id])).toBe(few)
    expect((await listNotices(author)).notices[0]?.data).toMatchObject({ count: 3 })
  })

  test('whoever shares a problem, that it has another name, and not that its description was mended', async () => {
    const { id: needId, author } = await aNeed()
    const coordinator = await aCoordinator()
    const { id } = await createProblem(coordinator, { title: 'Ett', description: '', needIds: [needId] })
    await renameProblem(coordinator, id, { title: 'Ett', description: 'Ny text.' }, '')
    await noticeEvent(await lastSeq())
    expect(await told(author)).toEqual([])
    await renameProblem(coordinator, id, { title: 'Tydligare', description: 'Ny text.' }, '')
    await noticeEvent(await lastSeq())
    expect((await listNotices(author)).notices[0]).toMatchObject({
      verb: 'problem.renamed',
      data: { title: 'Tydligare', before: 'Ett' },
    })
  })

  test('one event tells once, however often it is followed up', async () => {
    const { id, author } = await aNeed()
    await follow(author, 'need', id)
    await acknowledgeNeed(await aCoordinator(), id)
    const seq = await lastSeq()
    for (let time = 0; time < 3; time++) await noticeEvent(seq)
    expect(await told(author)).toEqual(['need.acknowledged'])
  })

  test('everyone who shares a problem, and those who follow a need in it', async () => {
    const own = await aNeed()
    const sharing = await aRepresentative((await anOrganisation()).id)
    const onlooker = await aPerson()
    await endorseNeed(sharing, own.id, { organisationId: sharing.roles[0]?.organisationId as string, comment: '' })
    await follow(onlooker, 'need', own.id)
    const coordinator = await aCoordinator()
    const { id } = await createProblem(coordinator, { title: 'Dela data', description: '', needIds: [own.id] })
    await noticeEvent(await lastSeq())
    await parkProblem(coordinator, id, { reason: 'Väntar på lagen.', wakeWhen: 'När lagen kommer' })
    await noticeEvent(await lastSeq())
    for (const person of [own.author, sharing, onlooker])
      expect(await told(person)).toEqual(['problem.parked', 'problem.created'])
  })

  test('a proposed problem is nobody else’s business yet', async () => {
    const own = await aNeed()
    await createProblem(await aCoordinator(), {
      title: 'Utkast',
      description: '',
      needIds: [own.id],
      status: 'proposed',
    })
    await noticeEvent(await lastSeq())
    expect(await told(own.author)).toEqual([])
  })

  test('a notice holds names and numbers of things, never texts or contacts', async () => {
    const { author, networkCoordinator } = await aRelayedNeed({ reference: 'A-1' })
    await noticeEvent(await lastSeq())
    const [notice] = (await listNotices(author)).notices
    expect(Object.keys(notice?.data ?? {}).sort()).toEqual(['registryNumber', 'title'])
    expect(await told(networkCoordinator)).toEqual([])
  })
})

describe('what a person may not see is never in a notice', () => {
  test('a need of class K2 is not told to one who follows it from before', async () => {
    const { id, author } = await aNeed()
    const onlooker = await aPerson()
    await follow(onlooker, 'need', id)
    await reviseNeed(author, id, { confidentiality: 2, title: 'Hemlig rubrik' }, 'Känsligare än vi trodde.', 1)
    await noticeEvent(await lastSeq())
    expect(await told(onlooker)).toEqual([])
  })

  test('a notice from before goes out of the list and the count', async () => {
    const { id } = await aNeed()
    const onlooker = await aPerson()
    await follow(onlooker, 'need', id)
    await acknowledgeNeed(await aCoordinator(), id)
    await noticeEvent(await lastSeq())
    expect(await countUnreadNotices(onlooker)).toBe(1)
    await db.update(needs).set({ confidentiality: 2 }).where(eq(needs.id, id))
    expect(await told(onlooker)).toEqual([])
    expect(await countUnreadNotices(onlooker)).toBe(0)
    expect(await countUnreadNotices(await someone('coordinator'))).toBe(0)
  })

  test('following what one may not see is not found, nor is what does not exist', async () => {
    const hidden = await aNeed({ confidentiality: 2 })
    const onlooker = await aPerson()
    await expect(follow(onlooker, 'need', hidden.id)).rejects.toThrow(NotFound)
    await expect(follow(onlooker, 'need', 'nothing')).rejects.toThrow(NotFound)
    await expect(follow(onlooker, 'person', onlooker.id)).rejects.toThrow(NotFound)
    await follow(hidden.author, 'need', hidden.id)
  })
})

describe('following', () => {
  test('whoever hands in or shares a need follows it from then on', async () => {
    const { id, author } = await aNeed()
    await followOwn(await lastSeq())
    expect(await isFollowing(author, 'need', id)).toBe(true)
    const sharing = await aRepresentative((await anOrganisation()).id)
    await endorseNeed(sharing, id, { organisationId: sharing.roles[0]?.organisationId as string, comment: '' })
    await followOwn(await lastSeq())
    await followOwn(await lastSeq())
    expect(await isFollowing(sharing, 'need', id)).toBe(true)
    await unfollow(sharing, 'need', id)
    expect(await isFollowing(sharing, 'need', id)).toBe(false)
  })

  test('what one follows is listed by name, as long as one may see it', async () => {
    const person = await aPerson()
    const { id } = await aNeed({ title: 'Ett eget ord' })
    const organisation = await anOrganisation({ name: 'Ekvalla kommun' })
    await follow(person, 'need', id)
    await follow(person, 'organisation', organisation.id)
    expect((await listFollows(person)).follows.map((thing) => thing.title.name).sort()).toEqual([
      'Ekvalla kommun',
      'Ett eget ord',
    ])
    await db.update(needs).set({ confidentiality: 2 }).where(eq(needs.id, id))
    expect((await listFollows(person)).follows.map((thing) => thing.key)).toEqual([organisation.key])
  })

  test('a coordinator who acknowledges a need does not follow it', async () => {
    const { id } = await aNeed()
    const coordinator = await aCoordinator()
    await acknowledgeNeed(coordinator, id)
    await followOwn(await lastSeq())
    expect(await isFollowing(coordinator, 'need', id)).toBe(false)
  })
})

describe('reading', () => {
  test('unread come first; one or all are marked, and only one’s own', async () => {
    const first = await aNeed()
    const second = await aNeed({ organisationId: first.organisationId, author: first.author })
    const coordinator = await aCoordinator()
    for (const { id } of [first, second]) {
      await acknowledgeNeed(coordinator, id)
      await noticeEvent(await lastSeq())
    }
    const listed = (await listNotices(first.author)).notices
    expect(listed.map((notice) => notice.nounId)).toEqual([second.id, first.id])
    await expect(markRead(await aPerson(), listed[0]?.id)).rejects.toThrow(NotFound)
    expect(await countUnreadNotices(first.author)).toBe(2)
    await markRead(first.author, listed[0]?.id)
    expect((await listNotices(first.author)).notices.map((notice) => notice.nounId)).toEqual([first.id, second.id])
    await markRead(first.author)
    expect(await countUnreadNotices(first.author)).toBe(0)
    const kept = await db.select().from(notices).where(eq(notices.personId, first.author.id))
    expect(kept.every((notice) => notice.readAt !== null)).toBe(true)
  })
})
