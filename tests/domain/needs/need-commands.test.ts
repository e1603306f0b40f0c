import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { db } from '../../../db/client.ts'
import { eventSubjects, events } from '../../../db/schema/events.ts'
import { needs, needVersions } from '../../../db/schema/needs.ts'
import { problemNeeds, problems } from '../../../db/schema/problems.ts'
import { setClock } from '../../../app/domain/clock.ts'
import {
  discardNeedDraft,
  saveNeedDraft,
  startNeed,
  submitNeed,
} from '../../../app/domain/needs/draft-commands.server.ts'
import {
  acknowledgeNeed,
  reopenNeed,
  reviseNeed,
  withdrawNeed,
} from '../../../app/domain/needs/need-commands.server.ts'
import { seenAs } from '../../../app/domain/events/seen.server.ts'
import { contentOf } from '../../../app/domain/needs/need.ts'
import { type Need, pageSeen } from '../../../app/domain/needs/need-record.server.ts'
import type { AnswerStep } from '../../../app/domain/needs/need-steps.ts'
import { onNeedChanged } from '../../../app/domain/needs/need-listeners.server.ts'
import { NotFound, NotPermitted } from '../../../app/domain/refusal.ts'
import { aCoordinator, anOrganisation, aRepresentative } from '../../support/builders.ts'
import { aDraft, aNeed, someWords, stored } from '../../support/builders-needs.ts'

const eventsOf = async (id: string) =>
  (await db.select().from(events).where(eq(events.nounId, id)).orderBy(events.seq)).map((event) => event.verb)
const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code })
afterEach(() => setClock())

