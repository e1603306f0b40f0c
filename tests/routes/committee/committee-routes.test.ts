import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '../../../app/domain/clock.ts'
import { recordDecision } from '../../../app/domain/committee/decision-commands.server.ts'
import { lockMinutes, recuseFromItem } from '../../../app/domain/committee/meeting-commands.server.ts'
import type { Person } from '../../../app/domain/people/person.ts'
import { db } from '../../../db/client.ts'
import { agendaItems, commitments, decisions, meetings } from '../../../db/schema/committee.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { aCoordinator, anOrganisation, aPerson, aRepresentative, someone } from '../../support/builders.ts'
import { aResource } from '../../support/builders-needs.ts'
import { get } from '../../support/requests.ts'
import { read, send } from '../../support/routes.ts'
import { decisionTypes } from '../../../app/domain/committee/decision.ts'
import { translator } from '../../../app/i18n/translator.server.ts'
import { answer } from '../../support/site.tsx'
import { aDecision, aMeeting, type Held, sure } from '../../domain/committee/committee-builders.ts'

beforeEach(() => setClock(new Date('2026-11-11T10:00:00Z')))
afterEach(() => setClock())

const provision = '18 kap. 8 § OSL'
const nobody = { id: 'nothing', item: 'nothing', number: '2026-99999' }

/** Meeting pages that only the coordinator opens, and what of them can be posted to. */
const runnersPages = [
  'meetings_.$id_.change',
  'meetings_.$id_.calling',
  'meetings_.$id_.opening',
  'meetings_.$id_.attendance',
  'meetings_.$id_.round-places',
  'meetings_.$id_.items_.new',
  'meetings_.$id_.items_.$item_.wording',
  'meetings_.$id_.items_.$item_.withdrawal',
  'meetings_.$id_.items_.$item_.decision',
]
const runnersActions = [
  ...runnersPages,
  'meetings_.$id_.minutes',
  'meetings_.$id_.items_.$item_.position',
  'meetings_.$id_.items_.$item_.removal',
]

async function everyone(held: Held): Promise<Record<string, Person | null>> {
  const organisation = await anOrganisation()
  return {
    nobody: null,
    representative: await aRepresentative(organisation.id),
    assessor: await someone('assessor'),
    member: held.members[1] as Person,
    owner: await aPerson({ roles: [{ role: 'resource_owner', organisationId: organisation.id }] }),
    coordinator: held.coordinator,
  }
}

test.each(['problem', 'round'])('an item about a %s says which: the field is named, not another one', async (kind) => {
  const { coordinator, meetingId } = await aMeeting({ until: 'planned' })
  const fields = { kind, problemId: '', roundId: '', title: '' }
  expect(await send('meetings_.$id_.items_.new', coordinator, { params: { id: meetingId }, fields })).toMatchObject({
    status: 400,
    body: { errors: { [`${kind}Id`]: expect.anything() } },
  })
})

