import { expect, type Page, test } from '@playwright/test'
import { stopsOf, tours } from './pages.ts'
import { expectAccessible, expectNoSidewaysScroll, signInAs, watchComplaints } from './support.ts'

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
        await expectWellInItsLooks(page, locale, stop)
      }
      expect(complaints).toEqual([])
    })

/** Wide and narrow, light and dark. Colours do not depend on the language, so each language is looked at in half of the four looks. */
const looks = {
  sv: [
    { width: 1280, colorScheme: 'light' },
    { width: 320, colorScheme: 'dark' },
  ],
  en: [
    { width: 1280, colorScheme: 'dark' },
    { width: 320, colorScheme: 'light' },
  ],
} as const

async function expectWellInItsLooks(page: Page, locale: keyof typeof looks, stop: string) {
  for (const { width, colorScheme } of looks[locale]) {
    const where = `${stop} ${locale} ${width} ${colorScheme}`
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    await expectNoSidewaysScroll(page, where)
    await expectAccessible(page, where)
  }
}
