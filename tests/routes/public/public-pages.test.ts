import { beforeEach, describe, expect, test } from 'vitest'
import { indexThings } from '../../../app/domain/search/documents.server.ts'
import { chooseSearchEngine } from '../../../app/domain/search/search-engine.server.ts'
import { loader as start } from '../../../app/routes/_index.tsx'
import { action as follow, loader as followPage } from '../../../app/routes/follows.tsx'
import { action as unfollow } from '../../../app/routes/follows_.removal.tsx'
import { loader as network } from '../../../app/routes/networks_.$key.tsx'
import { loader as networks } from '../../../app/routes/networks.tsx'
import { loader as need } from '../../../app/routes/needs.$id._index.tsx'
import { action as readAll, loader as readPage } from '../../../app/routes/notices_.reading.tsx'
import { action as readOne } from '../../../app/routes/notices_.$id_.reading.tsx'
import { loader as notices } from '../../../app/routes/notices.tsx'
import { loader as organisation } from '../../../app/routes/organisations_.$key.tsx'
import { loader as organisations } from '../../../app/routes/organisations.tsx'
import { loader as search } from '../../../app/routes/search.tsx'
import { isFollowing } from '../../../app/domain/notices/notice-queries.server.ts'
import { canSearch, connectTestSearch } from '../../support/search-engine.ts'
import { aCoordinator, aNetwork, anOrganisation, aPerson } from '../../support/builders.ts'
import { aNeed } from '../../support/builders-needs.ts'
import { answerOf, get, post } from '../../support/requests.ts'

type Loader = (args: never) => unknown
const call = (loader: unknown, request: Request, params: Record<string, string> = {}) =>
  answerOf(Promise.resolve().then(() => (loader as Loader)({ request, params, context: {} } as never)))

describe('the start page', () => {
  test('is the public one for those who have not signed in, and what waits for those who have', async () => {
    expect((await call(start, await get('/'))).body).toMatchObject({ work: null, open: { figures: { needs: {} } } })
    expect((await call(start, await get('/', await aPerson()))).body).toMatchObject({ work: null })
    const coordinator = await aCoordinator()
    expect((await call(start, await get('/', coordinator))).body).toMatchObject({
      open: null,
      work: { name: coordinator.name, start: { coordinator: { inbox: {} } } },
    })
  })
})

describe('following', () => {
  test('asks for sign-in, remembers, and comes back', async () => {
    const { id } = await aNeed()
    const person = await aPerson()
    expect((await call(follow, await post('/follows', { noun: 'need', id }))).status).toBe(401)
    const answer = await call(follow, await post('/follows', { noun: 'need', id, back: `/needs/${id}` }, person))
    expect(answer).toMatchObject({ status: 302, location: `/needs/${id}` })
    expect(await isFollowing(person, 'need', id)).toBe(true)
    expect(
      (await call(unfollow, await post('/follows/removal', { noun: 'need', id, back: `/needs/${id}` }, person))).status,
    ).toBe(302)
    expect(await isFollowing(person, 'need', id)).toBe(false)
  })

  test('never leads to another site', async () => {
    const { id } = await aNeed()
    const answer = await call(
      follow,
      await post('/follows', { noun: 'need', id, back: '//elsewhere.example' }, await aPerson()),
    )
    expect(answer.location).toBe('/follows')
  })

  test('what is hidden or missing is not found; what is ill-formed is refused', async () => {
    const person = await aPerson()
    const hidden = await aNeed({ confidentiality: 2 })
    expect((await call(follow, await post('/follows', { noun: 'need', id: hidden.id }, person))).status).toBe(404)
    expect((await call(follow, await post('/follows', { noun: 'need', id: 'nothing' }, person))).status).toBe(404)
    expect((await call(follow, await post('/follows', { noun: 'password', id: 'x' }, person))).status).toBe(400)
  })

  test('what one follows is one’s own list, behind sign-in', async () => {
    const person = await aPerson()
    const { id } = await aNeed({ title: 'Ett behov att följa' })
    await call(follow, await post('/follows', { noun: 'need', id }, person))
    expect((await call(followPage, await get('/follows'))).location).toBe('/sign-in?back=%2Ffollows')
    expect((await call(followPage, await get('/follows', person))).body).toMatchObject({
      follows: [{ noun: 'need', id, title: { name: 'Ett behov att följa' } }],
      total: 1,
    })
    expect((await call(followPage, await get('/follows', await aPerson()))).body).toMatchObject({
      follows: [],
      total: 0,
    })
  })
})