describe('who may open and do what', () => {
  test('only the coordinator runs a meeting', async () => {
    const held = await aMeeting()
    const params = { id: held.meetingId, item: held.itemIds[0] as string }
    const roles = await everyone(held)
    for (const name of runnersPages)
      for (const [role, person] of Object.entries(roles)) {
        const hidden = role === 'representative' || role === 'assessor'
        const expected = role === 'nobody' ? 302 : hidden ? 404 : role === 'coordinator' ? 200 : 403
        expect([name, role, (await read(name, person, { params })).status]).toEqual([name, role, expected])
      }
    for (const name of runnersActions)
      for (const [role, person] of Object.entries(roles)) {
        if (role === 'coordinator') continue
        expect([name, role, (await send(name, person, { params })).status]).toEqual([
          name,
          role,
          role === 'nobody' ? 401 : 403,
        ])
      }
  })
  test('a meeting under way, its items and its pack are for those who take part', async () => {
    const held = await aMeeting()
    const params = { id: held.meetingId, item: held.itemIds[0] as string }
    const roles = await everyone(held)
    const inside = ['member', 'owner', 'coordinator']
    for (const [role, person] of Object.entries(roles)) {
      const open = inside.includes(role)
      expect([role, (await read('meetings_.$id', person, { params })).status]).toEqual([role, open ? 200 : 404])
      expect([role, (await read('meetings_.$id_.items_.$item', person, { params })).status]).toEqual([
        role,
        open ? 200 : 404,
      ])
      expect([role, (await read('meetings_.$id_.pack', person, { params })).status]).toEqual([
        role,
        open ? 200 : role === 'nobody' ? 302 : 404,
      ])
      expect([role, (await read('meetings_.$id_.minutes', person, { params })).status]).toEqual([
        role,
        role === 'coordinator' ? 200 : 404,
      ])
      expect([role, (await read('meetings_.new', person)).status]).toEqual([
        role,
        role === 'coordinator' ? 200 : role === 'nobody' ? 302 : 403,
      ])
    }
  })
  test('when the minutes are locked everyone reads them, and the pack stays where it was', async () => {
    const held = await aMeeting({ items: [{ kind: 'report', title: 'Läget' }] })
    await lockMinutes(held.coordinator, held.meetingId, { approverId: sure(held.members[1]).id })
    const params = { id: held.meetingId, item: held.itemIds[0] as string }
    const roles = await everyone(held)
    for (const [role, person] of Object.entries(roles)) {
      for (const name of [
        'meetings_.$id',
        'meetings_.$id_.minutes',
        'meetings_.$id_.items_.$item',
        'meetings_.$id_.print[.]css',
      ])
        expect([role, name, (await read(name, person, { params })).status]).toEqual([role, name, 200])
      const pack = (await read('meetings_.$id_.pack', person, { params })).status
      expect([role, pack]).toEqual([
        role,
        role === 'nobody' ? 302 : ['member', 'owner', 'coordinator'].includes(role) ? 200 : 403,
      ])
    }
  })
  test('what does not exist is not found', async () => {
    const coordinator = await aCoordinator()
    for (const name of [
      ...runnersPages,
      'meetings_.$id',
      'meetings_.$id_.pack',
      'meetings_.$id_.minutes',
      'meetings_.$id_.items_.$item',
      'meetings_.$id_.items_.$item_.recusal',
      'meetings_.$id_.print[.]css',
      'decisions_.$number',
      'decisions_.$number_.commitments',
      'decisions_.$number_.print[.]css',
    ])
      expect([name, (await read(name, coordinator, { params: nobody })).status]).toEqual([name, 404])
    for (const name of [
      'meetings_.$id_.items_.$item_.position',
      'meetings_.$id_.items_.$item_.removal',
      'meetings_.$id_.items_.$item_.recusal-withdrawal',
      'decisions_.$number_.commitment-withdrawal',
    ])
      expect([name, (await read(name, coordinator, { params: nobody })).status]).toEqual([name, 404])
    expect((await send('meetings_.$id_.calling', coordinator, { params: nobody })).status).toBe(404)
    expect((await send('meetings_.$id_.items_.$item_.removal', coordinator, { params: nobody })).status).toBe(404)
  })
})

