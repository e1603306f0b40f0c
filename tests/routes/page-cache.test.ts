import type { AddressInfo } from 'node:net'
import compression from 'compression'
import express from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pageCache } from '../../app/cli/page-cache.ts'

let latest = 1
let rendered = 0
const render = (response: express.Response) => {
  rendered += 1
  response.send(`${rendered} ${'åäö'.repeat(2_000)}`)
}
const app = express()
  .use(pageCache(async () => latest))
  .use(compression())
  .get('/slow', (_request, response) => void setTimeout(() => render(response.type('html')), 50))
  .get('/gone', (_request, response) => render(response.status(404).type('html')))
  .get('/notice', (_request, response) => render(response.cookie('notice', '').type('html')))
  .get('/list.csv', (_request, response) => render(response.type('csv')))
  .all('*', (_request, response) => render(response.type('html')))
let server: ReturnType<typeof app.listen>
let origin = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server = app.listen(0, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())
beforeEach(() => {
  latest += 1
  rendered = 0
})

async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await fetch(origin + path, { headers, method })
  return { text: await response.text(), encoding: response.headers.get('Content-Encoding'), status: response.status }
}

describe('pages kept for visitors', () => {
  it('gives the same page again, whole and compressed, until something happens', async () => {
    const first = await get('/needs')
    expect(first).toMatchObject({ encoding: 'gzip', text: `1 ${'åäö'.repeat(2_000)}` })
    expect(await get('/needs')).toEqual(first)
    latest += 1
    expect((await get('/needs')).text).toMatch(/^2 /)
  })

  it('makes a page once, however many ask for it at the same time', async () => {
    const pages = await Promise.all(Array.from({ length: 20 }, () => get('/slow')))
    expect(rendered).toBe(1)
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1)
  })

  it('leaves nobody waiting for a page that cannot be kept', async () => {
    const pages = await Promise.all(Array.from({ length: 5 }, () => get('/gone')))
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  })

  it.each<[string, string, Record<string, string>?, string?]>([
    ['of somebody signed in', '/needs', { Cookie: 'session=abc' }],
    ['with the language and a session', '/needs', { Cookie: 'language=sv; session=abc' }],
    ['that sets a cookie', '/notice'],
    ['that does not exist', '/gone'],
    ['that is no page', '/list.csv'],
    ['sent by a form', '/needs', {}, 'POST'],
  ])('never keeps one %s', async (_of, path, headers, method) => {
    await get(path, headers, method)
    await get(path, headers, method)
    expect(rendered).toBe(2)
  })

  it.each<[string, Record<string, string>]>([
    ['another language chosen', { Cookie: 'language=en' }],
    ['a browser in another language', { 'Accept-Language': 'en' }],
    ['a browser that reads no gzip', { 'Accept-Encoding': 'identity' }],
  ])('keeps %s apart', async (_of, headers) => {
    await get('/needs')
    expect((await get('/needs', headers)).text).toMatch(/^2 /)
    expect((await get('/needs', headers)).text).toMatch(/^2 /)
  })
})
