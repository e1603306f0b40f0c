import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import * as csv from '../../../app/routes/problems_.$number_.demand[.]csv.tsx'
import * as addition from '../../../app/routes/problems_.$number_.addition.tsx'
import * as declining from '../../../app/routes/problems_.$number_.declining.tsx'
import * as endorsement from '../../../app/routes/problems_.$number_.endorsement.tsx'
import * as retraction from '../../../app/routes/problems_.$number_.endorsement_.removal.tsx'
import * as ledger from '../../../app/routes/problems_.$number_.ledger.tsx'
import * as merge from '../../../app/routes/problems_.$number_.merge.tsx'
import * as move from '../../../app/routes/problems_.$number_.move.tsx'
import * as name from '../../../app/routes/problems_.$number_.name.tsx'
import * as opening from '../../../app/routes/problems_.$number_.opening.tsx'
import * as parking from '../../../app/routes/problems_.$number_.parking.tsx'
import * as question from '../../../app/routes/problems_.$number_.question.tsx'
import * as removal from '../../../app/routes/problems_.$number_.removal.tsx'
import * as resource from '../../../app/routes/problems_.$number_.resource.tsx'
import * as unlinking from '../../../app/routes/problems_.$number_.resource_.removal.tsx'
import * as split from '../../../app/routes/problems_.$number_.split.tsx'
import * as unmerge from '../../../app/routes/problems_.$number_.unmerge.tsx'
import * as waking from '../../../app/routes/problems_.$number_.waking.tsx'
import * as page from '../../../app/routes/problems_.$number.tsx'
import * as printed from '../../../app/routes/problems_.$number_.print[.]css.tsx'
import * as creation from '../../../app/routes/problems_.new.tsx'
import * as list from '../../../app/routes/problems.tsx'
import { calendarDate } from '../../../app/domain/clock.ts'
import { anonymous, type Person } from '../../../app/domain/people/person.ts'
import { listLedger } from '../../../app/domain/problems/ledger-queries.server.ts'
import { renameProblem } from '../../../app/domain/problems/problem-commands.server.ts'
import { findProblem } from '../../../app/domain/problems/problem-queries.server.ts'
import { closeSimilarity, similarityFilled } from '../../../app/domain/problems/similarity-index.server.ts'
import { aCoordinator, anOrganisation, aRepresentative } from '../../support/builders.ts'
import { aResource } from '../../support/builders-needs.ts'
import { aProblem, aSubmittedNeed } from '../../domain/problems/problem-builders.ts'
import { get } from '../../support/requests.ts'
import { answer } from '../../support/site.tsx'
import { failed, load, send } from '../needs/support.ts'

let coordinator: Person
let representative: Person
let organisationId: string
beforeAll(async () => {
  coordinator = await aCoordinator()
  organisationId = (await anOrganisation({ name: 'Norrvalla kommun' })).id
  representative = await aRepresentative(organisationId)
  // A machine that runs everything at once answers slowly, and still has to answer.
  process.env.SAMSYN_SIMILARITY_TIMEOUT = '60000'
  await similarityFilled()
})
afterAll(closeSimilarity)

const at = (number: number) => ({ number: String(number) })
const toPage = (number: number) => ({ status: 302, location: `/problems/${number}` })
const refusal = (code: string) => failed(409, { message: expect.objectContaining({ key: `refusals.${code}` }) })
const now = (number: number) => findProblem(coordinator, number)

describe('the list', () => {
  it('filters by address, and shows proposals to coordinators alone', async () => {
    const open = await aProblem({ title: 'Dela geodata', needArea: 'access' })
    const hidden = await aProblem({ title: 'Dela geodata i smyg', status: 'proposed' })
    const seen = async (path: string, person: Person | null = null) =>
      ((await load(list.loader, path, {}, person)).body as { rows: { number: number }[] }).rows.map((row) => row.number)
    expect(await seen('/problems?q=geodata')).toEqual([open.number])
    expect(await seen('/problems?q=geodata', coordinator)).toEqual(expect.arrayContaining([open.number, hidden.number]))
    expect(await seen('/problems?q=geodata&area=access&status=open&kind=municipality')).toEqual([open.number])
    expect(await seen('/problems?q=geodata&area=identity')).toEqual([])
    expect(await seen('/problems?status=nonsense&page=-3')).toContain(open.number)
    expect(await seen('/problems?page=9999')).toEqual([])
  })
})