describe('planning a meeting', () => {
  const fields = {
    body: 'committee',
    title: 'Möte i december',
    day: '2026-12-09',
    time: '09.30',
    place: 'Sundsvall',
    quorum: '4',
  }
  test('leads to its agenda, in Swedish time', async () => {
    const answer = await send('meetings_.new', await aCoordinator(), { fields })
    expect(answer.status).toBe(302)
    const [meeting] = await db
      .select()
      .from(meetings)
      .where(eq(meetings.id, answer.location?.split('/').pop() ?? ''))
    expect(meeting).toMatchObject({ title: 'Möte i december', quorum: 4, startsAt: new Date('2026-12-09T08:30:00Z') })
  })
  test('on a day that has been comes back with what was typed', async () => {
    const typed = { ...fields, day: '2026-11-10' }
    expect(await send('meetings_.new', await aCoordinator(), { fields: typed })).toMatchObject({
      status: 409,
      body: { errors: { day: { key: 'refusals.meetingInThePast', values: { date: '2026-11-10' } } }, typed },
    })
  })
  test.each([
    ['title', ''],
    ['title', 'x'.repeat(201)],
    ['day', '2026-02-30'],
    ['day', '9 december'],
    ['time', '25.00'],
    ['time', 'nio'],
    ['quorum', '0'],
    ['quorum', 'fyra'],
    ['body', 'board'],
    ['place', 'x'.repeat(201)],
  ])('%s as "%s" comes back with what was typed', async (name, value) => {
    const answer = await send('meetings_.new', await aCoordinator(), { fields: { ...fields, [name]: value } })
    expect(answer).toMatchObject({
      status: 400,
      body: {
        errors: { [name]: { key: expect.stringMatching(/^(committee|common)\./) } },
        typed: { title: name === 'title' ? value : 'Möte i december' },
      },
    })
  })
  test('a stale change is refused and keeps what was typed', async () => {
    const held = await aMeeting({ until: 'planned' })
    const change = { ...fields, version: '7' }
    expect(
      await send('meetings_.$id_.change', held.coordinator, { params: { id: held.meetingId }, fields: change }),
    ).toMatchObject({ status: 409, body: { message: { key: 'refusals.stale' }, typed: { title: 'Möte i december' } } })
    expect(
      (
        await send('meetings_.$id_.change', held.coordinator, {
          params: { id: held.meetingId },
          fields: { ...fields, version: '1' },
        })
      ).status,
    ).toBe(302)
  })
})

