import { expect, type Page, test } from '@playwright/test'
import { hostileTexts } from '../support/hostile-texts.ts'
import { personPage, watchComplaints } from './support.ts'

/** Long enough to be told apart in lists, short enough for a title. */
const titled = hostileTexts.map((text, at) => `${at + 1}. ${text}`.replace(/\s+/g, ' ').slice(0, 140))

test('texts that try to run as scripts are shown as text wherever people’s words stand', async ({ browser }) => {
  test.setTimeout(1_200_000)
  const helena = await watched(await personPage(browser, 'Helena Strid'))
  await importTexts(helena.page)

  const tove = await watched(await personPage(browser, 'Tove Hagman'))
  await tove.page.goto('/needs/new')
  await tove.page.locator('main form').getByRole('button').first().click()
  await tove.page.waitForURL(/\/form\/need$/)
  await tove.page.getByLabel(/^Behovet i en mening/).fill(titled[1] as string)
  await tove.page.getByLabel(/^Beskriv behovet/).fill(hostileTexts.slice(0, 40).join('\n\n'))
  await tove.page.getByRole('button', { name: 'Spara och fortsätt' }).click()
  await tove.page.waitForURL(/\/form\/affected$/)
  await tove.page.goto(tove.page.url().replace('affected', 'check'))
  await expect(tove.page.getByText(titled[1] as string).first()).toBeVisible()

  const ingrid = await watched(await personPage(browser, 'Ingrid Ståhl'))
  await ingrid.page.goto('/problems/new')
  await ingrid.page.getByLabel('Namn', { exact: true }).fill(titled[0] as string)
  await ingrid.page.getByLabel(/^Beskrivning/).fill(hostileTexts.slice(40).join('\n\n').slice(0, 3_500))
  await ingrid.page.getByRole('checkbox').first().check()
  await ingrid.page.getByLabel(/^Skäl/).fill(hostileTexts.slice(0, 8).join(' '))
  await ingrid.page.getByRole('button', { name: 'Skapa problemet' }).click()
  await ingrid.page.waitForURL(/\/problems\/\d+$/)
  await expect(ingrid.page.getByRole('heading', { level: 1 })).toHaveText(titled[0] as string)
  const problem = new URL(ingrid.page.url()).pathname

  const needs: string[] = []
  for (let at = 1; at <= Math.ceil(hostileTexts.length / 20) + 1; at += 1) {
    await ingrid.page.goto(`/needs?page=${at}`)
    const links = await ingrid.page
      .locator('main h3 a')
      .evaluateAll((all) =>
        all.map((one) => ({ text: one.textContent ?? '', href: one.getAttribute('href') as string })),
      )
    needs.push(...links.filter(({ text }) => /^\d+\. /.test(text)).map(({ href }) => href))
  }
  expect(needs.length).toBeGreaterThanOrEqual(titled.length)

  const anyone = await watched(await personPage(browser, null))
  for (const path of [problem, `${problem}/ledger`, '/problems', '/search?q=script', ...needs]) {
    await anyone.page.goto(path, { waitUntil: 'load' })
    await expect(anyone.page.locator('h1')).toBeVisible()
  }
  for (const path of ['/', '/inbox', problem, `${problem}/addition`, '/rounds/new']) await ingrid.page.goto(path)
  for (const { harm } of [helena, tove, ingrid, anyone]) expect(await harm()).toEqual([])
})

test('an expression in a search is shown and not run', async ({ browser }) => {
  const { page, harm } = await watched(await personPage(browser, null))
  for (const text of hostileTexts.filter((_, at) => at % 8 === 0)) {
    await page.goto(`/search?${new URLSearchParams({ q: text.slice(0, 200) })}`)
    await expect(page.locator('h1')).toBeVisible()
  }
  expect(await harm()).toEqual([])
})

/** A page that notes each sign that a text has run: a dialog, a variable, an element, a request, a complaint. */
async function watched(page: Page) {
  const seen = watchComplaints(page)
  page.on('dialog', async (dialog) => {
    seen.push(`dialog: ${dialog.message()}`)
    await dialog.dismiss()
  })
  page.on('request', (request) => {
    if (request.url().includes('evil.test')) seen.push(`request: ${request.url()}`)
  })
  page.on('load', async () => {
    const ran = await page.evaluate(() => 'ran' in window).catch(() => false)
    if (ran) seen.push(`ran on ${page.url()}`)
  })
  return { page, harm: async () => seen }
}

async function importTexts(page: Page) {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  const rows = hostileTexts.map((text, at) =>
    [`XSS-${at}`, titled[at] as string, text, 'Granåsa kommun'].map(cell).join(';'),
  )
  await page.goto('/imports')
  await page.locator('input[type=file]').setInputFiles({
    name: 'lista.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Referens;Behov;Beskrivning;Organisation', ...rows].join('\n')),
  })
  await page.getByRole('button', { name: 'Läs filen' }).click()
  await page.waitForURL(/\/columns$/)
  await page.locator('main form').getByRole('button').first().click()
  await page.waitForURL(/\/preview$/)
  await page.getByRole('button', { name: /Läs in/ }).click({ timeout: 60_000 })
  await expect(page.getByText(/rader är inlästa/).first()).toBeVisible({ timeout: 90_000 })
}
