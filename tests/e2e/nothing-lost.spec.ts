import { expect, type Page, test } from '@playwright/test'
import { expectNoSidewaysScroll, personPage, signInAs } from './support.ts'

/** Records that people print, enlarge and read in their own colours. */
const records = async (page: Page): Promise<string[]> => {
  const linked = async (list: string, words: RegExp | string) => {
    await page.goto(list)
    return (await page.locator('main').getByRole('link', { name: words }).first().getAttribute('href')) as string
  }
  const called = await linked('/meetings', 'Utskottets möte i december')
  const held = await linked('/meetings', 'Utskottets möte om första omgången')
  return ['/', `${called}/pack`, `${held}/minutes`, '/problems/5', '/rounds/1/result', '/decisions/2026-0103', '/inbox']
}

test('no page holds a byte that nobody wrote', async ({ browser }) => {
  const page = await personPage(browser, 'Ingrid Ståhl')
  for (const path of [...(await records(page)), '/problems', '/needs', '/rounds', '/organisations', '/search?q=på']) {
    const body = await (await page.request.get(path)).body()
    expect(body.indexOf(0), path).toBe(-1)
  }
})

/** 1280 pixels at 200 % are 640; the wider spacing is that of WCAG 1.4.12. */
test('text at twice its size and with wider spacing is neither cut off nor pushed aside', async ({ browser }) => {
  test.setTimeout(300_000)
  const page = await personPage(browser, 'Ingrid Ståhl', {
    viewport: { width: 640, height: 450 },
    deviceScaleFactor: 2,
  })
  for (const path of await records(page)) {
    await page.goto(path)
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
      )
      document.adoptedStyleSheets = [sheet]
    })
    await expectNoSidewaysScroll(page, `${path} at 200 %`)
    expect(await cutOff(page), `${path} at 200 %`).toEqual([])
  }
})

test('forced colours leave every mark and field visible', async ({ browser }) => {
  test.setTimeout(300_000)
  const page = await personPage(browser, 'Ingrid Ståhl')
  await page.emulateMedia({ forcedColors: 'active' })
  for (const path of await records(page)) {
    await page.goto(path)
    expect(await invisibleShapes(page), `${path} in forced colours`).toEqual([])
  }
})

test('decision pack, minutes, decision and dossier print whole, without navigation, with the registry number', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const page = await personPage(browser, 'Ingrid Ståhl')
  // A problem prints as less than its page, and has a test of its own.
  const paths = (await records(page)).filter((path) => !['/', '/inbox', '/problems/5'].includes(path))
  for (const path of paths) {
    await page.emulateMedia({ media: 'screen' })
    await page.setViewportSize({ width: 794, height: 1123 })
    await page.goto(path)
    const words = await page
      .locator('main :is(h1, h2, h3, .said, td)')
      .evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility() || one.closest('.record :not(.plot) > details:not(:has(form))'))
          .map((one) => one.textContent ?? ''),
      )
    await page.emulateMedia({ media: 'print' })
    const printed = await page.locator('main').innerText()
    const missing = words
      .map((text) => text.trim())
      .filter((text) => text && !squeezed(printed).includes(squeezed(text)))
    expect(missing, `lost in the print of ${path}`).toEqual([])
    await expect(page.locator('.site-nav')).toBeHidden()
    await expect(page.locator('.site-foot')).toBeHidden()
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(5_000)
    await expectNoSidewaysScroll(page, `${path} in print`)
  }
})

test('a problem prints as what is known of it, the same for a coordinator as for anyone, and nothing to act on', async ({
  browser,
}) => {
  const printed = []
  for (const who of ['Ingrid Ståhl', null]) {
    const page = await personPage(browser, who)
    await page.setViewportSize({ width: 794, height: 1123 })
    await page.emulateMedia({ media: 'print' })
    await page.goto('/problems/5')
    await expect(page.locator('.print-head')).toBeVisible()
    await expect(page.locator('.page-head__kind')).toBeVisible()
    const acting = page.locator('main :is(button, input, select, form:not(:has(table)), .ds-button):visible')
    expect(await acting.evaluateAll((all) => all.map((one) => one.outerHTML))).toEqual([])
    await expectNoSidewaysScroll(page, 'a printed problem')
    printed.push((await page.locator('main h2:visible').allInnerTexts()).sort())
  }
  const [work, open] = printed
  expect(work).toEqual(open)
  expect(work).toEqual(
    expect.arrayContaining(['Behov i problemet', 'Efterfrågan och tystnad', 'Klusterliggare', 'Vad det gäller']),
  )
})

const squeezed = (text: string) => text.replace(/\s+/g, ' ')

/** Elements with words of their own that hide a part of them. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *')]
      .filter((element) => {
        const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
        if (!own || element.closest('.visually-hidden, svg, [popover]') || element.clientWidth === 0) return false
        const { overflowX, overflowY } = getComputedStyle(element)
        const hides = (value: string) => value === 'hidden' || value === 'clip'
        return (
          (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
        )
      })
      .map((element) => `${element.tagName} ${element.className}: ${element.innerText.slice(0, 40)}`),
  )
}

/** Shapes of pictures that are painted in the colour of the ground they stand on. */
function invisibleShapes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ground = getComputedStyle(document.body).backgroundColor
    return [...document.querySelectorAll<SVGElement>('main svg :is(rect, circle, path, line)')]
      .filter((shape) => {
        const { fill, stroke, visibility, display } = getComputedStyle(shape)
        if (visibility === 'hidden' || display === 'none' || shape.closest('defs, symbol, pattern, clipPath'))
          return false
        const seen = (colour: string) => colour !== 'none' && colour !== ground && colour !== 'rgba(0, 0, 0, 0)'
        return !seen(fill) && !seen(stroke)
      })
      .map((shape) => `${shape.tagName} ${shape.getAttribute('class')}`)
      .slice(0, 5)
  })
}