describe('a meeting from agenda to minutes, by forms alone', () => {
  test('', async () => {
    const { coordinator, members, meetingId } = await aMeeting({ until: 'planned', items: [] })
    const [member] = members as [Person]
    const params = { id: meetingId }
    const to = (name: string, fields: Record<string, string | string[]> = {}, item = '') =>
      send(`meetings_.$id_.${name}`, coordinator, { params: { ...params, item }, fields })
    expect(await to('calling')).toMatchObject({ status: 409, body: { message: { key: 'refusals.agendaEmpty' } } })
    for (const title of ['Ett', 'Två']) expect((await to('items_.new', { kind: 'other', title })).status).toBe(302)
    expect(await to('items_.new', { kind: 'other', title: '' })).toMatchObject({
      status: 409,
      body: { message: { key: 'refusals.itemTitleMissing' } },
    })
    expect((await to('items_.new', { kind: 'nonsense' })).status).toBe(400)
    expect(await to('round-places', { roundId: 'nothing', places: '3' })).toMatchObject({ status: 404 })
    expect(await to('round-places', { roundId: '', places: 'x' })).toMatchObject({ status: 400 })
    const items = await db
      .select()
      .from(agendaItems)
      .where(eq(agendaItems.meetingId, meetingId))
      .orderBy(agendaItems.position)
    const [one, two] = items.map((item) => item.id) as [string, string]
    expect((await to('items_.$item_.position', { direction: 'up' }, two)).location).toBe(`/meetings/${meetingId}`)
    expect((await to('items_.$item_.position', { direction: 'sideways' }, two)).status).toBe(400)
    const wording = { title: 'Ett, ändrat', proposal: 'att göra det', version: '1' }
    expect((await to('items_.$item_.wording', wording, one)).status).toBe(302)
    expect(await to('items_.$item_.wording', { ...wording, title: 'Ett, mitt' }, one)).toMatchObject({
      status: 409,
      body: { message: { key: 'refusals.stale' }, typed: { title: 'Ett, mitt' } },
    })
    expect((await to('items_.$item_.wording', { title: '', version: '2' }, one)).status).toBe(400)
    expect(((await read('meetings_.$id_.calling', coordinator, { params })).body as { left: unknown[] }).left).toEqual(
      [],
    )
    expect((await to('calling')).status).toBe(302)
    expect((await to('items_.$item_.removal', {}, one)).status).toBe(409)
    expect((await read('meetings_.$id_.pack', member, { params })).body).toMatchObject({
      pack: { intact: true, items: [{ title: 'Två' }, { title: 'Ett, ändrat' }] },
    })
    expect((await to('opening')).location).toBe(`/meetings/${meetingId}/attendance`)
    expect((await to('attendance', { present: members.map((one) => one.id) })).status).toBe(302)
    expect((await to('attendance', { present: ['guest'] })).status).toBe(409)
    expect(
      (
        await send('meetings_.$id_.items_.$item_.recusal', sure(members[3]), {
          params: { ...params, item: one },
          fields: { reason: 'Part.' },
        })
      ).status,
    ).toBe(302)
    expect(
      (
        await send('meetings_.$id_.items_.$item_.recusal', sure(members[2]), {
          params: { ...params, item: one },
          fields: { reason: '' },
        })
      ).status,
    ).toBe(400)
    expect(
      (
        await send('meetings_.$id_.items_.$item_.recusal-withdrawal', sure(members[3]), {
          params: { ...params, item: one },
          fields: { personId: sure(members[3]).id },
        })
      ).status,
    ).toBe(302)
    // What is left to do is done from the agenda: the minutes lead there.
    const early = await (await answer(await get(`/meetings/${meetingId}/minutes`, coordinator))).text()
    expect(early).toMatch(new RegExp(`href="/meetings/${meetingId}"[^>]*>Tillbaka till dagordningen`))
    const decision = {
      type: 'other',
      title: 'Beslut',
      text: 'att göra',
      reasons: 'Därför.',
      chairId: member.id,
      votesFor: '4',
      votesAgainst: '1',
      'needed-law': '1,5',
      neededSek: '200 000',
      [`dissent-${sure(members[1]).id}`]: 'Nej.',
    }
    const recorded = await to('items_.$item_.decision', decision, one)
    expect(recorded).toMatchObject({ status: 302, location: expect.stringMatching(/^\/decisions\/2026-\d{4}$/) })
    expect(await to('items_.$item_.decision', decision, one)).toMatchObject({
      status: 409,
      body: { message: { key: 'refusals.itemDecided' }, typed: { reasons: 'Därför.' } },
    })
    const decided = await (await answer(await get(`/meetings/${meetingId}/items/${one}/decision`, coordinator))).text()
    expect(decided).toContain(recorded.location)
    expect(decided).not.toContain('name="reasons"')
    expect((await to('items_.$item_.withdrawal', { reason: 'Hann inte.' }, two)).status).toBe(302)
    expect((await to('items_.$item_.withdrawal', { reason: ' ' }, two)).status).toBe(400)
    expect((await read('meetings_.$id_.minutes', coordinator, { params })).body).toMatchObject({
      locked: null,
      draft: {
        left: [],
        minutes: {
          items: [{ withdrawn: 'Hann inte.' }, { decision: { votes: { for: 4, against: 1, abstained: 0 } } }],
        },
      },
    })
    expect((await to('minutes', { approverId: '' })).status).toBe(400)
    expect((await to('minutes', { approverId: member.id })).status).toBe(409)
    expect((await to('minutes', { approverId: sure(members[1]).id })).location).toBe(`/meetings/${meetingId}/minutes`)
    expect((await read('meetings_.$id_.minutes', null, { params, search: '?check=1' })).body).toMatchObject({
      draft: null,
      verified: { intact: true },
      locked: { approver: { name: 'Karin Öberg' } },
    })
    const number = recorded.location?.split('/').pop() ?? ''
    const [row] = await db.select().from(decisions).where(eq(decisions.registryNumber, number))
    expect(row).toMatchObject({
      neededMonths: 1.5,
      neededSek: 200_000,
      neededCompetences: [{ competence: 'law', personMonths: 1.5 }],
      dissents: [{ name: 'Karin Öberg', text: 'Nej.' }],
    })
  })
})

describe('the minutes', () => {
  test('name who is to approve them, and who locked them, and claim no more', async () => {
    const { coordinator, members, meetingId } = await aMeeting({ items: [{ kind: 'report', title: 'Läget' }] })
    await lockMinutes(coordinator, meetingId, { approverId: sure(members[1]).id })
    const page = await (await answer(await get(`/meetings/${meetingId}/minutes`, null))).text()
    expect(page).toContain(
      `Justeras av Anders Wiklund, ordförande, och Karin Öberg. Protokollet låstes av ${coordinator.name} den 11 november 2026.`,
    )
    expect(page).not.toContain('Justerat')
  })
})

