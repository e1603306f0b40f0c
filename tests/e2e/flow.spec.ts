import { type Browser, expect, type Page, test } from '@playwright/test'
import { signInAs } from './support.ts'

/** The whole flow, from a network's list to the submitter reading the decision, walked as the people who do it. */
test('a need goes from a network’s list to a minuted decision, and its submitter follows it there', async ({
  browser,
}) => {
  test.setTimeout(400_000)
  const title = 'Vi kan inte dela mätvärden från badplatser'
  const problemTitle = 'Dela mätvärden om vatten mellan kommuner'
  const decisionTitle = 'Arbetsgrupp om mätvärden från vatten'

  const helena = await personPage(browser, 'Helena Strid')
  await importList(helena, [
    'Referens;Behov;Beskrivning;Organisation;Status',
    `SKR-FLOW-1;${title};Mätvärdena ligger i tre system och lämnas som utskrifter till regionen.;Granåsa kommun;Ny`,
    'SKR-FLOW-2;Badvattenprover går inte att jämföra mellan kommuner;Vi mäter samma sak på olika sätt och kan inte se när vattnet blir sämre.;Ekvalla kommun;Ny',
    'SKR-FLOW-3;En rad som ingen känner igen;Texten är riktig men organisationen finns inte.;Glömda kommun;Ny',
  ])

  const maria = await personPage(browser, 'Maria Edholm')
  await maria.goto('/')
  await maria.getByRole('link', { name: title }).first().click()
  await expect(maria.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const needUrl = maria.url()
  await maria
    .getByRole('link', { name: /bekräfta|stämmer/i })
    .first()
    .click()
  await maria.locator('main form').getByRole('button').first().click()
  await expect(maria.getByText(/bekräfta/i).first()).toBeVisible()

  const tove = await personPage(browser, 'Tove Hagman')
  await tove.goto(needUrl)
  await tove.getByLabel('Hur ser det ut hos er?').fill('Samma sak hos oss, i två system.')
  await tove.getByRole('button', { name: 'Vi delar behovet' }).click()
  await expect(tove.getByText('Samma sak hos oss, i två system.').first()).toBeVisible()

  const ingrid = await personPage(browser, 'Ingrid Ståhl')
  await formProblem(ingrid, problemTitle, [title, 'Badvattenprover går inte att jämföra'])
  const problem = new URL(ingrid.url()).pathname
  const number = problem.split('/').at(-1) as string

  const round = await openRound(ingrid, number)
  for (const name of ['Elin Forsgren', 'Lena Sjöö']) await assess(await personPage(browser, name), round)
  for (const [path, button] of [
    ['reveal', 'Bryt förseglingen'],
    ['closing', 'Stäng omgången'],
    ['publication', 'Publicera resultatet'],
  ] as const) {
    await ingrid.goto(`${round}/${path}`)
    await ingrid.locator('main').getByRole('button', { name: button }).click()
    await ingrid.waitForURL((url) => !url.pathname.endsWith(path))
  }
  await ingrid.goto(`${round}/result`)
  await expect(ingrid.getByText(problemTitle).first()).toBeVisible()

  await decide(ingrid, problemTitle, decisionTitle)

  await maria.goto(needUrl)
  await expect(maria.getByText(problemTitle).first()).toBeVisible()
  await maria
    .getByRole('link', { name: /Läs beslutet/ })
    .first()
    .click()
  await expect(maria.getByRole('heading', { level: 1, name: decisionTitle })).toBeVisible()
  await expect(maria.getByText('Två kommuner mäter samma sak på olika sätt.').first()).toBeVisible()

  // Anyone at all can follow it there, without signing in.
  const anyone = await (await browser.newContext()).newPage()
  await anyone.goto(needUrl)
  await anyone
    .getByRole('link', { name: /Läs beslutet/ })
    .first()
    .click()
  await expect(anyone.getByRole('heading', { level: 1, name: decisionTitle })).toBeVisible()
})

async function personPage(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'sv-SE' })).newPage()
  await signInAs(page, name)
  return page
}

async function importList(page: Page, lines: string[]) {
  await page.goto('/imports')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
  await page.getByRole('button', { name: 'Läs filen' }).click()
  await page.waitForURL(/\/columns$/)
  await page.locator('main form').getByRole('button').first().click()
  await page.waitForURL(/\/preview$/)
  await expect(page.getByText('Glömda kommun').first()).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: /Läs in/ }).click()
  await expect(page.getByText(/2 rader är inlästa/).first()).toBeVisible({ timeout: 60_000 })
}

