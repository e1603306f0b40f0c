import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { TOTP } from 'otpauth'
import { expectAccessible } from './support.ts'

/** A real installation: its own server and database, no demonstration, and nobody in it. */
const port = Number(process.env.E2E_INSTALLATION_PORT ?? 4391)
const origin = `http://127.0.0.1:${port}`
const folder = mkdtempSync(path.join(os.tmpdir(), 'samsyn-installation-'))
const env = {
  ...process.env,
  NODE_ENV: 'production' as const,
  DEMO: '0',
  DATABASE_URL: path.join(folder, 'samsyn.db'),
  SAMSYN_DATA: folder,
  SAMSYN_ORIGIN: origin,
  PORT: String(port),
  HOST: '127.0.0.1',
  LOG_LEVEL: 'error',
}
const password = 'fyra ord som inte hör ihop'
let server: ChildProcess

test.beforeAll(async () => {
  test.setTimeout(240_000)
  server = spawn(process.execPath, ['--import', 'tsx', 'app/cli/start.ts'], { env, stdio: 'ignore' })
  await expect
    .poll(
      () =>
        fetch(`${origin}/health`).then(
          (answer) => answer.status,
          () => 0,
        ),
      { timeout: 200_000 },
    )
    .toBe(200)
})

test.afterAll(() => {
  server.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

test('an administrator sets up an installation from nothing, and a representative submits the first need', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const said = samsyn(
    'person',
    'create',
    '--name',
    'Yrsa Lind',
    '--email',
    'yrsa@digg.example',
    '--role',
    'administrator',
  )
  const administrator = await accept(browser, said.match(/http\S+/)?.[0] as string)
  const recoveryCodes = await setUpSecondFactor(administrator)

  await administrator.goto('/organisations')
  await expect(administrator.getByRole('heading', { name: 'Inga organisationer än' })).toBeVisible()
  await administrator.getByRole('link', { name: 'Läs in en lista' }).click()
  const rows = ['Namn;Slag;Kod', 'Myndigheten för data;myndighet;', 'Granåsa kommun;kommun;0184', 'Fel kommun;kommun;9']
  await administrator
    .locator('input[type=file]')
    .setInputFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) })
  await administrator.getByRole('button', { name: 'Läs filen' }).click()
  await expect(administrator.getByText('1 rad är fel och läses inte in')).toBeVisible()
  await expectAccessible(administrator, 'the list before it is read in')
  await administrator.getByRole('button', { name: 'Läs in 2 rader' }).click()
  await expect(administrator.getByText(/2 nya, 0 kompletterade, 1 felaktiga/)).toBeVisible()

  await administrator.goto('/networks/new')
  await administrator.getByLabel('Namn', { exact: true }).fill('Kommunernas AI-nätverk')
  await administrator.getByLabel('Vad nätverket gör', { exact: true }).fill('Samlar kommunernas behov.')
  await administrator.getByRole('button', { name: 'Spara' }).click()
  await administrator.getByLabel('Organisation', { exact: true }).selectOption({ label: 'Granåsa kommun' })
  await administrator.getByRole('button', { name: 'Lägg till medlem' }).click()
  await expect(administrator.getByText('Medlemmen är tillagd.')).toBeVisible()

  const coordinator = await accept(
    browser,
    await invite(administrator, 'Ingrid Ståhl', 'Samordnare', { organisation: 'Myndigheten för data' }),
  )
  // The role waits for the second factor.
  await coordinator.goto('/inbox')
  await expect(coordinator).toHaveURL(/\/account\/second-factor$/)
  await setUpSecondFactor(coordinator)
  await coordinator.goto('/inbox')
  await expect(coordinator).toHaveURL(/\/inbox$/)

  await invite(coordinator, 'Tove Hagman', 'Behovsägare', { organisation: 'Granåsa kommun' })
  const representative = await accept(browser, await mailedLink('tove.hagman@granasa.example'))
  await submitNeed(representative, 'Vi kan inte dela mätvärden från badplatser')
  await coordinator.goto('/inbox')
  await expect(coordinator.getByText('Vi kan inte dela mätvärden från badplatser').first()).toBeVisible()

  const keeper = await accept(
    browser,
    await invite(coordinator, 'Helena Strid', 'Nätverkssamordnare', { network: 'Kommunernas AI-nätverk' }),
  )
  await keeper.goto('/imports')
  await expect(keeper.getByLabel('Nätverk')).toBeVisible()

  await signInWithRecoveryCode(browser, recoveryCodes[0] as string)
})

function samsyn(...args: string[]): string {
  return execFileSync(process.execPath, ['--import', 'tsx', 'app/cli/samsyn.ts', ...args], { env, encoding: 'utf8' })
}