describe('an item whose chair is recused', () => {
  test('is led by another, who is chosen and named in the decision and in the minutes', async () => {
    const { coordinator, members, meetingId, itemIds } = await aMeeting({ present: 4 })
    const [anders, karin] = [sure(members[0]), sure(members[1])]
    await recuseFromItem(anders, sure(itemIds[0]), { reason: 'Part i saken.' })
    const address = `/meetings/${meetingId}/items/${itemIds[0]}/decision`
    const form = await (await answer(await get(address, coordinator))).text()
    const select = sure(/<select[^>]*name="chairId"[\s\S]*?<\/select>/.exec(form))[0]
    expect(select).toMatch(/<select[^>]*><option value=""/)
    expect(select).not.toContain(anders.id)
    expect(form).toContain('Mötets ordförande deltar inte i ärendet.')
    const fields = { type: 'other', title: 'B', text: 'att göra', reasons: 'Därför.' }
    const params = { id: meetingId, item: sure(itemIds[0]) }
    expect(
      await send('meetings_.$id_.items_.$item_.decision', coordinator, { params, fields: { ...fields, chairId: '' } }),
    ).toMatchObject({ status: 409, body: { errors: { chairId: { key: 'refusals.chairCannotPreside' } } } })
    const { location } = await send('meetings_.$id_.items_.$item_.decision', coordinator, {
      params,
      fields: { ...fields, chairId: karin.id, votesFor: '3' },
    })
    await lockMinutes(coordinator, meetingId, { approverId: karin.id })
    const decision = await (await answer(await get(sure(location), null))).text()
    expect(decision).toContain('Ja, 3 ledamöter utan de jäviga')
    expect(decision).toMatch(/Karin Öberg<span[^>]*>[^<]*(<!-- -->)?, ledde beslutet/)
    const minutes = await (await answer(await get(`/meetings/${meetingId}/minutes`, null))).text()
    expect(minutes).toContain('Karin Öberg ledde ärendet.')
    // What applies from when, and how many decided it, stands in the minutes too.
    expect(minutes).toMatch(/<dt>Gäller från<\/dt><dd>\d+ \p{L}+ \d{4}<\/dd>/u)
    expect(minutes).toContain('Ja, 3 ledamöter')
  })
  test('says before the decision that somebody else is to lead it', async () => {
    const { coordinator, members, meetingId, itemIds } = await aMeeting()
    const path = `/meetings/${meetingId}/items/${itemIds[0]}`
    const page = async () => (await answer(await get(path, coordinator))).text()
    const sentence = 'Mötets ordförande deltar inte i ärendet.'
    expect(await page()).not.toContain(sentence)
    await recuseFromItem(sure(members[0]), sure(itemIds[0]), { reason: 'Part i saken.' })
    expect(await page()).toContain(sentence)
  })
  test('needs its quorum without the chair, and offers no decision before', async () => {
    const { coordinator, members, meetingId, itemIds } = await aMeeting({ present: 3 })
    const page = async (path = '') =>
      (await answer(await get(`/meetings/${meetingId}/items/${itemIds[0]}${path}`, coordinator))).text()
    expect(await page()).toContain('>Skriv in beslutet<')
    await recuseFromItem(sure(members[0]), sure(itemIds[0]), { reason: 'Part i saken.' })
    expect(await page()).not.toContain('>Skriv in beslutet<')
    expect(await page()).toContain('Inte beslutsfört. 2 av 5 ledamöter deltar, och det krävs 3.')
    // What to do about it, and where.
    expect(await page()).toContain('Ärendet kan inte beslutas så här.')
    expect(await page()).toContain(`href="/meetings/${meetingId}/attendance"`)
    expect(await page('/decision')).not.toContain('name="reasons"')
  })
})