async function formProblem(page: Page, title: string, needs: string[]) {
  await page.goto('/problems/new')
  await page.getByLabel('Namn', { exact: true }).fill(title)
  await page.getByLabel(/^Beskrivning/).fill('Kommunerna mäter samma vatten och kan inte se varandras värden.')
  for (const need of needs) await page.getByRole('checkbox', { name: need }).first().check()
  await page.getByLabel(/^Skäl/).fill('Samma hinder: mätvärden som inte går att dela.')
  await page.getByRole('button', { name: 'Skapa problemet' }).click()
  await page.waitForURL(/\/problems\/\d+$/)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

async function openRound(page: Page, problemNumber: string): Promise<string> {
  await page.goto('/rounds/new')
  await page.getByLabel('Namn', { exact: true }).fill('provet')
  await page.getByRole('button', { name: 'Skapa utkastet' }).click()
  await page.waitForURL(/\/rounds\/\d+$/)
  const round = new URL(page.url()).pathname
  await page.goto(`${round}/problems`)
  await page.getByRole('checkbox', { name: `Ta med problem ${problemNumber}` }).check()
  await page.getByRole('checkbox', { name: /Ta med problem 14$/ }).check()
  await page.getByRole('button', { name: 'Spara urvalet' }).click()
  await page.goto(`${round}/assessors`)
  for (const name of ['Elin Forsgren', 'Lena Sjöö']) await page.getByRole('checkbox', { name }).check()
  await page.getByRole('button', { name: 'Bjud in' }).click()
  await page.goto(`${round}/opening`)
  await page.locator('main').getByRole('button', { name: 'Öppna omgången' }).click()
  await expect(page.getByText('Omgången är förseglad.').first()).toBeVisible()
  return round
}

/** Scores every criterion of every problem, by script or without: each page is one form. */
async function assess(page: Page, round: string) {
  await page.goto(`${round}/assessment`)
  const problems = await page
    .locator(`main a[href^="${round}/assessment/"]`)
    .evaluateAll((links) => [
      ...new Set(links.map((link) => (link.getAttribute('href') as string).split('?')[0] as string)),
    ])
  expect(problems.length).toBe(2)
  for (const problem of problems) {
    await page.goto(problem)
    for (const criterion of await page.locator('details.criterion').all()) {
      await criterion.evaluate((element: HTMLDetailsElement) => {
        element.open = true
      })
      await criterion.getByRole('radio').nth(3).check()
    }
    await page.getByRole('button', { name: /Spara/ }).first().click()
    await page.waitForLoadState('networkidle')
  }
  await page.goto(`${round}/assessment`)
  await page.getByRole('button', { name: 'Jag är klar' }).click()
  await expect(page.getByText(/klar och förseglad|Du har sagt att du är klar/).first()).toBeVisible()
}

async function decide(page: Page, problemTitle: string, decisionTitle: string) {
  await page.goto('/meetings/new')
  await page.getByLabel('Mötets namn').fill('Provmöte')
  await page.getByLabel(/^Dag/).fill('2027-02-10')
  await page.getByLabel('Klockslag').fill('09.30')
  await page.getByLabel('Plats').fill('På distans')
  await page.getByLabel('Så många måste delta i varje ärende').fill('3')
  await page.getByLabel('Ordförande').selectOption({ label: await optionLike(page, 'Ordförande', 'Anders Wiklund') })
  await page.getByRole('button', { name: 'Spara mötet' }).click()
  await page.waitForURL(/\/meetings\/[0-9a-z]{20}$/)
  const meeting = new URL(page.url()).pathname
  await page.goto(`${meeting}/round-places`)
  await page.getByLabel('Omgång', { exact: true }).selectOption({ label: await optionLike(page, 'Omgång', 'provet') })
  await page.getByLabel('Så många platser').fill('2')
  await page.getByRole('button', { name: 'Lägg till' }).click()
  await page.waitForURL((url) => url.pathname === meeting)
  for (const reword of await page
    .getByRole('link', { name: /^Ändra: / })
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') as string))) {
    await page.goto(reword)
    await page.getByLabel('Förslag till beslut').fill('att inrätta en arbetsgrupp')
    await page.getByRole('button', { name: 'Spara ärendet' }).click()
    await page.waitForURL((url) => url.pathname === meeting)
  }
  await press(page, `${meeting}/calling`, 'Kalla och frys underlaget')
  await press(page, `${meeting}/opening`, 'Öppna mötet')
  await page.goto(`${meeting}/attendance`)
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page.getByRole('button', { name: 'Spara närvaron' }).click()
  await page.waitForURL((url) => url.pathname === meeting)
  for (const item of await page
    .locator('main a[href*="/items/"]')
    .evaluateAll(
      (links) =>
        [
          ...new Set(
            links
              .map((link) => (link.getAttribute('href') as string).match(/.*\/items\/[0-9a-z]{20}/)?.[0])
              .filter(Boolean),
          ),
        ] as string[],
    )) {
    await page.goto(`${item}/decision`)
    const own = await page.getByText(problemTitle).first().isVisible()
    await page.getByLabel('Beslutstyp').selectOption({ label: 'Tematisk arbetsgrupp' })
    await page.getByLabel('Rubrik').fill(own ? decisionTitle : 'Arbetsgrupp om öppna data')
    await page.getByLabel('Beslutet lyder').fill('att inrätta en tematisk arbetsgrupp')
    await page.getByLabel(/^Skäl/).fill('Två kommuner mäter samma sak på olika sätt.')
    await page.getByRole('button', { name: 'Fatta beslutet' }).click()
    await page.waitForURL((url) => !url.pathname.endsWith('/decision'))
  }
  await page.goto(`${meeting}/minutes`)
  await page
    .getByLabel('Vem justerar?')
    .selectOption({ label: await optionLike(page, 'Vem justerar?', 'Leila Hosseini') })
  await page.getByRole('button', { name: 'Lås protokollet' }).click()
  await expect(page.getByText(/Protokollet är låst/).first()).toBeVisible()
}

async function press(page: Page, path: string, button: string) {
  await page.goto(path)
  await page.locator('main').getByRole('button', { name: button }).click()
  await page.waitForURL((url) => url.pathname !== path)
}

async function optionLike(page: Page, label: string, words: string): Promise<string> {
  const options = await page.getByLabel(label, { exact: true }).locator('option').allTextContents()
  const found = options.find((option) => option.includes(words))
  if (!found) throw new Error(`No option with ${words} under ${label}: ${options.join(', ')}`)
  return found
}
