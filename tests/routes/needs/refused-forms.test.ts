import { expect, test } from 'vitest'
import { submitNeed } from '../../../app/domain/needs/draft-commands.server.ts'
import { withdrawNeed } from '../../../app/domain/needs/need-commands.server.ts'
import { referNeed } from '../../../app/domain/needs/referral-commands.server.ts'
import type { Person } from '../../../app/domain/people/person.ts'
import { aCoordinator, aRepresentative } from '../../support/builders.ts'
import { aDraft, aNeed, aRelayedNeed } from '../../support/builders-needs.ts'
import { get, post } from '../../support/requests.ts'
import { answer } from '../../support/site.tsx'

/** A form that is sent to a page on which there is nothing to do any more, without scripts. */
async function sent(path: string, fields: Record<string, string>, person: Person) {
  const response = await answer(await post(path, fields, person))
  return { status: response.status, html: await response.text() }
}

const typed = 'Det här skrev jag medan någon annan tog tillbaka behovet.'

test('a new version of a need that was taken back meanwhile is refused, and what was typed is still there', async () => {
  const { id, author } = await aNeed()
  await withdrawNeed(author, id, 'Löst.')
  const fields = { title: 'En rubrik', description: typed, reason: 'Tydligare', version: '1' }
  const { status, html } = await sent(`/needs/${id}/revision`, fields, author)
  expect(status).toBe(409)
  expect(html).toContain('ds-error-summary')
  expect(html).toContain(typed)
})

test.each([
  ['confirmation', {}],
  ['correction', { title: 'En rubrik', description: typed, version: '1' }],
  ['disownment', { reason: typed }],
])('the %s of a relayed need that was taken back meanwhile says why it is refused', async (act, fields) => {
  const { id, author } = await aRelayedNeed()
  await withdrawNeed(author, id, 'Löst.')
  const { status, html } = await sent(`/needs/${id}/${act}`, fields, author)
  expect(status).toBe(409)
  expect(html).toContain('ds-error-summary')
  if (Object.values(fields).includes(typed)) expect(html).toContain(typed)
})

test('a page of a draft that a colleague has submitted meanwhile keeps what was typed', async () => {
  const { id, author, organisationId } = await aDraft()
  await submitNeed(await aRepresentative(organisationId), id)
  const { status, html } = await sent(`/needs/${id}/form/affected`, { affected: typed }, author)
  expect(status).toBe(409)
  expect(html).toContain('ds-error-summary')
  expect(html).toContain(typed)
})

test('an answer beside one that its writer has not seen shows both, and takes the second try', async () => {
  const { id } = await aNeed()
  const [first, second] = [await aCoordinator(), await aCoordinator()]
  const page = `/needs/${id}/referral`
  const opened = await (await answer(await get(page, second))).text()
  const seen = /name="answers" value="(\d+)"/.exec(opened)?.[1] ?? ''
  await referNeed(first, id, { kind: 'guidance', answer: 'Det första svaret.' })
  const fields = { kind: 'guidance', resourceId: '', answer: 'Det andra svaret.' }
  const { status, html } = await sent(page, { ...fields, answers: seen }, second)
  expect(status).toBe(409)
  expect(html).toContain('Det första svaret.')
  expect(html).toContain('Det andra svaret.')
  const now = /name="answers" value="(\d+)"/.exec(html)?.[1] ?? ''
  expect((await sent(page, { ...fields, answers: now }, second)).status).toBe(302)
})

test('whoever only looks is led on', async () => {
  const { id, author } = await aNeed()
  await withdrawNeed(author, id, 'Löst.')
  const response = await answer(await get(`/needs/${id}/revision`, author))
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe(`/needs/${id}`)
})
