import { expect, test, vi } from 'vitest'
import { aCoordinator } from '../../support/builders.ts'
import { post } from '../../support/requests.ts'
import { answer } from '../../support/site.tsx'

// A comparison that is not ready when the page has to be: among many needs, or on a busy machine.
vi.mock('../../../app/domain/problems/strictness-preview.server.ts', () => ({
  previewStrictness: async () => undefined,
}))

test('a reason that was refused stays, also while the comparison is made anew', async () => {
  const reason = `Vi får för många förslag. ${'å'.repeat(1000)}`
  const response = await answer(await post('/inbox/strictness?steps=1', { steps: '1', reason }, await aCoordinator()))
  expect(response.status).toBe(400)
  const html = await response.text()
  expect(html).toContain(reason)
})