test.each(decisionTypes)(
  'a decision of the type %s is recorded, read by everyone and found in the register',
  async (type) => {
    const { coordinator, members, meetingId, itemIds } = await aMeeting()
    const { location } = await send('meetings_.$id_.items_.$item_.decision', coordinator, {
      params: { id: meetingId, item: sure(itemIds[0]) },
      fields: {
        type,
        title: `Beslut av slaget ${type}`,
        text: 'att göra',
        reasons: 'Därför.',
        chairId: sure(members[0]).id,
        ...(type === 'park' && { wakeOn: '2027-03-01' }),
        ...(type === 'existing_resource' && { resourceId: (await aResource()).id }),
      },
    })
    const named = translator('sv')(`committee.types.${type}`)
    const page = await (await answer(await get(sure(location), null))).text()
    expect(page).toContain(`Beslut av slaget ${type}`)
    expect(page).toContain(named)
    const register = await (await answer(await get(`/decisions?type=${type}`, null))).text()
    expect(register).toContain(`href="${location}"`)
    const file = await (await answer(await get(`/decisions.csv?type=${type}`, null))).text()
    expect(file).toContain(`Beslut av slaget ${type}`)
  },
)

describe('what the state refuses is not offered', () => {
  test('recusal in the pack: to members and whoever runs the meeting, until the minutes are locked', async () => {
    const { coordinator, members, meetingId, itemIds } = await aMeeting({ items: [{ kind: 'report', title: 'Läget' }] })
    const organisation = await anOrganisation()
    const owner = await aPerson({ roles: [{ role: 'resource_owner', organisationId: organisation.id }] })
    const offered = async (who: Person) =>
      (await (await answer(await get(`/meetings/${meetingId}/pack`, who))).text()).includes(`${itemIds[0]}/recusal"`)
    expect([await offered(sure(members[1])), await offered(coordinator), await offered(owner)]).toEqual([
      true,
      true,
      false,
    ])
    // A report has no frozen thing behind it, and so no heading for one.
    const page = await (await answer(await get(`/meetings/${meetingId}/items/${itemIds[0]}`, coordinator))).text()
    expect(page).not.toContain('>Underlag<')
    await lockMinutes(coordinator, meetingId, { approverId: sure(members[1]).id })
    expect([await offered(sure(members[1])), await offered(coordinator)]).toEqual([false, false])
  })
})

describe('a secret item', () => {
  const secret = { kind: 'report', title: 'Läget', secret: 'yes', secrecyProvision: ' ' }
  test('needs its provision, and what was typed is kept', async () => {
    const { coordinator, meetingId, itemIds } = await aMeeting({ until: 'planned' })
    const sent = [
      await send('meetings_.$id_.items_.new', coordinator, { params: { id: meetingId }, fields: secret }),
      await send('meetings_.$id_.items_.$item_.wording', coordinator, {
        params: { id: meetingId, item: sure(itemIds[0]) },
        fields: { ...secret, version: '1' },
      }),
    ]
    for (const one of sent)
      expect(one).toMatchObject({
        status: 400,
        body: { errors: { secrecyProvision: { key: 'committee.errors.provision' } }, typed: { title: 'Läget' } },
      })
  })
  test('that is older and has none is called secret and no more', async () => {
    const { coordinator, members, meetingId, itemIds } = await aMeeting({ items: [{ kind: 'report', title: 'Läget' }] })
    await db
      .update(agendaItems)
      .set({ secret: true })
      .where(eq(agendaItems.id, sure(itemIds[0])))
    await lockMinutes(coordinator, meetingId, { approverId: sure(members[1]).id })
    for (const path of [`/meetings/${meetingId}`, `/meetings/${meetingId}/minutes`]) {
      const page = await (await answer(await get(path, null))).text()
      expect(page).toContain('Ärendet är sekretessbelagt.')
      expect(page).not.toContain('enligt .')
    }
  })
})

