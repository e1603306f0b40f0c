import { expect, type Page, test } from '@playwright/test'
import { personPage } from './support.ts'

/** Where there are keys of our own, and the ways that hold everywhere: skip, tab, enter, space. */
test('the inbox is answered by single keys, which are silent in fields and can be turned off', async ({ browser }) => {
  test.setTimeout(180_000)
  const page = await personPage(browser, 'Ingrid Ståhl')
  await page.goto('/inbox?show=join')
  await expect(page.getByRole('button', { name: 'Stäng av kortkommandon' })).toBeVisible()
  const titles = await page.locator('article.case h4, article.case h3').allInnerTexts()
  const last = titles.length - 1
  for (let at = 0; at < last; at += 1) await page.keyboard.press('j')
  await expect(page.locator('article.case').nth(last).locator(':focus')).toHaveCount(1)
  await page.keyboard.press('g')
  await expect(page.getByRole('button', { name: /Ångra/ }).first()).toBeVisible()
  await expect(page.locator('article.case').filter({ hasText: titles[last] as string })).toHaveCount(0)
  await page.keyboard.press('z')
  await page.waitForURL(/\/inbox$/)
  await page.goto('/inbox?show=join')
  await expect(page.locator('article.case').filter({ hasText: titles[last] as string })).toHaveCount(1)

  await page.getByRole('button', { name: 'Stäng av kortkommandon' }).focus()
  await page.keyboard.press('Enter')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Slå på kortkommandon' })).toBeVisible()
  await page.locator('body').press('j')
  await expect(page.locator('article.case :focus')).toHaveCount(0)
})

test('a problem is scored by figures and arrows, and figures in a reason stay figures', async ({ browser }) => {
  test.setTimeout(180_000)
  const page = await personPage(browser, 'Sara Wikner')
  await page.goto('/rounds/2/assessment')
  await page.locator('main a[href*="/assessment/"]').first().focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/assessment\/\d+$/)
  await expect(page.getByRole('button', { name: /kortkommandon/ })).toBeVisible()
  const criterion = page.locator('details.criterion').first()
  await criterion.locator('summary').focus()
  await page.keyboard.press('3')
  await expect(criterion.getByRole('radio').nth(3)).toBeChecked()
  await page.keyboard.press('ArrowUp')
  await expect(criterion.getByRole('radio').nth(2)).toBeChecked()
  await criterion.getByRole('textbox').fill('')
  await page.keyboard.type('4 av 10 kommuner')
  await expect(criterion.getByRole('textbox')).toHaveValue(/4 av 10 kommuner$/)
  await expect(criterion.getByRole('radio').nth(2)).toBeChecked()

  // To the next problem and back by keys, before the moment after which a reason saves itself.
  const first = page.url()
  await criterion.getByRole('textbox').fill('Skrivet strax före N')
  await criterion.locator('summary').focus()
  await page.keyboard.press('n')
  await page.waitForURL((url) => url.href !== first)
  // The keys work once the page that was gone to is there; on a busy machine that takes a while.
  await expect(async () => {
    await page.keyboard.press('Shift+P')
    await page.waitForURL(first, { timeout: 2_000 })
  }).toPass()
  await expect(criterion.locator('[name^="reason-"]')).toHaveValue('Skrivet strax före N')
})

test('one skips to the content, opens the menu and closes it, and always sees where one is', async ({ browser }) => {
  const page = await personPage(browser, null, { viewport: { width: 320, height: 800 } })
  await page.goto('/problems')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Hoppa till innehållet' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()

  await page.getByRole('button', { name: 'Meny' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Omgångar' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: 'Omgångar' })).toBeHidden()

  await page.goto('/')
  expect(await unseenFocus(page, 40)).toEqual([])
})

/** Tabs onward and gives what has the keyboard without showing it. */
async function unseenFocus(page: Page, steps: number): Promise<string[]> {
  const unseen: string[] = []
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      const shown = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
      return element === document.body || shown ? null : `${element.tagName} ${element.textContent?.slice(0, 30)}`
    })
    if (found) unseen.push(found)
  }
  return unseen
}