describe('notices', () => {
  test('are one’s own, behind sign-in', async () => {
    expect((await call(notices, await get('/notices'))).location).toBe('/sign-in?back=%2Fnotices')
    expect((await call(notices, await get('/notices', await aPerson()))).body).toMatchObject({ notices: [], unread: 0 })
    expect((await call(readAll, await post('/notices/reading', {}, await aPerson()))).status).toBe(302)
    expect(
      (await call(readOne, await post('/notices/nothing/reading', {}, await aPerson()), { id: 'nothing' })).status,
    ).toBe(404)
    expect((await call(readPage, await get('/notices/reading'))).status).toBe(404)
    expect((await call(readAll, await post('/notices/reading', {}))).status).toBe(401)
  })
})

describe('the page of a need', () => {
  test('tells its story to those who may see it', async () => {
    const { id, author } = await aNeed()
    const page = await call(need, await get(`/needs/${id}`), { id })
    expect(page.body).toMatchObject({ story: { answer: { kind: 'received' } }, own: false, following: false })
    expect((await call(need, await get(`/needs/${id}`, author), { id })).body).toMatchObject({ own: true })
    const hidden = await aNeed({ confidentiality: 2 })
    expect((await call(need, await get(`/needs/${hidden.id}`), { id: hidden.id })).status).toBe(404)
  })
})

describe('organisations and networks', () => {
  test('can be read by everyone; unknown ones are not found', async () => {
    const made = await anOrganisation()
    const net = await aNetwork()
    expect((await call(organisation, await get(`/organisations/${made.key}`), { key: made.key })).body).toMatchObject({
      organisation: { key: made.key },
      signedIn: false,
    })
    expect((await call(organisation, await get('/organisations/x'), { key: 'x' })).status).toBe(404)
    expect((await call(network, await get(`/networks/${net.key}`), { key: net.key })).body).toMatchObject({
      network: { key: net.key },
    })
    expect((await call(network, await get('/networks/x'), { key: 'x' })).status).toBe(404)
    expect((await call(networks, await get('/networks'))).body).toMatchObject({ networks: expect.any(Array) })
    const silent = await call(organisations, await get('/organisations?said=silent&kind=municipality&page=1'))
    expect(silent.body).toMatchObject({ asked: { said: 'silent', kind: 'municipality' }, page: 1 })
  })

  test('an address with nonsense in it is the plain list', async () => {
    expect((await call(organisations, await get('/organisations?said=loud&kind=moon&page=-3'))).body).toMatchObject({
      asked: {},
      page: 1,
    })
  })
})

describe('search', () => {
  beforeEach(() => {
    if (canSearch) connectTestSearch()
  })

  test.runIf(canSearch)('finds by words and kind; nothing found offers what is near', async () => {
    const made = await aNeed({ title: 'Inskannade bygglov utan sökord' })
    await indexThings('need', [made.id])
    const hits = await call(search, await get('/search?q=bygglov&kind=need'))
    expect(hits.body).toMatchObject({ asked: { words: 'bygglov', noun: 'need' }, result: { total: 1 }, down: false })
    expect((await call(search, await get('/search?q=superbygglov'))).body).toMatchObject({
      nearby: [{ words: 'bygglov', total: 1 }],
    })
    expect((await call(search, await get('/search'))).body).toMatchObject({ result: null, down: false })
    expect((await call(search, await get('/search?q=bygglov&kind=moon'))).body).toMatchObject({
      asked: { words: 'bygglov' },
    })
  })

  test('an engine that does not answer: the page says so, and is a page', async () => {
    const broken = () => Promise.reject(new Error('no answer'))
    chooseSearchEngine({ put: broken, remove: broken, clear: broken, search: broken, isHealthy: async () => false })
    expect(await call(search, await get('/search?q=data'))).toMatchObject({
      status: 200,
      body: { down: true, result: null },
    })
  })
})