describe('the decision form', () => {
  const fields = { type: 'thematic_group', title: 'Grupp', text: 'att bilda', reasons: 'Behovet delas.' }
  test('votes that are not those of all who take part are refused with both numbers, and what was typed is kept', async () => {
    const { coordinator, meetingId, itemIds } = await aMeeting({ present: 4 })
    const typed = { ...fields, votesFor: '2', votesAgainst: '1' }
    const answer = await send('meetings_.$id_.items_.$item_.decision', coordinator, {
      params: { id: meetingId, item: sure(itemIds[0]) },
      fields: typed,
    })
    expect(answer).toMatchObject({
      status: 409,
      body: { errors: { votesFor: { key: 'refusals.votesDoNotAddUp', values: { cast: 3, count: 4 } } }, typed },
    })
    expect(translator('sv')('refusals.votesDoNotAddUp', { cast: 3, count: 4 })).toMatch(/^4 ledamöter .* blir 3 /)
  })
  test.each([
    [{ type: '' }, 'type'],
    [{ title: ' ' }, 'title'],
    [{ text: '' }, 'text'],
    [{ reasons: '' }, 'reasons'],
    [{ reasons: 'x'.repeat(20_001) }, 'reasons'],
    [{ type: 'park' }, 'wakeOn'],
    [{ type: 'existing_resource' }, 'resourceId'],
    [{ effectiveOn: '2026-13-01' }, 'effectiveOn'],
    [{ votesFor: '1,5' }, 'votesFor'],
    [{ votesFor: '-1' }, 'votesFor'],
    [{ 'needed-law': '1,55' }, 'needed.law'],
    [{ neededSek: 'mycket' }, 'neededSek'],
    [{ secret: 'yes' }, 'secrecyProvision'],
    [{ secretPassages: 'bilda' }, 'secrecyProvision'],
  ])('%o is sent back', async (change, field) => {
    const { coordinator, meetingId, itemIds } = await aMeeting()
    const answer = await send('meetings_.$id_.items_.$item_.decision', coordinator, {
      params: { id: meetingId, item: sure(itemIds[0]) },
      fields: { ...fields, ...(change as Record<string, string>) },
    })
    expect(answer).toMatchObject({ status: 400, body: { typed: expect.objectContaining(change) } })
    expect((answer.body as { errors: Record<string, unknown> }).errors).toHaveProperty([field])
  })
  test('a rule that refuses keeps all that was typed', async () => {
    const { coordinator, members, meetingId, itemIds } = await aMeeting()
    for (const member of members.slice(0, 3)) await recuseFromItem(member, sure(itemIds[0]), { reason: 'Part.' })
    const answer = await send('meetings_.$id_.items_.$item_.decision', coordinator, {
      params: { id: meetingId, item: sure(itemIds[0]) },
      fields,
    })
    expect(answer).toMatchObject({
      status: 409,
      body: { message: { key: 'refusals.noQuorum', values: { taking: 2, required: 3 } }, typed: fields },
    })
  })
})