describe('a draft', () => {
  it('begins with its writer as contact and leaves one event', async () => {
    const organisation = await anOrganisation()
    const author = await aRepresentative(organisation.id, 'Maria Edholm')
    const id = await startNeed(author, { organisationId: organisation.id })
    expect(await stored(id)).toMatchObject({
      status: 'draft',
      contactName: 'Maria Edholm',
      contactEmail: author.email,
      registryNumber: null,
    })
    expect(await eventsOf(id)).toEqual(['need.drafted'])
  })

  it('is not begun twice while nothing is written in it', async () => {
    const organisation = await anOrganisation()
    const author = await aRepresentative(organisation.id)
    const [first, second] = await Promise.all([
      startNeed(author, { organisationId: organisation.id }),
      startNeed(author, { organisationId: organisation.id }),
    ])
    expect(second).toBe(first)
    await saveNeedDraft(author, first, { title: 'Något' })
    expect(await startNeed(author, { organisationId: organisation.id })).not.toBe(first)
  })

  it('is not begun for an organisation that one does not represent', async () => {
    const [own, other] = [await anOrganisation(), await anOrganisation()]
    await expect(startNeed(await aRepresentative(own.id), { organisationId: other.id })).rejects.toThrow(NotPermitted)
  })

  it('is saved without an event, and remembers how far it has come', async () => {
    const { id, author } = await aDraft()
    await saveNeedDraft(author, id, { affected: 'Undersköterskor' }, { reached: 'affected' })
    expect(await stored(id)).toMatchObject({ ...someWords, affected: 'Undersköterskor', step: 'affected' })
    expect(await eventsOf(id)).toEqual(['need.drafted'])
  })

  it('does not exist for another organisation, nor for the coordinator', async () => {
    const { id } = await aDraft()
    const stranger = await aRepresentative((await anOrganisation()).id)
    for (const person of [stranger, await aCoordinator()]) {
      await expect(saveNeedDraft(person, id, { title: 'Mitt' })).rejects.toThrow(NotFound)
      await expect(submitNeed(person, id)).rejects.toThrow(NotFound)
      await expect(discardNeedDraft(person, id)).rejects.toThrow(NotFound)
    }
  })

  it('keeps neither secrets nor texts beyond the limits', async () => {
    const { id, author } = await aDraft()
    await expect(saveNeedDraft(author, id, { confidentiality: 3, affected: 'Hemligt' })).rejects.toEqual(
      refused('needTooSecret'),
    )
    await expect(saveNeedDraft(author, id, { title: 'x'.repeat(151) })).rejects.toEqual(refused('needTextTooLong'))
    expect(await stored(id)).toMatchObject({ confidentiality: 0, affected: '', title: someWords.title })
  })

  it('is not written over from another window, and a page is not refused for what it wrote itself', async () => {
    const { id, author } = await aDraft()
    const seen = pageSeen('need', (await stored(id)) as Need)
    const [first, second] = ['one', 'two'].map((mark) => ({ opened: { page: 'need' as const, seen, mark } }))
    await saveNeedDraft(author, id, { title: 'Först' }, first)
    // As when its answer had not come before the next was sent, or the browser went back to the page as it was left.
    await saveNeedDraft(author, id, { title: 'Först igen' }, first)
    await expect(saveNeedDraft(author, id, { title: 'Andra' }, second)).rejects.toEqual(refused('stale'))
    expect(await stored(id)).toMatchObject({ title: 'Först igen', writtenIn: 'one' })
    await submitNeed(author, id)
    expect(await stored(id)).toMatchObject({ writtenIn: null })
  })

  it('is not written over by a colleague who has not seen the last of it', async () => {
    const { id, author, organisationId } = await aDraft()
    const colleague = await aRepresentative(organisationId)
    const seen = async (page: AnswerStep) => pageSeen(page, (await stored(id)) as Need)
    const opened = { page: 'need' as const, seen: await seen('need') }
    const elsewhere = { page: 'affected' as const, seen: await seen('affected') }
    await saveNeedDraft(author, id, { title: 'Mitt' }, { opened })
    await expect(saveNeedDraft(colleague, id, { title: 'Vårt' }, { opened })).rejects.toEqual(refused('stale'))
    await saveNeedDraft(colleague, id, { affected: 'Alla' }, { opened: elsewhere })
    expect(await stored(id)).toMatchObject({ title: 'Mitt', affected: 'Alla' })
    await saveNeedDraft(colleague, id, { title: 'Vårt' }, { opened: { page: 'need', seen: await seen('need') } })
    expect(await stored(id)).toMatchObject({ title: 'Vårt' })
  })

  it('is not submitted with other answers than were checked', async () => {
    const { id, author } = await aDraft()
    const seen = seenAs(contentOf((await stored(id)) as Need))
    await saveNeedDraft(author, id, { affected: 'Alla' })
    await expect(submitNeed(author, id, seen)).rejects.toEqual(refused('stale'))
    expect(await stored(id)).toMatchObject({ status: 'draft' })
  })

  it('can be thrown away by its organisation, and then is gone', async () => {
    const { id, author } = await aDraft()
    await discardNeedDraft(author, id)
    expect(await stored(id)).toBeUndefined()
    expect(await eventsOf(id)).toEqual(['need.drafted', 'need.discarded'])
  })
})