test('the printed page says whose it is, its number on every sheet and how much of it is there', async () => {
  const needIds = []
  for (let at = 0; at < 11; at++) needIds.push((await aSubmittedNeed()).id)
  const { number } = await aProblem({ needIds })
  expect((await load(printed.loader, '/', at(number))).body).toContain(`"Problem ${number}"`)
  const html = await (await answer(await get(`/problems/${number}`, coordinator))).text()
  expect(html).toContain(`/problems/${number}/print.css`)
  expect(html).toMatch(/print-head.*Myndigheten för digital förvaltning.*Läget/)
  expect(html).toContain('10 av 11 står här. Alla finns på problemets sida.')
})

const noNeeds = { key: 'refusals.noNeedsChosen', values: { min: 1 } }
const noProblem = { key: 'common.form.choose', values: { min: 1 } }
test.each([
  ['addition', addition, { need: noNeeds }],
  ['removal', removal, { need: noNeeds }],
  ['move', move, { need: noNeeds, to: noProblem }],
  ['merge', merge, { absorbed: noProblem }],
  ['split', split, { need: noNeeds, title: { key: 'common.form.required', values: {} } }],
])('the act of %s sent empty says all that is missing, in the order of its page', async (act, route, errors) => {
  const { number } = await aProblem()
  const sent = await send(route.action, '/', { to: '', absorbed: '', title: '' }, at(number), coordinator)
  expect(sent).toMatchObject({ status: 400, body: { errors } })
  const given = Object.keys((sent.body as { errors: object }).errors)
  expect(given).toEqual(Object.keys(errors))
  const html = await (await answer(await get(`/problems/${number}/${act}`, coordinator))).text()
  const places = given.map((name) => html.search(new RegExp(`name="${name}"`)))
  if (act !== 'addition') expect(places.every((place) => place > 0)).toBe(true)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

describe('the page', () => {
  it('is there for everyone, and the workbench for coordinators', async () => {
    const { number } = await aProblem()
    expect(await load(page.loader, '/', at(number))).toMatchObject({
      status: 200,
      body: { builds: false, following: null, needTotal: 2, demand: { total: 2 }, suggestions: [] },
    })
    expect(await load(page.loader, '/', at(number), coordinator)).toMatchObject({
      status: 200,
      body: { builds: true, following: false },
    })
    expect(await load(page.loader, '/', at(number), representative)).toMatchObject({
      body: { builds: false, answersFor: true },
    })
  })
  it.each(['999999', '0', '-1', '1.5', 'x', '9e99'])('says that problem %s does not exist', async (number) => {
    expect((await load(page.loader, '/', { number })).status).toBe(404)
    expect((await load(ledger.loader, '/', { number })).status).toBe(404)
    expect((await load(csv.loader, '/', { number })).status).toBe(404)
  })
  it('says the same of one that is only proposed', async () => {
    const { number } = await aProblem({ status: 'proposed' })
    for (const route of [page, ledger, csv])
      expect((await load(route.loader, '/', at(number), representative)).status).toBe(404)
    expect((await load(page.loader, '/', at(number), coordinator)).status).toBe(200)
  })
  it('names no need that the viewer may not see', async () => {
    const { number } = await aProblem({
      needIds: [(await aSubmittedNeed({ confidentiality: 2, title: 'Kanariefågel' })).id, (await aSubmittedNeed()).id],
    })
    for (const route of [page, ledger])
      expect(JSON.stringify((await load(route.loader, '/?needs=all', at(number))).body)).not.toContain('Kanariefågel')
    expect(JSON.stringify((await load(page.loader, '/', at(number), coordinator)).body)).toContain('Kanariefågel')
  })
  it('as of a day leads to the ledger, which shows the problem as it was', async () => {
    const { number } = await aProblem()
    expect(await load(page.loader, '/?asof=2026-08-28', at(number))).toMatchObject({
      status: 302,
      location: `/problems/${number}/ledger?asof=2026-08-28`,
    })
    expect((await load(ledger.loader, '/?asof=2020-01-01', at(number))).body).toMatchObject({ past: null, rows: [] })
    const today = calendarDate(new Date())
    expect((await load(ledger.loader, `/?asof=${today}`, at(number))).body).toMatchObject({
      past: { demand: { needCount: 2 } },
    })
    // Of the future nothing is known.
    expect((await load(ledger.loader, '/?asof=2099-01-01', at(number))).body).toMatchObject({ past: null })
    expect((await load(ledger.loader, '/?asof=<script>', at(number))).body).toMatchObject({
      past: null,
      rows: [{ entry: 'created' }],
    })
  })
  it('gives demand as a file in which nothing is a formula', async () => {
    const evil = await anOrganisation({ name: '=HYPERLINK("x")', kind: 'region' })
    const { number } = await aProblem({ needIds: [(await aSubmittedNeed({ organisationId: evil.id })).id] })
    const { body } = await load(csv.loader, '/', at(number))
    expect(body).toContain(`"'=HYPERLINK(""x"")"`)
    expect(body).toContain('Delar behovet')
  })
})

describe('the text of a problem', () => {
  it('can be taken back: the ledger leads to the form with the text that stood before', async () => {
    const { id, number, actor } = await aProblem({ title: 'Det gamla namnet' })
    await renameProblem(actor, id, { title: 'Det nya namnet', description: 'Nytt' }, '')
    const [row] = await listLedger(actor, id)
    expect(row).toMatchObject({ entry: 'renamed', restorable: true })
    const offered = await load(name.loader, `/?from=${row?.id}`, at(number), actor)
    const both = { start: { title: 'Det gamla namnet' }, problem: { title: 'Det nya namnet' } }
    expect(offered.body).toMatchObject({ ...both, back: true })
    const other = await load(name.loader, '/?from=nothing', at(number), actor)
    expect(other.body).toMatchObject({ start: { title: 'Det nya namnet' }, back: false })
    expect(await listLedger(anonymous, id)).toMatchObject([{ restorable: false }, {}])
  })
})

describe('every step', () => {
  const steps = {
    addition,
    removal,
    move,
    merge,
    unmerge,
    split,
    name,
    parking,
    waking,
    declining,
    opening,
    question,
    resource,
    unlinking,
  }
  it.each(Object.entries(steps))('%s: is for coordinators, who sign in first', async (_name, route) => {
    const { number } = await aProblem()
    expect((await send(route.action, '/', { reason: 'Min text' }, at(number))).status).toBe(401)
    expect((await send(route.action, '/', { reason: 'x' }, at(number), representative)).status).toBe(403)
    expect((await load(route.loader, '/', at(number), representative)).status).toBe(403)
    expect((await load(route.loader, '/', at(number))).status).toBe(302)
    expect((await send(route.action, '/', { reason: 'x' }, { number: '999999' }, coordinator)).status).toBe(404)
    expect(await now(number)).toMatchObject({ version: 1 })
  })
})

describe('building', () => {
  it('adds, takes out and moves needs; the way back stands in the address', async () => {
    const [one, two, need] = [await aProblem(), await aProblem(), await aSubmittedNeed()]
    expect(
      await send(addition.action, '/', { need: need.id, reason: 'Samma.' }, at(one.number), coordinator),
    ).toMatchObject(toPage(one.number))
    expect(await now(one.number)).toMatchObject({ demand: 3 })
    expect(
      await send(move.action, '/', { need: [need.id], to: String(two.number) }, at(one.number), coordinator),
    ).toMatchObject(toPage(one.number))
    expect(
      await send(removal.action, `/problems/${two.number}/removal?need=${need.id}`, {}, at(two.number), coordinator),
    ).toMatchObject(toPage(two.number))
    expect([(await now(one.number))?.demand, (await now(two.number))?.demand]).toEqual([2, 2])
    expect(await send(addition.action, '/', { need: 'nothing' }, at(two.number), coordinator)).toMatchObject({
      status: 404,
    })
    expect(await send(move.action, '/', { need: one.needIds, to: '' }, at(one.number), coordinator)).toEqual(
      failed(400, { errors: { to: expect.anything() } }),
    )
  })
  it('offers needs that are not in the problem', async () => {
    const { number, needIds } = await aProblem()
    const offered = (await load(addition.loader, '/?q=dela data', at(number), coordinator)).body as {
      needs: { id: string }[]
    }
    expect(offered.needs.map((need) => need.id)).not.toEqual(expect.arrayContaining(needIds))
  })
  it('offers a problem that is only proposed none that everyone sees', async () => {
    const [proposed, other] = [await aProblem({ status: 'proposed' }), await aProblem({ status: 'proposed' })]
    const open = await aProblem()
    const offered = async (number: number) =>
      ((await load(merge.loader, '/', at(number), coordinator)).body as { others: { number: number }[] }).others.map(
        (one) => one.number,
      )
    expect(await offered(proposed.number)).toContain(other.number)
    expect(await offered(proposed.number)).not.toContain(open.number)
    expect(await offered(open.number)).toContain(proposed.number)
  })
  it('merges, takes apart and splits', async () => {
    const [one, two] = [await aProblem(), await aProblem()]
    expect(await send(merge.action, '/', { absorbed: String(two.number) }, at(one.number), coordinator)).toMatchObject(
      toPage(one.number),
    )
    expect(await now(two.number)).toMatchObject({ status: 'merged', mergedInto: { number: one.number } })
    expect(await send(unmerge.action, '/', {}, at(two.number), coordinator)).toMatchObject(toPage(two.number))
    expect(await send(unmerge.action, '/', {}, at(two.number), coordinator)).toEqual(refusal('problemNotMerged'))
    expect(
      (await send(split.action, '/', { need: one.needIds[0] as string, title: 'Del två' }, at(one.number), coordinator))
        .status,
    ).toBe(302)
    expect(
      await send(split.action, '/', { need: one.needIds[1] as string, title: ' ' }, at(one.number), coordinator),
    ).toEqual(failed(400, { errors: { title: expect.anything() } }))
  })
  it('keeps what was typed when somebody else was first, and shows both', async () => {
    const { number } = await aProblem()
    expect(
      await send(name.action, '/', { title: 'Först', description: '', version: '1' }, at(number), coordinator),
    ).toMatchObject(toPage(number))
    const second = await send(
      name.action,
      '/',
      { title: 'Sist', description: 'Min långa text', version: '1' },
      at(number),
      coordinator,
    )
    expect(second).toEqual(
      failed(409, {
        message: { key: 'refusals.stale', values: {} },
        typed: { title: 'Sist', description: 'Min långa text', version: '1' },
      }),
    )
    expect((await load(name.loader, '/', at(number), coordinator)).body).toMatchObject({
      problem: { title: 'Först', version: 2 },
    })
    expect(await send(name.action, '/', { title: 'x'.repeat(151), version: '2' }, at(number), coordinator)).toEqual(
      failed(400, { errors: { title: expect.anything() } }),
    )
  })
  it('parks with something that wakes it, wakes and declines', async () => {
    const { number } = await aProblem()
    expect(await send(parking.action, '/', { reason: 'Vänta' }, at(number), coordinator)).toEqual(
      refusal('parkingWithoutWaking'),
    )
    expect(await send(parking.action, '/', { reason: 'Vänta', wakeOn: '2027-13-40' }, at(number), coordinator)).toEqual(
      failed(400, { errors: { wakeOn: expect.anything() } }),
    )
    expect(await send(parking.action, '/', { reason: 'Vänta', wakeOn: '2026-01-01' }, at(number), coordinator)).toEqual(
      failed(409, { errors: { wakeOn: expect.anything() } }),
    )
    expect(
      await send(parking.action, '/', { reason: 'Vänta', wakeOn: '2027-02-01' }, at(number), coordinator),
    ).toMatchObject(toPage(number))
    expect(await send(waking.action, '/', {}, at(number), coordinator)).toMatchObject(toPage(number))
    expect(await send(declining.action, '/', { reason: '' }, at(number), coordinator)).toEqual(
      failed(400, { errors: { reason: expect.anything() } }),
    )
    expect(await send(declining.action, '/', { reason: 'Löst.' }, at(number), coordinator)).toMatchObject(
      toPage(number),
    )
    expect(await send(declining.action, '/', { reason: 'Löst.' }, at(number), coordinator)).toEqual(
      refusal('problemCannotBecome'),
    )
  })
  it('opens a proposal, links a resource, asks the silent', async () => {
    const { number } = await aProblem({ status: 'proposed' })
    expect(await send(opening.action, '/', {}, at(number), coordinator)).toMatchObject(toPage(number))
    expect((await load(page.loader, '/', at(number))).status).toBe(200)
    const { id } = await aResource()
    expect(await send(resource.action, '/', { resource: id }, at(number), coordinator)).toMatchObject(toPage(number))
    expect(await send(resource.action, '/', { resource: id }, at(number), coordinator)).toEqual(
      refusal('resourceAlreadyLinked'),
    )
    expect(await send(unlinking.action, `/?resource=${id}`, {}, at(number), coordinator)).toMatchObject(toPage(number))
    expect(await send(question.action, '/', { organisation: organisationId }, at(number), coordinator)).toMatchObject(
      toPage(number),
    )
    expect(await send(question.action, '/', {}, at(number), coordinator)).toEqual(refusal('noOrganisationsChosen'))
  })
  it('forms a new problem of waiting needs', async () => {
    const need = await aSubmittedNeed()
    expect(
      ((await load(creation.loader, '/', {}, coordinator)).body as { needs: { id: string }[] }).needs.map(
        (one) => one.id,
      ),
    ).toContain(need.id)
    expect(await send(creation.action, '/', { title: ' ', need: need.id }, {}, coordinator)).toEqual(
      failed(400, { errors: { title: expect.anything() }, typed: { title: ' ', need: need.id } }),
    )
    expect(
      (await send(creation.action, '/', { title: 'Nytt', needArea: '', need: need.id }, {}, coordinator)).location,
    ).toMatch(/^\/problems\/\d+$/)
    expect((await send(creation.action, '/', { title: 'Nytt', need: need.id }, {}, representative)).status).toBe(403)
  })
})

describe('the answer of an organisation', () => {
  const say = (number: number, fields: Record<string, string>, person: Person | null = representative) =>
    send(endorsement.action, '/', fields, at(number), person)
  it('is given, replaced and taken back by those who represent it', async () => {
    const { number } = await aProblem()
    expect(await say(number, { organisation: organisationId, answer: 'shares', comment: 'Vi också' })).toMatchObject(
      toPage(number),
    )
    expect(await now(number)).toMatchObject({ demand: 3 })
    expect((await load(endorsement.loader, '/', at(number), representative)).body).toMatchObject({
      answers: [{ answer: 'shares', comment: 'Vi också' }],
    })
    expect(await say(number, { organisation: organisationId, answer: 'does_not' })).toMatchObject(toPage(number))
    expect(
      await send(retraction.action, `/?organisation=${organisationId}`, {}, at(number), representative),
    ).toMatchObject(toPage(number))
    expect(await send(retraction.action, `/?organisation=${organisationId}`, {}, at(number), representative)).toEqual(
      refusal('problemNotAnswered'),
    )
  })
  it('is refused for others, and asks for what is missing', async () => {
    const { number } = await aProblem()
    const other = await anOrganisation()
    expect((await say(number, { organisation: other.id, answer: 'shares' })).status).toBe(403)
    expect((await say(number, { organisation: organisationId, answer: 'shares' }, coordinator)).status).toBe(403)
    expect(await say(number, { organisation: organisationId })).toEqual(
      failed(400, { errors: { answer: expect.anything() } }),
    )
    expect((await say(number, { organisation: organisationId, answer: 'shares' }, null)).status).toBe(401)
    const proposed = await aProblem({ status: 'proposed' })
    expect((await say(proposed.number, { organisation: organisationId, answer: 'shares' })).status).toBe(404)
  })
})
