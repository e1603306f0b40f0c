import { eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { describe, expect, it } from 'vitest'
import * as acknowledgement from '../../../app/routes/needs.$id.acknowledgement.tsx'
import * as confirmation from '../../../app/routes/needs.$id.confirmation.tsx'
import * as correction from '../../../app/routes/needs.$id.correction.tsx'
import * as disownment from '../../../app/routes/needs.$id.disownment.tsx'
import * as duplicate from '../../../app/routes/needs.$id.duplicate.tsx'
import * as unlinking from '../../../app/routes/needs.$id.duplicate_.removal.tsx'
import * as endorsement from '../../../app/routes/needs.$id.endorsement.tsx'
import * as unendorsement from '../../../app/routes/needs.$id.endorsement_.withdrawal.tsx'
import * as referral from '../../../app/routes/needs.$id.referral.tsx'
import * as reply from '../../../app/routes/needs.$id.referral-reply.tsx'
import * as reopening from '../../../app/routes/needs.$id.reopening.tsx'
import * as revision from '../../../app/routes/needs.$id.revision.tsx'
import * as withdrawal from '../../../app/routes/needs.$id.withdrawal.tsx'
import { reviseNeed } from '../../../app/domain/needs/need-commands.server.ts'
import {
  listDuplicates,
  listEndorsements,
  listReferrals,
} from '../../../app/domain/needs/need-detail-queries.server.ts'
import { anonymous } from '../../../app/domain/people/person.ts'
import { aCoordinator, anOrganisation, aRepresentative } from '../../support/builders.ts'
import { aNeed, aRelayedNeed, aResource, someWords, stored } from '../../support/builders-needs.ts'
import { get } from '../../support/requests.ts'
import { answer } from '../../support/site.tsx'
import { failed, load, send } from './support.ts'

const neighbour = async () => {
  const { id } = await anOrganisation()
  return { organisationId: id, person: await aRepresentative(id) }
}
const toPage = (id: string) => ({ status: 302, location: `/needs/${id}` })
const refusal = (code: string) => failed(409, { message: expect.objectContaining({ key: `refusals.${code}` }) })

describe('every page of an act', () => {
  const routes = {
    acknowledgement,
    confirmation,
    correction,
    disownment,
    duplicate,
    unlinking,
    endorsement,
    unendorsement,
    referral,
    reply,
    reopening,
    revision,
    withdrawal,
  }
  it.each(Object.entries(routes))('%s: is not there for needs one may not see', async (_name, route) => {
    const { id } = await aNeed({ confidentiality: 2 })
    const { organisationId, person } = await neighbour()
    const fields = {
      reason: 'x',
      title: 'a',
      description: 'b',
      version: '1',
      organisationId,
      comment: '',
      helped: 'yes',
      kind: 'other',
      answer: 'x',
      original: '2026-0001',
    }
    // Where the verb itself is not theirs, that comes first and says nothing of the need.
    expect([403, 404]).toContain((await send(route.action, '/', fields, { id }, person)).status)
    expect((await send(route.action, '/', fields, { id: 'nothing' }, person)).status).toSatisfy(
      (status: number) => status === 403 || status === 404,
    )
    if (route !== acknowledgement) expect([403, 404]).toContain((await load(route.loader, '/', { id }, person)).status)
    expect((await stored(id)).status).toBe('submitted')
  })

  it.each(Object.entries(routes))('%s: asks who one is', async (_name, route) => {
    const { id } = await aNeed()
    const answer = await send(route.action, `/needs/${id}`, { reason: 'Min långa text' }, { id })
    expect(answer).toMatchObject({ status: 401, body: { typed: { reason: 'Min långa text' } } })
  })
})

describe('reasons', () => {
  it.each([
    ['withdrawal', withdrawal, 'submitted', 'withdrawn'],
    ['reopening', reopening, 'closed', 'submitted'],
  ] as const)('%s: is asked for, kept, and does what it says', async (_name, route, from, to) => {
    const { id, author } = await aNeed({ status: from })
    expect((await load(route.loader, '/', { id }, author)).body).toMatchObject({ id, title: someWords.title })
    expect(await send(route.action, '/', { reason: ' ' }, { id }, author)).toEqual(
      failed(400, { errors: { reason: { key: 'needs.reason.missing', values: { min: 1 } } } }),
    )
    expect(await send(route.action, '/', { reason: 'Därför' }, { id }, author)).toMatchObject(toPage(id))
    expect((await stored(id)).status).toBe(to)
    const again = await send(route.action, '/', { reason: 'En gång till' }, { id }, author)
    expect(again).toEqual(failed(409, { typed: { reason: 'En gång till' } }))
    expect(await load(route.loader, '/', { id }, author)).toMatchObject(toPage(id))
  })

  it('are for the organisation', async () => {
    const { id } = await aNeed()
    const { person } = await neighbour()
    for (const route of [withdrawal, reopening, revision]) {
      expect((await load(route.loader, '/', { id }, person)).status).toBe(403)
      expect(
        (await send(route.action, '/', { reason: 'x', title: 'a', description: 'b', version: '1' }, { id }, person))
          .status,
      ).toBe(403)
    }
  })
})

describe('a relayed need', () => {
  it('is confirmed', async () => {
    const { id, author } = await aRelayedNeed()
    expect((await load(confirmation.loader, '/', { id }, author)).body).toMatchObject({
      id,
      html: expect.stringContaining('<p>'),
    })
    expect(await send(confirmation.action, '/', {}, { id }, author)).toMatchObject(toPage(id))
    expect((await stored(id)).relay).toBe('confirmed')
    expect(await send(confirmation.action, '/', {}, { id }, author)).toEqual(refusal('relayAnswered'))
    // The link of the mail, opened by a colleague afterwards.
    for (const route of [confirmation, correction])
      expect(await load(route.loader, '/', { id }, author)).toMatchObject(toPage(id))
  })

  it('is corrected', async () => {
    const { id, author } = await aRelayedNeed()
    expect((await load(correction.loader, '/', { id }, author)).body).toMatchObject({ version: 1, content: someWords })
    const fields = { ...someWords, affected: 'Alla', version: '1' }
    expect(await send(correction.action, '/', { ...fields, title: '' }, { id }, author)).toEqual(
      failed(400, { errors: { title: expect.anything() } }),
    )
    expect(await send(correction.action, '/', fields, { id }, author)).toMatchObject(toPage(id))
    expect(await stored(id)).toMatchObject({ relay: 'corrected', affected: 'Alla', version: 2 })
  })

  it('is disowned', async () => {
    const { id, author } = await aRelayedNeed()
    expect(await send(disownment.action, '/', { reason: '' }, { id }, author)).toEqual(
      failed(400, { errors: { reason: expect.anything() } }),
    )
    expect(await send(disownment.action, '/', { reason: 'Grannens' }, { id }, author)).toMatchObject(toPage(id))
    expect(await stored(id)).toMatchObject({ relay: 'disowned', relayReason: 'Grannens' })
    expect(await load(disownment.loader, '/', { id }, author)).toMatchObject(toPage(id))
    expect((await load(confirmation.loader, '/', { id }, author)).status).toBe(200)
  })

  it('asks for nothing once the network has taken it back', async () => {
    const { id, author } = await aRelayedNeed()
    await db.update(needs).set({ status: 'withdrawn' }).where(eq(needs.id, id))
    for (const route of [confirmation, correction, disownment])
      expect(await load(route.loader, '/', { id }, author)).toMatchObject({ status: 302, location: `/needs/${id}` })
  })

  it('is answered for by its own organisation', async () => {
    const { id, networkCoordinator } = await aRelayedNeed()
    for (const route of [confirmation, correction, disownment]) {
      expect((await load(route.loader, '/', { id }, networkCoordinator)).status).toBe(403)
      expect(
        (await send(route.action, '/', { ...someWords, reason: 'x', version: '1' }, { id }, networkCoordinator)).status,
      ).toBe(403)
    }
  })
})

describe('a revision', () => {
  it('of a need that the organisation has disowned is neither offered nor made', async () => {
    const { id, author } = await aRelayedNeed()
    await send(disownment.action, '/', { reason: 'Grannens' }, { id }, author)
    expect(await load(revision.loader, '/', { id }, author)).toMatchObject(toPage(id))
    const typed = { ...someWords, tried: 'Allt', version: '1', reason: 'Mer' }
    expect(await send(revision.action, '/', typed, { id }, author)).toEqual(refusal('needDisowned'))
  })

  it('makes a version', async () => {
    const { id, author } = await aNeed()
    expect((await load(revision.loader, '/', { id }, author)).body).toMatchObject({ version: 1, content: someWords })
    expect(
      await send(revision.action, '/', { ...someWords, tried: 'Allt', version: '1', reason: 'Mer' }, { id }, author),
    ).toMatchObject(toPage(id))
    expect(await stored(id)).toMatchObject({ version: 2, tried: 'Allt' })
  })

  it('of an old version keeps what was typed and says so', async () => {
    const { id, author } = await aNeed()
    await reviseNeed(author, id, { tried: 'Deras' }, 'Först', 1)
    const typed = { ...someWords, tried: 'Mitt', version: '1', reason: 'Sedan' }
    expect(await send(revision.action, '/', typed, { id }, author)).toEqual(
      failed(409, { message: { key: 'refusals.stale', values: {} }, typed }),
    )
    expect((await stored(id)).tried).toBe('Deras')
    expect(await send(revision.action, '/', { ...typed, version: '2' }, { id }, author)).toMatchObject(toPage(id))
  })

  it('asks why, and holds the limits', async () => {
    const { id, author } = await aNeed()
    const answer = await send(
      revision.action,
      '/',
      { ...someWords, title: 'x'.repeat(151), version: '1', reason: '' },
      { id },
      author,
    )
    expect(answer).toEqual(
      failed(400, {
        errors: {
          title: { key: 'common.form.tooLong', values: { max: 150 } },
          reason: { key: 'needs.revision.reason.missing', values: { min: 1 } },
        },
      }),
    )
  })
})

describe('"vi delar behovet"', () => {
  it('is said with a comment, and taken back', async () => {
    const { id } = await aNeed()
    const { organisationId, person } = await neighbour()
    expect((await load(endorsement.loader, '/', { id }, person)).body).toMatchObject({
      organisations: [{ id: organisationId }],
    })
    expect(
      await send(endorsement.action, '/?draft=abc', { organisationId, comment: 'Hos oss med' }, { id }, person),
    ).toMatchObject(toPage(id))
    expect(await listEndorsements(id)).toMatchObject([{ comment: 'Hos oss med' }])
    expect(await send(endorsement.action, '/', { organisationId, comment: 'Igen' }, { id }, person)).toEqual(
      refusal('alreadyEndorsed'),
    )
    const taken = `/?organisation=${organisationId}`
    expect((await load(unendorsement.loader, taken, { id }, person)).body).toMatchObject({
      organisation: { id: organisationId },
    })
    expect(await send(unendorsement.action, taken, { organisationId }, { id }, person)).toMatchObject(toPage(id))
    expect(await listEndorsements(id)).toEqual([])
    expect(await send(unendorsement.action, taken, { organisationId }, { id }, person)).toEqual(refusal('notEndorsed'))
    expect(await load(unendorsement.loader, taken, { id }, person)).toMatchObject(toPage(id))
  })

  it('shows what has been said, and asks no more, where there is nothing more to say', async () => {
    const { id, author } = await aNeed()
    const { organisationId, person } = await neighbour()
    await send(endorsement.action, '/', { organisationId, comment: 'Hos oss med' }, { id }, person)
    expect((await load(endorsement.loader, '/', { id }, person)).body).toMatchObject({
      shared: [{ organisation: { id: organisationId }, comment: 'Hos oss med' }],
      organisations: [],
    })
    expect((await load(endorsement.loader, '/', { id }, author)).body).toMatchObject({
      shared: [],
      organisations: [],
      open: true,
    })
    await db.update(needs).set({ status: 'withdrawn' }).where(eq(needs.id, id))
    expect((await load(endorsement.loader, '/', { id }, (await neighbour()).person)).body).toMatchObject({
      open: false,
    })
  })

  it('is said for one’s own organisation, within the limits', async () => {
    const { id, author, organisationId } = await aNeed()
    const one = await neighbour()
    expect(await send(endorsement.action, '/', { comment: 'x'.repeat(1001) }, { id }, one.person)).toEqual(
      failed(400, { errors: { organisationId: expect.anything(), comment: expect.anything() } }),
    )
    expect((await send(endorsement.action, '/', { organisationId, comment: '' }, { id }, one.person)).status).toBe(403)
    expect(await send(endorsement.action, '/', { organisationId, comment: '' }, { id }, author)).toEqual(
      refusal('ownNeed'),
    )
    expect((await load(endorsement.loader, '/', { id }, await aCoordinator())).status).toBe(403)
    expect((await load(unendorsement.loader, `/?organisation=${organisationId}`, { id }, one.person)).status).toBe(404)
  })
})

describe('the coordinator', () => {
  it('acknowledges, once', async () => {
    const { id, author } = await aNeed()
    const coordinator = await aCoordinator()
    expect((await send(acknowledgement.action, '/', {}, { id }, author)).status).toBe(403)
    expect(await send(acknowledgement.action, '/', {}, { id }, coordinator)).toMatchObject(toPage(id))
    expect(await send(acknowledgement.action, '/', {}, { id }, coordinator)).toEqual(refusal('needAlreadyAcknowledged'))
    expect(await load(acknowledgement.loader, '/', { id })).toMatchObject(toPage(id))
  })

  it('answers with what exists, and the submitter says whether it helped', async () => {
    const { id, author } = await aNeed()
    const coordinator = await aCoordinator()
    const resource = await aResource()
    expect((await load(referral.loader, '/', { id }, coordinator)).body).toMatchObject({
      need: { id },
      resources: expect.arrayContaining([expect.objectContaining({ id: resource.id })]),
    })
    expect(await send(referral.action, '/', { kind: 'other', answer: '' }, { id }, coordinator)).toEqual(
      failed(400, { errors: { answer: expect.anything() } }),
    )
    expect(
      await send(referral.action, '/', { kind: 'environment', resourceId: '', answer: 'Se här' }, { id }, coordinator),
    ).toEqual(failed(400, { errors: { resourceId: { key: 'needs.referral.resource.missing', values: {} } } }))
    expect((await load(reply.loader, '/', { id }, author)).status).toBe(404)
    expect(
      await send(
        referral.action,
        '/',
        { kind: 'environment', resourceId: resource.id, answer: 'Se här' },
        { id },
        coordinator,
      ),
    ).toMatchObject(toPage(id))
    expect((await load(reply.loader, '/', { id }, author)).body).toMatchObject({ html: '<p>Se här</p>\n' })
    // What is asked of the organisation is offered where it is asked, before the long line of what has happened.
    const page = await (await answer(await get(`/needs/${id}`, author))).text()
    expect(page.match(/referral-reply"/g)).toHaveLength(1)
    expect(page.indexOf('referral-reply"')).toBeLessThan(page.indexOf('Vägen hit och vidare'))
    expect(await send(reply.action, '/', { helped: 'no', reply: '' }, { id }, author)).toEqual(
      failed(400, { errors: { reply: { key: 'needs.referralReply.reply.missing', values: {} } } }),
    )
    expect(await send(reply.action, '/', { helped: 'no', reply: 'Fullt' }, { id }, author)).toMatchObject(toPage(id))
    expect(await listReferrals(id)).toMatchObject([{ helped: false, reply: 'Fullt' }])
    expect(await send(reply.action, '/', { helped: 'yes', reply: '' }, { id }, author)).toEqual(refusal('noReferral'))
    expect(await load(reply.loader, '/', { id }, author)).toMatchObject(toPage(id))
  })

  it('links duplicates by number or address, and unlinks them', async () => {
    const [original, copy] = [await aNeed(), await aNeed()]
    const coordinator = await aCoordinator()
    const { id } = copy
    expect(await send(duplicate.action, '/', { original: '1999-0001' }, { id }, coordinator)).toEqual(
      failed(400, {
        errors: { original: { key: 'needs.duplicate.original.unknown' } },
        typed: { original: '1999-0001' },
      }),
    )
    expect(await send(duplicate.action, '/', { original: copy.registryNumber }, { id }, coordinator)).toEqual(
      refusal('duplicateOfItself'),
    )
    expect(
      await send(
        duplicate.action,
        '/',
        { original: `https://samsyn.example/needs/${original.id}?x=1`, reason: 'Samma' },
        { id },
        coordinator,
      ),
    ).toMatchObject(toPage(id))
    expect((await listDuplicates(anonymous, id)).original).toMatchObject({ id: original.id, reason: 'Samma' })
    expect((await load(unlinking.loader, '/', { id }, coordinator)).body).toMatchObject({ id })
    expect(await send(unlinking.action, '/', {}, { id }, coordinator)).toMatchObject(toPage(id))
    expect(await send(unlinking.action, '/', {}, { id }, coordinator)).toEqual(refusal('notDuplicate'))
  })

  it('is who does these things', async () => {
    const { id, author } = await aNeed()
    for (const route of [referral, duplicate, unlinking]) {
      expect((await load(route.loader, '/', { id }, author)).status).toBe(403)
      expect(
        (await send(route.action, '/', { kind: 'other', answer: 'x', original: 'x' }, { id }, author)).status,
      ).toBe(403)
    }
  })
})
