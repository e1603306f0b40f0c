import { expect, test } from '@playwright/test'
import { personPage, signInAs } from './support.ts'

/** Somebody whom no other walk writes as: the same draft is opened for whoever begins twice without writing. */
const author = 'Gustav Ekroth'

for (const javaScriptEnabled of [true, false])
  test(`who is signed out while writing loses nothing, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    const page = await personPage(browser, author, { javaScriptEnabled })
    await page.goto('/needs/new')
    await page.locator('main form').getByRole('button').first().click()
    await page.waitForURL(/\/form\/need$/)
    await page.getByLabel(/^Behovet i en mening/).fill('Vi kan inte läsa våra egna avtal')
    await page.getByLabel(/^Beskriv behovet/).fill('De ligger i sju pärmar och tre system.')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Spara och fortsätt' }).click()
    await expect(page.getByText('De ligger i sju pärmar och tre system.')).toBeVisible()
    // Nobody is signed in, so nobody is named.
    await expect(page.getByRole('banner').getByText(author)).toHaveCount(0)

    await signInAs(await page.context().newPage(), author)
    await page.getByRole('button', { name: 'Skicka det jag skrev' }).click()
    await page.waitForURL(/\/form\/affected$/)
    await page.goto(page.url().replace('affected', 'need'))
    await expect(page.getByLabel(/^Beskriv behovet/)).toHaveValue('De ligger i sju pärmar och tre system.')
  })

test('what is kept does not depend on which form it was', async ({ browser }) => {
  const page = await personPage(browser, 'Ingrid Ståhl')
  await page.goto('/terms/new')
  await page.getByRole('main').getByRole('textbox').first().fill('samverkanslust')
  await page.context().clearCookies()
  await page.getByRole('main').getByRole('button').last().click()
  await expect(page.getByRole('button', { name: 'Skicka det jag skrev' })).toBeVisible()
  await expect(page.locator('main [value="samverkanslust"]')).toHaveCount(1)
  await expect(page.getByRole('banner').getByText('Ingrid Ståhl')).toHaveCount(0)
})