describe('a submission', () => {
  it('gives the need a number, a time, a first version and a hash of what it says', async () => {
    setClock(new Date('2026-03-12T08:42:00Z'))
    const { id, author, organisationId } = await aDraft()
    const { registryNumber } = await submitNeed(author, id)
    expect(registryNumber).toMatch(/^2026-\d{4}$/)
    const need = await stored(id)
    expect(need).toMatchObject({
      status: 'submitted',
      registryNumber,
      version: 1,
      submittedAt: new Date('2026-03-12T08:42:00Z'),
    })
    expect(need.contentHash).toMatch(/^[0-9a-f]{64}$/)
    const [version] = await db.select().from(needVersions).where(eq(needVersions.needId, id))
    expect(version).toMatchObject({ version: 1, authorId: author.id, content: expect.objectContaining(someWords) })
    const [event] = await db.select().from(events).where(eq(events.verb, 'need.submitted')).orderBy(events.seq)
    expect(event).toBeDefined()
    const subjects = await db.select().from(eventSubjects).where(eq(eventSubjects.nounId, organisationId))
    expect(subjects.map((subject) => subject.noun)).toContain('organisation')
  })

  it('sent twice at once makes one thing', async () => {
    const { id, author } = await aDraft()
    const [first, second] = await Promise.all([submitNeed(author, id), submitNeed(author, id)])
    expect(second).toEqual(first)
    expect((await eventsOf(id)).filter((verb) => verb === 'need.submitted')).toHaveLength(1)
    expect(await db.select().from(needVersions).where(eq(needVersions.needId, id))).toHaveLength(1)
  })

  it('never gives one number to two needs', async () => {
    const drafts = await Promise.all(Array.from({ length: 8 }, () => aDraft()))
    const numbers = await Promise.all(drafts.map(({ id, author }) => submitNeed(author, id)))
    expect(new Set(numbers.map(({ registryNumber }) => registryNumber)).size).toBe(8)
  })

  it('is refused while the need says nothing, and uses no number', async () => {
    const { id, author } = await aDraft({ description: '   ' })
    await expect(submitNeed(author, id)).rejects.toEqual(refused('needIncomplete'))
    expect(await stored(id)).toMatchObject({ status: 'draft', registryNumber: null })
    expect(await eventsOf(id)).toEqual(['need.drafted'])
  })

  it('is refused for what must not be held here', async () => {
    const { id, author } = await aDraft()
    await db.update(needs).set({ confidentiality: 3 }).where(eq(needs.id, id))
    await expect(submitNeed(author, id)).rejects.toEqual(refused('needTooSecret'))
  })

  it('ends the draft: it can neither be saved nor thrown away', async () => {
    const { id, author } = await aNeed()
    await expect(saveNeedDraft(author, id, { title: 'Annat' })).rejects.toEqual(refused('needNotDraft'))
    await expect(discardNeedDraft(author, id)).rejects.toEqual(refused('needNotDraft'))
    expect((await stored(id)).title).toBe(someWords.title)
  })

  it('is announced to those who count, inside the same transaction', async () => {
    const told: string[] = []
    const stop = onNeedChanged(async (needId) => {
      told.push((await stored(needId)).status)
      throw new Error('a count failed')
    })
    const { id, author } = await aDraft()
    await expect(submitNeed(author, id)).rejects.toThrow('a count failed')
    stop()
    expect(told).toEqual(['submitted'])
    expect((await stored(id)).status).toBe('draft')
  })
})

describe('an acknowledgement', () => {
  it('is given by the coordinator, once', async () => {
    const { id } = await aNeed()
    const coordinator = await aCoordinator()
    await acknowledgeNeed(coordinator, id)
    expect(await stored(id)).toMatchObject({ status: 'acknowledged', acknowledgedAt: expect.any(Date) })
    await expect(acknowledgeNeed(coordinator, id)).rejects.toEqual(refused('needAlreadyAcknowledged'))
    expect((await eventsOf(id)).at(-1)).toBe('need.acknowledged')
  })

  it('is not given by others', async () => {
    const { id, author } = await aNeed()
    await expect(acknowledgeNeed(author, id)).rejects.toThrow(NotPermitted)
  })
})