async function accept(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'sv-SE', baseURL: origin })).newPage()
  await page.goto(link)
  await page.getByLabel('Nytt lösenord').fill(password)
  await page.getByRole('button', { name: 'Skapa kontot och logga in' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/invitations'))
  return page
}

async function setUpSecondFactor(page: Page): Promise<string[]> {
  await expect(page.getByText('Din roll kräver tvåstegsinloggning')).toBeVisible()
  await page.getByLabel('Nuvarande lösenord').fill(password)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await page.waitForURL(/confirmation$/)
  await expectAccessible(page, 'connecting a device')
  const secret = (await page.locator('.device-key .hash').innerText()).replaceAll(' ', '')
  await page.getByLabel('Engångskod').fill('000000')
  await page.getByRole('button', { name: 'Slå på tvåstegsinloggning' }).click()
  await expect(page.getByText(/Koden stämmer inte/).first()).toBeVisible()
  await page.getByLabel('Engångskod').fill(new TOTP({ secret }).generate())
  await page.getByRole('button', { name: 'Slå på tvåstegsinloggning' }).click()
  await page.waitForURL(/recovery-codes$/)
  await expectAccessible(page, 'the recovery codes')
  const codes = await page.locator('.recovery-codes code').allInnerTexts()
  expect(codes).toHaveLength(10)
  await page.getByRole('link', { name: 'Jag har sparat koderna' }).click()
  return codes
}

/** The link that the inviter is shown. */
async function invite(
  page: Page,
  name: string,
  role: string,
  holder: { organisation?: string; network?: string },
): Promise<string> {
  await page.goto('/invitations/new')
  await page.getByLabel('Namn', { exact: true }).fill(name)
  const address = name.toLowerCase().replace(' ', '.').replaceAll('å', 'a')
  await page.getByLabel('E-post', { exact: true }).fill(`${address}@granasa.example`)
  await page.getByLabel('Roll', { exact: true }).selectOption({ label: role })
  if (holder.organisation) await page.getByLabel('Organisation').selectOption({ label: holder.organisation })
  if (holder.network) await page.getByLabel('Nätverk').selectOption({ label: holder.network })
  await page.getByRole('button', { name: 'Skicka inbjudan' }).click()
  return page.getByLabel('Länk till inbjudan').inputValue()
}

/** The link in the file that stands for a mail where no mail server is configured, as one reads it in an editor. */
async function mailedLink(email: string): Promise<string> {
  const mails = path.join(folder, 'mail')
  let link: string | undefined
  await expect
    .poll(
      () => {
        const texts = readdirSync(mails).map((file) => readFileSync(path.join(mails, file), 'utf8'))
        link = texts.find((text) => text.includes(`To: ${email}`))?.match(/http\S+\/invitations\/[\w-]{43}/)?.[0]
        return link
      },
      { timeout: 30_000 },
    )
    .toBeTruthy()
  return link as string
}

async function submitNeed(page: Page, title: string) {
  await page.goto('/needs/new')
  await page.locator('main form').getByRole('button').first().click()
  await page.waitForURL(/\/form\/need$/)
  await page.locator('[name=title]').fill(title)
  await page
    .locator('[name=description]')
    .fill('Mätvärdena ligger i tre system och lämnas som utskrifter till regionen.')
  for (let step = 0; step < 8 && !/\/form\/check$/.test(page.url()); step++) {
    await answerStep(page)
    const title = await page.title()
    await page.getByRole('button', { name: /fortsätt|nästa/i }).click()
    await expect(page).not.toHaveTitle(title)
  }
  await page
    .getByRole('button', { name: /lämna in|lämna behovet|skicka/i })
    .first()
    .click()
  await page.waitForURL(/\/receipt$/)
}

/** Answers what the step has and nobody has answered: the first of each choice, a sentence in each text. */
async function answerStep(page: Page) {
  for (const text of await page.locator('main form textarea:visible').all())
    if ((await text.inputValue()) === '') await text.fill('Badande och de som provtar.')
  for (const select of await page.locator('main form select:visible').all())
    if ((await select.inputValue()) === '') await select.selectOption({ index: 1 })
  const names = new Set(
    await page
      .locator('main form input[type=radio]')
      .evaluateAll((radios) => radios.map((one) => (one as HTMLInputElement).name)),
  )
  for (const name of names) {
    const group = page.locator(`main form input[type=radio][name="${name}"]`)
    const chosen = await group.evaluateAll((radios) => radios.some((one) => (one as HTMLInputElement).checked))
    if (!chosen) await group.first().check()
  }
}

async function signInWithRecoveryCode(browser: Browser, code: string) {
  const page = await (
    await browser.newContext({ locale: 'sv-SE', baseURL: origin, javaScriptEnabled: false })
  ).newPage()
  await page.goto('/admin')
  await page.getByLabel('E-post').fill('yrsa@digg.example')
  await page.getByLabel('Lösenord').fill(password)
  await page.getByRole('button', { name: 'Logga in' }).click()
  await expect(page).toHaveURL(/\/sign-in\/code/)
  await page.getByRole('link', { name: 'Jag har inte min telefon' }).click()
  await page.getByLabel('Reservkod').fill(code)
  await page.getByRole('button', { name: 'Logga in' }).click()
  await expect(page).toHaveURL(/\/admin$/)
}