describe('decisions in public', () => {
  async function masked() {
    const held = await aMeeting()
    const { registryNumber, id } = await recordDecision(
      held.coordinator,
      sure(held.itemIds[0]),
      aDecision({
        type: 'eu_project',
        text: 'att avtala med Nordljus AB',
        reasons: '=Nordljus AB är bäst',
        secretPassages: ['Nordljus AB'],
        secrecyProvision: provision,
        neededMonths: 3,
      }),
    )
    return { ...held, registryNumber, id }
  }
  test('the record and its list are for everyone, without the secret words', async () => {
    const { members, registryNumber } = await masked()
    const page = await read('decisions_.$number', null, { params: { number: registryNumber }, search: '?check=1' })
    expect(page).toMatchObject({
      status: 200,
      body: { verified: { intact: true }, following: null, decision: { masked: true, provision } },
    })
    const list = await read('decisions', null, { search: '?type=eu_project&year=2026' })
    const csv = await read('decisions[.]csv', null, { search: '?type=eu_project' })
    expect(csv.body).toContain(registryNumber)
    // A cell that a spreadsheet would run is defused.
    expect(csv.body).toContain("'=█████ är bäst")
    expect(JSON.stringify([page.body, list.body, csv.body])).not.toMatch(/nordljus/i)
    expect(
      JSON.stringify((await read('decisions_.$number', sure(members[0]), { params: { number: registryNumber } })).body),
    ).toContain('Nordljus AB')
  })
  test('strange filters and pages are no error', async () => {
    for (const search of [
      '?type=%27%3B--',
      '?year=20%25',
      '?page=0',
      '?page=-3',
      '?page=9999',
      '?area=x&area=y',
      `?type=${'x'.repeat(5000)}`,
    ])
      expect((await read('decisions', null, { search })).status).toBe(200)
  })
  test('the print style carries the number and cannot be broken out of', async () => {
    const { registryNumber } = await masked()
    process.env.SAMSYN_AUTHORITY_NAME = 'A"}</style>\\B'
    const { body } = await read('decisions_.$number_.print[.]css', null, { params: { number: registryNumber } })
    delete process.env.SAMSYN_AUTHORITY_NAME
    expect(body).toContain(`Dnr ${registryNumber}`)
    expect(body).not.toContain('</style>')
    expect(body).toContain('"A\\22 }\\3c /style>\\5c B"')
  })
  test('resource owners commit for their own organisation, and take it back', async () => {
    const { registryNumber, id, members } = await masked()
    const organisation = await anOrganisation()
    const other = await anOrganisation()
    const owner = await aPerson({ roles: [{ role: 'resource_owner', organisationId: organisation.id }] })
    const params = { number: registryNumber }
    const commit = (person: Person | null, fields: Record<string, string>) =>
      send('decisions_.$number_.commitments', person, { params, fields })
    expect((await read('decisions_.$number_.commitments', owner, { params })).body).toMatchObject({
      closed: null,
      organisations: [{ id: organisation.id }],
    })
    const ended = await anOrganisation()
    await db.update(organisations).set({ endedOn: '2026-01-01' }).where(eq(organisations.id, ended.id))
    const offered = JSON.stringify(
      (await read('decisions_.$number_.commitments', await aCoordinator(), { params })).body,
    )
    expect([offered.includes(other.id), offered.includes(ended.id)]).toEqual([true, false])
    expect((await read('decisions_.$number_.commitments', sure(members[0]), { params })).status).toBe(403)
    expect((await read('decisions_.$number_.commitments', null, { params })).status).toBe(302)
    expect((await commit(sure(members[0]), { organisationId: organisation.id, personMonths: '1' })).status).toBe(403)
    expect((await commit(owner, { organisationId: other.id, personMonths: '1' })).status).toBe(403)
    expect((await commit(owner, { organisationId: '', personMonths: '1' })).status).toBe(400)
    expect((await commit(owner, { organisationId: organisation.id, personMonths: 'två' })).status).toBe(400)
    expect(await commit(owner, { organisationId: organisation.id })).toMatchObject({
      status: 409,
      body: { message: { key: 'refusals.commitmentEmpty' } },
    })
    expect(
      (await commit(owner, { organisationId: organisation.id, personMonths: '2,5', competence: 'law' })).status,
    ).toBe(302)
    const [made] = await db.select().from(commitments).where(eq(commitments.decisionId, id))
    const withdrawal = { commitmentId: sure(made).id, reason: 'Ändrade planer.' }
    expect(
      (await send('decisions_.$number_.commitment-withdrawal', sure(members[0]), { params, fields: withdrawal }))
        .status,
    ).toBe(403)
    expect(
      (
        await send('decisions_.$number_.commitment-withdrawal', owner, {
          params,
          fields: { ...withdrawal, reason: '' },
        })
      ).status,
    ).toBe(400)
    expect(
      (await send('decisions_.$number_.commitment-withdrawal', owner, { params, fields: withdrawal })).status,
    ).toBe(302)
  })
})

test('the lists of meetings are for everyone, and show only what they may', async () => {
  const held = await aMeeting({ until: 'called' })
  for (const [role, person] of Object.entries(await everyone(held))) {
    const { status, body } = await read('meetings', person)
    const inside = ['member', 'owner', 'coordinator'].includes(role)
    expect([role, status]).toEqual([role, 200])
    expect([role, (body as { coming: unknown[] }).coming.length > 0]).toEqual([role, inside])
    expect([role, (body as { next: unknown }).next !== null]).toEqual([
      role,
      role === 'member' || role === 'coordinator',
    ])
  }
})
