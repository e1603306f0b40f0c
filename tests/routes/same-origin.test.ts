import { describe, expect, test } from 'vitest'
import { isSameOrigin } from '../../app/http/same-origin.ts'

const host = 'samsyn.example'

describe('a request that may change something', () => {
  test.each([
    // Browsers of today say where a request comes from, and cannot be made to lie by a page.
    ['POST', { 'sec-fetch-site': 'same-origin' }, true],
    ['POST', { 'sec-fetch-site': 'same-site' }, false],
    ['POST', { 'sec-fetch-site': 'cross-site' }, false],
    ['POST', { 'sec-fetch-site': 'none' }, false],
    ['POST', { 'sec-fetch-site': '' }, false],
    ['POST', { 'sec-fetch-site': 'cross-site', origin: `https://${host}` }, false],
    // Older ones send the origin alone.
    ['POST', { origin: `https://${host}` }, true],
    ['POST', { origin: 'https://evil.example' }, false],
    ['POST', { origin: `https://${host}.evil.example` }, false],
    ['POST', { origin: `https://evil.example/${host}` }, false],
    ['POST', { origin: `https://${host}:8443` }, false],
    ['POST', { origin: 'null' }, false],
    ['POST', { origin: 'not an address' }, false],
    ['POST', {}, false],
    ['PUT', {}, false],
    ['PATCH', {}, false],
    ['DELETE', {}, false],
    ['post', {}, false],
    // A repeated header arrives as a list and says nothing that can be believed.
    ['POST', { 'sec-fetch-site': ['same-origin', 'cross-site'] }, false],
  ])('%s with %o is let through: %s', (method, headers, through) => {
    expect(isSameOrigin(method, { host, ...headers })).toBe(through)
  })

  test('behind a proxy is compared with the host that the reader sees', () => {
    const headers = { host: '10.0.0.7:3000', 'x-forwarded-host': host }
    expect(isSameOrigin('POST', { ...headers, origin: `https://${host}` })).toBe(true)
    expect(isSameOrigin('POST', { ...headers, origin: 'https://evil.example' })).toBe(false)
  })
})

test.each(['GET', 'HEAD', 'OPTIONS'])('%s changes nothing and may come from anywhere', (method) => {
  expect(isSameOrigin(method, { host, 'sec-fetch-site': 'cross-site' })).toBe(true)
})
