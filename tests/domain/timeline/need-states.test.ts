import { expect, test } from 'vitest'
import { linkDuplicate } from '../../../app/domain/needs/duplicate-commands.server.ts'
import { acknowledgeNeed } from '../../../app/domain/needs/need-commands.server.ts'
import { findNeedPage } from '../../../app/domain/needs/need-page.server.ts'
import { listNeeds } from '../../../app/domain/needs/need-queries.server.ts'
import { disownRelayedNeed } from '../../../app/domain/needs/relay-commands.server.ts'
import { anonymous, type Viewer } from '../../../app/domain/people/person.ts'
import { needLines } from '../../../app/domain/timeline/need-lines.server.ts'
import { aCoordinator } from '../../support/builders.ts'
import { aNeed, aRelayedNeed, stored } from '../../support/builders-needs.ts'

/** What the page of a need, the lists and the line say of it. */
async function said(viewer: Viewer, id: string): Promise<unknown[]> {
  const need = await stored(id)
  const page = await findNeedPage(viewer, id, new Date())
  const { needs } = await listNeeds(viewer, { status: need.status })
  const line = (await needLines(viewer, [need])).get(id)
  return [page?.need.state, needs.find((one) => one.id === id)?.state, line?.place]
}

test('a need is said to be the same on every page', async () => {
  const coordinator = await aCoordinator()
  const [original, duplicate, disowned] = [await aNeed(), await aNeed(), await aRelayedNeed()]
  await acknowledgeNeed(coordinator, original.id)
  await linkDuplicate(coordinator, duplicate.id, original.id, 'Samma.')
  await acknowledgeNeed(coordinator, disowned.id)
  await disownRelayedNeed(disowned.author, disowned.id, 'Inte vårt.')
  expect(await said(anonymous, original.id)).toEqual(['acknowledged', 'acknowledged', 'acknowledged'])
  expect(await said(anonymous, duplicate.id)).toEqual(['duplicate', 'duplicate', 'duplicate'])
  expect(await said(disowned.author, disowned.id)).toEqual(['disowned', 'disowned', 'disowned'])
})

test('that a need is the same as one that the reader may not see is not said', async () => {
  const coordinator = await aCoordinator()
  const [hidden, open] = [await aNeed({ confidentiality: 2 }), await aNeed()]
  await linkDuplicate(coordinator, open.id, hidden.id, 'Samma.')
  expect(await said(anonymous, open.id)).toEqual(['submitted', 'submitted', 'submitted'])
  expect(await said(coordinator, open.id)).toEqual(['duplicate', 'duplicate', 'duplicate'])
})