test('what is wrong with a form is said in words, with scripts too', async ({ page }) => {
  await signInAs(page, 'Ingrid Ståhl')
  await page.goto('/rounds/new')
  await page.locator('input[name=capSek]').fill('abc')
  await page.locator('main form').getByRole('button').last().click()
  await expect(page.locator('.field-error').first()).toBeVisible()
  for (const error of await page.locator('main .error-summary, main .field-error').allInnerTexts())
    expect(error).not.toMatch(/\w+\.\w+\.\w+/)
  await expect(page.getByText('Skriv vad omgången heter.').first()).toBeVisible()
})

test('what is written in a draft is there when its page is left at once', async ({ page }) => {
  await signInAs(page, 'Petra Lövgren')
  await page.goto('/needs/new')
  await page.locator('main form').getByRole('button').first().click()
  await page.waitForURL(/\/form\/need$/)
  const draft = page.url()
  const description = page.getByLabel(/^Beskriv behovet/)
  for (const [words, leave] of [
    ['Lämnas genom en länk.', () => page.getByRole('navigation').getByRole('link', { name: 'Beslut' }).first().click()],
    ['Lämnas genom adressen.', () => page.goto('/decisions')],
  ] as const) {
    await description.fill(words)
    await leave()
    await page.waitForURL(/\/decisions/)
    await expect(async () => {
      await page.goto(draft)
      await expect(description).toHaveValue(words, { timeout: 500 })
    }).toPass({ timeout: 10_000 })
  }
})

test('whoever writes in a second window is shown both texts, where the eye and the focus are', async ({ page }) => {
  await signInAs(page, 'Petra Lövgren')
  await page.goto('/needs/new')
  await page.locator('main form').getByRole('button').first().click()
  await page.waitForURL(/\/form\/need$/)
  const second = await page.context().newPage()
  await second.goto(page.url())
  for (const [window, words] of [
    [page, 'I det första fönstret.'],
    [second, 'I det andra fönstret.'],
  ] as const) {
    await window.getByLabel(/^Behovet i en mening/).fill('Vi skriver i två fönster')
    await window.getByLabel(/^Beskriv behovet/).fill(words)
    await window.getByRole('button', { name: 'Spara och fortsätt' }).click()
    if (window === page) await page.waitForURL(/\/form\/affected$/)
  }
  const notice = second.getByRole('group', { name: 'Det här har ändrats medan du skrev' })
  await expect(notice).toBeFocused()
  await expect(notice.getByRole('heading')).toBeInViewport()
  await expect(notice).toContainText('I det första fönstret.')
  await expect(second.getByLabel(/^Beskriv behovet/)).toHaveValue('I det andra fönstret.')
  await second.getByRole('button', { name: 'Spara och fortsätt' }).click()
  await second.waitForURL(/\/form\/affected$/)
})

test('what an assessor writes in one window stays when another one saves', async ({ browser }) => {
  test.setTimeout(120_000)
  const first = await personPage(browser, 'Sara Wikner')
  await first.goto('/rounds/2/assessment')
  await first.goto((await first.locator('main a[href*="/assessment/"]').nth(1).getAttribute('href')) as string)
  const second = await first.context().newPage()
  await second.goto(first.url())
  const saves = (page: Page) => page.waitForResponse((response) => /\/draft/.test(response.url()) && response.ok())
  const reasonIn = (page: Page, at: number) => page.locator('main [name^="reason-"]').nth(at)
  for (const page of [first, second])
    for (const criterion of await page.locator('details.criterion').all())
      await criterion.evaluate((element) => ((element as HTMLDetailsElement).open = true))
  const saved = saves(first)
  await reasonIn(first, 0).fill('Skäl i första fönstret')
  await saved
  const savedToo = saves(second)
  await reasonIn(second, 1).fill('Skäl i andra fönstret')
  await savedToo
  // The button sends the whole sheet, as it stands in a window that has not seen what the other one wrote.
  const sheet = first.url()
  await first.locator('main button[name="next"]').first().click()
  await expect(first).not.toHaveURL(sheet)
  await first.goto(sheet)
  await expect(reasonIn(first, 0)).toHaveValue('Skäl i första fönstret')
  await expect(reasonIn(first, 1)).toHaveValue('Skäl i andra fönstret')
})

test('a commitment that is made does not stand in the form, to be made once more', async ({ browser }) => {
  const page = await personPage(browser, 'Bengt Sandahl')
  await page.goto('/decisions/2026-0102/commitments')
  const months = page.locator('input[name=personMonths]')
  await months.fill('0,5')
  await page.getByRole('button', { name: 'Lämna åtagandet' }).click()
  await expect(page.getByText('Åtagandet är lämnat.')).toBeVisible()
  await expect(months).toHaveValue('')
})