describe('a revision', () => {
  it('makes a new version and keeps the old', async () => {
    const { id, author } = await aNeed()
    const hash = (await stored(id)).contentHash
    await expect(reviseNeed(author, id, { affected: 'Alla' }, 'Vi glömde vem', 1)).resolves.toEqual({ version: 2 })
    const need = await stored(id)
    expect(need).toMatchObject({ version: 2, affected: 'Alla' })
    expect(need.contentHash).not.toBe(hash)
    const versions = await db
      .select()
      .from(needVersions)
      .where(eq(needVersions.needId, id))
      .orderBy(needVersions.version)
    expect(versions.map(({ version, reason, content }) => [version, reason, content.affected])).toEqual([
      [1, '', ''],
      [2, 'Vi glömde vem', 'Alla'],
    ])
  })

  it('of a version that is no longer the latest is stale', async () => {
    const { id, author } = await aNeed()
    await reviseNeed(author, id, { affected: 'Alla' }, 'Först', 1)
    await expect(reviseNeed(author, id, { affected: 'Ingen' }, 'Sedan', 1)).rejects.toEqual(refused('stale'))
    expect((await stored(id)).affected).toBe('Alla')
  })

  it('written by two at once keeps one and tells the other', async () => {
    const { id, author } = await aNeed()
    const both = await Promise.allSettled([
      reviseNeed(author, id, { affected: 'Ett' }, 'a', 1),
      reviseNeed(author, id, { affected: 'Två' }, 'b', 1),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await stored(id)).version).toBe(2)
  })

  it('that changes nothing, or makes the need secret, is refused', async () => {
    const { id, author } = await aNeed()
    await expect(reviseNeed(author, id, { ...someWords }, 'Inget', 1)).rejects.toEqual(refused('nothingChanged'))
    await expect(reviseNeed(author, id, { confidentiality: 3 }, 'Hemligt', 1)).rejects.toEqual(refused('needTooSecret'))
    await expect(reviseNeed(author, id, { description: 'x'.repeat(4001) }, 'Långt', 1)).rejects.toEqual(
      refused('needTextTooLong'),
    )
  })

  it.each(['draft', 'withdrawn', 'closed'] as const)('of a need that is %s is refused', async (status) => {
    const { id, author } = await aNeed({ status })
    await expect(reviseNeed(author, id, { affected: 'Alla' }, 'Varför', 1)).rejects.toEqual(refused('needNotRevisable'))
  })

  it('is for the organisation alone', async () => {
    const { id } = await aNeed()
    const stranger = await aRepresentative((await anOrganisation()).id)
    await expect(reviseNeed(stranger, id, { affected: 'Alla' }, 'Varför', 1)).rejects.toThrow(NotPermitted)
    await expect(reviseNeed(await aCoordinator(), id, { affected: 'Alla' }, 'Varför', 1)).rejects.toThrow(NotPermitted)
  })
})

describe('a withdrawal', () => {
  it('keeps its reason', async () => {
    const { id, author } = await aNeed()
    await withdrawNeed(author, id, 'Vi har löst det själva')
    expect(await stored(id)).toMatchObject({ status: 'withdrawn', withdrawnReason: 'Vi har löst det själva' })
    await expect(withdrawNeed(author, id, 'Igen')).rejects.toEqual(refused('needNotWithdrawable'))
  })

  it('is refused once a problem that holds the need is decided', async () => {
    const { id, author } = await aNeed({ status: 'shared' })
    await db.insert(problems).values({ id: 'decided-problem', number: 901, status: 'decided', title: 'Beslutat' })
    await db.insert(problemNeeds).values({ problemId: 'decided-problem', needId: id, addedAt: new Date() })
    await expect(withdrawNeed(author, id, 'För sent')).rejects.toEqual(refused('needNotWithdrawable'))
  })

  it('is for the submitter alone', async () => {
    const { id } = await aNeed()
    await expect(withdrawNeed(await aRepresentative((await anOrganisation()).id), id, 'Bort')).rejects.toThrow(
      NotPermitted,
    )
  })
})

describe('a reopening', () => {
  it('brings the need back to the coordinator, and the time to answer counts anew', async () => {
    const { id, author } = await aNeed({ status: 'closed' })
    setClock(new Date('2026-09-01T08:00:00Z'))
    await reopenNeed(author, id, 'Det löste inte problemet')
    expect(await stored(id)).toMatchObject({ status: 'submitted', reopenedAt: new Date('2026-09-01T08:00:00Z') })
    expect((await eventsOf(id)).at(-1)).toBe('need.reopened')
  })

  it('of a need that still waits is refused', async () => {
    const { id, author } = await aNeed()
    await expect(reopenNeed(author, id, 'Varför')).rejects.toEqual(refused('needNotReopenable'))
  })

  it('is for the submitter alone', async () => {
    const { id } = await aNeed({ status: 'closed' })
    await expect(reopenNeed(await aCoordinator(), id, 'Varför')).rejects.toThrow(NotPermitted)
  })
})
