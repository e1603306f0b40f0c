import { expect, test } from '@playwright/test'
import { loadedBytes, personPage } from './support.ts'

const most = 150_000

test('no page loads more than 150 kB of scripts', async ({ browser }) => {
  for (const [who, paths] of [
    [null, ['/', '/needs', '/problems', '/problems/5', '/rounds/1/result', '/decisions/2026-0103', '/search?q=data']],
    ['Ingrid Ståhl', ['/', '/inbox', '/problems/5', '/rounds/2', '/meetings', '/imports']],
    ['Tove Hagman', ['/needs/new', '/needs?mine=1']],
  ] as const)
    for (const path of paths) {
      // Each in a browser that has kept nothing.
      const page = await personPage(browser, who)
      const session = await page.context().newCDPSession(page)
      await session.send('Network.clearBrowserCache')
      await page.goto(path, { waitUntil: 'networkidle' })
      const { scripts } = await loadedBytes(page)
      expect(scripts, path).toBeGreaterThan(0)
      expect(scripts, path).toBeLessThanOrEqual(most)
      await page.context().close()
    }
})
