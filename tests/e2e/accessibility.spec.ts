import { expect, type Page, test } from '@playwright/test'
import { stopsOf, tours } from './pages.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectReadableColours,
  signInAs,
  watchComplaints,
} from './support.ts'

test.describe.configure({ mode: 'parallel' })

for (const tour of tours)
  for (const locale of ['sv', 'en'] as const)
    test(`every page that ${tour.who ?? 'anyone'} comes to is accessible, in ${locale}`, async ({ page }) => {
      test.setTimeout(1_200_000)
      const complaints = watchComplaints(page)
      if (tour.who) await signInAs(page, tour.who)
      await tour.prepare?.(page)
      const stops = await stopsOf(tour, page)
      await page.goto(`/language/${locale}?back=/`)
      for (const stop of stops) {
        const response = await page.goto(stop)
        expect(response?.status(), stop).toBe(stop === '/finns-inte' ? 404 : 200)
        expect(await page.locator('html').getAttribute('lang')).toBe(locale)
        await expectWellInAllLooks(page, `${stop} ${locale}`)
      }
      expect(complaints).toEqual([])
    })

/** Wide and narrow, light and dark. Only colours depend on the scheme, so that is all that is looked at in the second one. */
async function expectWellInAllLooks(page: Page, where: string) {
  for (const [width, first, second] of [
    [1280, 'light', 'dark'],
    [320, 'dark', 'light'],
  ] as const) {
    await page.emulateMedia({ colorScheme: first })
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page, `${where} ${width}`)
    await expectAccessible(page, `${where} ${width} ${first}`)
    await page.emulateMedia({ colorScheme: second })
    await expectReadableColours(page, `${where} ${width} ${second}`)
  }
}
