import { expect, type Page, test } from '@playwright/test'
import { personPage } from './support.ts'

/** What people do each day, with scripts switched off: forms post and links link. The whole flow is walked in flow.spec.ts. */
const plain = { javaScriptEnabled: false }

/** Somebody whom no other walk writes as, as in signed-out.spec.ts. */
const author = 'Samira Nouri'

test('a need is submitted step by step, past those that are like it, and followed', async ({ browser }) => {
  test.setTimeout(300_000)
  const page = await personPage(browser, author, plain)
  await page.goto('/needs/new')
  await page.locator('main form').getByRole('button').first().click()
  await page.waitForURL(/\/form\/need$/)
  await page.getByLabel(/^Behovet i en mening/).fill('Inskannade journaler går inte att söka i')
  await page
    .getByLabel(/^Beskriv behovet/)
    .fill('Inskannade personakter och handlingar ligger som bilder. Fritexten går inte att söka i utan att läsa allt.')
  for (const step of ['affected', 'tried', 'data', 'urgency', 'check']) {
    await page.getByRole('button', { name: 'Spara och fortsätt' }).click()
    await page.waitForURL(new RegExp(`/form/${step}$`))
  }
  await expect(page.getByText('Inskannade journaler går inte att söka i').first()).toBeVisible()
  // Those that are like it stand on the page, each with a way to say "we share it".
  await expect(page.getByRole('link', { name: /^Vi delar behovet/ }).first()).toBeVisible()
  await page.getByRole('button', { name: /^Lämna behovet/ }).click()
  await page.waitForURL(/\/receipt$/)
  await expect(page.getByText(/\d{4}-\d{4}/).first()).toBeVisible()

  await page.goto(page.url().replace('/receipt', ''))
  await page.getByRole('button', { name: 'Sluta följa' }).first().click()
  await expect(page.getByText('Du följer inte längre behovet.')).toBeVisible()
  await page.getByRole('button', { name: 'Följ', exact: true }).first().click()
  await expect(page.getByText('Du följer nu behovet.', { exact: false })).toBeVisible()
})

test('an empty page of the form says what is missing and keeps what was written', async ({ browser }) => {
  const page = await personPage(browser, author, plain)
  await page.goto('/needs/new')
  await page.locator('main form').getByRole('button').first().click()
  await page.waitForURL(/\/form\/need$/)
  await page.getByLabel(/^Beskriv behovet/).fill('Bara en beskrivning.')
  await page.getByRole('button', { name: 'Spara och fortsätt' }).click()
  await expect(page.getByRole('link', { name: 'Skriv behovet i en mening.' })).toBeVisible()
  await expect(page.getByLabel(/^Beskriv behovet/)).toHaveValue('Bara en beskrivning.')
  await expect(page).toHaveTitle(/^Fel:/)
})

test('a suggestion is accepted, taken back and turned down in the inbox', async ({ browser }) => {
  const page = await personPage(browser, 'Johan Myrén', plain)
  await page.goto('/inbox?show=join')
  const first = page.locator('main article').first()
  const title = (await first.getByRole('heading').first().innerText()).trim()
  await first.getByRole('button', { name: /^Lägg till/ }).click()
  await expect(page.getByRole('button', { name: 'Ångra' }).first()).toBeVisible()
  await expect(page.locator('main article').filter({ hasText: title })).toHaveCount(0)
  await page.getByRole('button', { name: 'Ångra' }).first().click()
  await expect(page.getByText('Svaret är ångrat.').first()).toBeVisible()
  await page.goto('/inbox?show=join')
  await expect(page.locator('main article').filter({ hasText: title })).toHaveCount(1)
  await page
    .locator('main article')
    .filter({ hasText: title })
    .getByRole('button', { name: /^Inte samma/ })
    .click()
  await expect(page.getByRole('button', { name: 'Ångra' }).first()).toBeVisible()
  await page.goto('/inbox?show=join')
  await expect(page.locator('main article').filter({ hasText: title })).toHaveCount(0)
})

test('needs are added to a problem, split from it and merged back', async ({ browser }) => {
  const page = await personPage(browser, 'Johan Myrén', plain)
  await page.goto('/problems/16/addition')
  await page.locator('main form[method=post]').getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Lägg till valda behov' }).click()
  await expect(page).toHaveURL(/\/problems\/16$/)
  await expect(page.getByText(/^1 behov lades till i problem 16/)).toBeVisible()

  await page.goto('/problems/16/split')
  await page.locator('main form[method=post]').getByRole('checkbox').first().check()
  await page.getByLabel('Det nya problemets namn').fill('En del av problemet om öppna data')
  await page.getByRole('button', { name: 'Skapa det nya problemet' }).click()
  await expect(page).toHaveURL(/\/problems\/\d+$/)
  await expect(page.getByRole('heading', { level: 1, name: 'En del av problemet om öppna data' })).toBeVisible()
  const number = new URL(page.url()).pathname.split('/').at(-1) as string

  await page.goto('/problems/16/merge')
  await page.getByLabel('Problem som ska gå upp i det här').selectOption(number)
  await page.getByRole('button', { name: 'Slå ihop' }).click()
  await expect(page.getByText(new RegExp(`^Problem ${number} gick upp i problem 16`))).toBeVisible()
})

test('the language is changed and kept, and one signs out', async ({ browser }) => {
  const page = await personPage(browser, author, plain)
  await page.goto('/problems')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/problems$/)
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await openMenu(page, author)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
})

async function openMenu(page: Page, name: string) {
  await page.locator('summary').filter({ hasText: name }).click()
}
