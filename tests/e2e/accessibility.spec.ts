import { expect, test } from '@playwright/test'
import { stopsOf, tours } from './pages.ts'
import { expectAccessible, expectNoSidewaysScroll, signInAs, watchComplaints } from './support.ts'

/** Each page wide and light, then narrow and dark: what depends on both at once has no rule of its own. */
const looks = [
  { width: 1280, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
] as const

for (const tour of tours)
  for (const locale of ['sv', 'en'] as const)
    test(`every page that ${tour.who ?? 'anyone'} comes to is accessible, in ${locale}`, async ({ page }) => {
      test.setTimeout(300_000)
      const complaints = watchComplaints(page)
      if (tour.who) await signInAs(page, tour.who)
      const stops = await stopsOf(tour, page)
      await page.goto(`/language/${locale}?back=/`)
      for (const stop of stops) {
        const response = await page.goto(stop)
        expect(response?.status(), stop).toBe(stop === '/finns-inte' ? 404 : 200)
        expect(await page.locator('html').getAttribute('lang')).toBe(locale)
        for (const { width, colorScheme } of looks) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize({ width, height: 900 })
          const where = `${stop} ${locale} ${colorScheme} ${width}`
          await expectAccessible(page, where)
          await expectNoSidewaysScroll(page, where)
        }
      }
      expect(complaints).toEqual([])
    })
