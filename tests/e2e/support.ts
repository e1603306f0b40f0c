import axe, { type Result, type RunOptions } from 'axe-core'
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'

/** A page of one of the cast, or of anyone at all, in a browser of their own. */
export async function personPage(
  browser: Browser,
  name: string | null,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'sv-SE', ...options })).newPage()
  if (name) await signInAs(page, name)
  return page
}

/** Signs in as one of the cast, by the one click that the demonstration offers. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in')
  const button = page.getByRole('button', { name }).first()
  // Some of the cast stand under "5 more".
  for (const more of await page.locator('details:not([open]) > summary').all()) {
    if (await button.isVisible()) break
    await more.click()
  }
  await button.click()
  await expect(page).not.toHaveURL(/sign-in$/)
}

/** No violation of WCAG 2.0–2.2 A and AA, nor of best practice, as the page is now. Pages hold no frames, so one document is all. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (where: Document, how: RunOptions) => Promise<{ violations: Result[] }> }
    }
    // What is well is not asked for: to list it takes longer than to look for what is not.
    return (await axe.run(document, { resultTypes: ['violations'] })).violations
  })
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(', ')}`,
  )
  expect(found, where).toEqual([])
}

/** The page does not scroll sideways. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide, where).toBeLessThanOrEqual(0)
}

/** Collects what the browser complains about; a page that is well says nothing. */
export function watchComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

/** Bytes of the scripts and styles that the page has loaded, compressed, without headers. */
export function loadedBytes(page: Page): Promise<{ scripts: number; styles: number }> {
  return page.evaluate(() => {
    const sums = { scripts: 0, styles: 0 }
    for (const { name, encodedBodySize } of performance.getEntriesByType('resource') as PerformanceResourceTiming[]) {
      if (name.endsWith('.js')) sums.scripts += encodedBodySize
      if (name.endsWith('.css')) sums.styles += encodedBodySize
    }
    return sums
  })
}
