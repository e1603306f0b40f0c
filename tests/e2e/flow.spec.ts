import { expect, type Page, test } from '@playwright/test'
import { personPage } from './support.ts'

/** What the needs, the problem and the decision are called, so that the flow can be walked twice on one site. */
interface Story {
  title: string
  other: string
  problemTitle: string
  decisionTitle: string
  list: string
  round: string
}
const stories: Record<'scripts' | 'plain', Story> = {
  scripts: {
    title: 'Vi kan inte dela mätvärden från badplatser',
    other: 'Badvattenprover går inte att jämföra mellan kommuner',
    problemTitle: 'Dela mätvärden om vatten mellan kommuner',
    decisionTitle: 'Arbetsgrupp om mätvärden från vatten',
    list: 'SKR-FLOW',
    round: 'provet',
  },
  plain: {
    title: 'Vi kan inte dela ritningar över gamla broar',
    other: 'Broritningar går inte att läsa utanför det egna arkivet',
    problemTitle: 'Dela ritningar över broar mellan väghållare',
    decisionTitle: 'Arbetsgrupp om ritningar över broar',
    list: 'SKR-PLAIN',
    round: 'prov utan skript',
  },
}

test('a need goes from a network’s list to a minuted decision, and its submitter follows it there', ({ browser }) =>
  walk(stories.scripts, (name) => personPage(browser, name)))

test('the same way can be walked with scripts switched off', ({ browser }) =>
  walk(stories.plain, (name) => personPage(browser, name, { javaScriptEnabled: false })))

/** The whole flow, from a network's list to the submitter reading the decision, walked as the people who do it. */
async function walk(
  { title, other, problemTitle, decisionTitle, list, round: roundTitle }: Story,
  pageOf: (name: string | null) => Promise<Page>,
) {
  test.setTimeout(600_000)
  const helena = await pageOf('Helena Strid')
  await importList(helena, [
    'Referens;Behov;Beskrivning;Organisation;Status',
    `${list}-1;${title};De ligger i tre system och lämnas som utskrifter till regionen.;Granåsa kommun;Ny`,
    `${list}-2;${other};Vi gör samma sak på olika sätt och kan inte se när något blir sämre.;Ekvalla kommun;Ny`,
    `${list}-3;En rad som ingen känner igen;Texten är riktig men organisationen finns inte.;Glömda kommun;Ny`,
  ])

  const maria = await pageOf('Maria Edholm')
  await maria.goto('/')
  await maria.getByRole('link', { name: title }).first().click()
  await expect(maria.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const needUrl = maria.url()
  await maria
    .getByRole('link', { name: /bekräfta|stämmer/i })
    .first()
    .click()
  await maria.locator('main form').getByRole('button').first().click()
  await maria.waitForURL(needUrl)

  const tove = await pageOf('Tove Hagman')
  await tove.goto(needUrl)
  await tove.getByLabel('Hur ser det ut hos er?').fill('Samma sak hos oss, i två system.')
  await tove.getByRole('button', { name: 'Vi delar behovet' }).click()
  await expect(tove.getByText('Samma sak hos oss, i två system.').first()).toBeVisible()

  const ingrid = await pageOf('Ingrid Ståhl')
  await formProblem(ingrid, problemTitle, [title, other])
  const problem = new URL(ingrid.url()).pathname
  const number = problem.split('/').at(-1) as string

  const round = await openRound(ingrid, number, roundTitle)
  for (const name of ['Elin Forsgren', 'Lena Sjöö']) await assess(await pageOf(name), round)
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

  await decide(ingrid, problemTitle, decisionTitle, roundTitle)

  await maria.goto(needUrl)
  await expect(maria.getByText(problemTitle).first()).toBeVisible()
  await maria
    .getByRole('link', { name: /Läs beslutet/ })
    .first()
    .click()
  await expect(maria.getByRole('heading', { level: 1, name: decisionTitle })).toBeVisible()
  await expect(maria.getByText('Två kommuner gör samma sak på olika sätt.').first()).toBeVisible()

  // Anyone at all can follow it there, without signing in.
  const anyone = await pageOf(null)
  await anyone.goto(needUrl)
  await anyone
    .getByRole('link', { name: /Läs beslutet/ })
    .first()
    .click()
  await expect(anyone.getByRole('heading', { level: 1, name: decisionTitle })).toBeVisible()
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
  await expect(async () => {
    if (!(await page.getByText('Glömda kommun').first().isVisible())) await page.reload()
    await expect(page.getByText('Glömda kommun').first()).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  await page.getByRole('button', { name: /Läs in/ }).click()
  // A page that is fetched again before the answer has come would take the click back.
  await page.waitForURL(/\/imports\/[0-9a-z]{20}$/)
  await expect(async () => {
    // Without scripts the page is fetched again by hand.
    if (
      !(await page
        .getByText(/2 rader är inlästa/)
        .first()
        .isVisible())
    )
      await page.reload()
    await expect(page.getByText(/2 rader är inlästa/).first()).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
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

async function openRound(page: Page, problemNumber: string, title: string): Promise<string> {
  await page.goto('/rounds/new')
  await page.getByLabel('Namn', { exact: true }).fill(title)
  await page.getByRole('button', { name: 'Skapa utkastet' }).click()
  await page.waitForURL(/\/rounds\/\d+$/)
  const round = new URL(page.url()).pathname
  await page.goto(`${round}/problems`)
  await page.getByRole('checkbox', { name: `Ta med problem ${problemNumber}` }).check()
  const another = page.getByRole('checkbox', { name: /^Ta med problem/, checked: false })
  await another.first().check()
  await page.getByRole('button', { name: 'Spara urvalet' }).click()
  await page.waitForURL((url) => url.pathname === round)
  await page.goto(`${round}/assessors`)
  for (const name of ['Elin Forsgren', 'Lena Sjöö']) await page.getByRole('checkbox', { name }).check()
  await page.getByRole('button', { name: 'Bjud in' }).click()
  await expect(page.getByText('Bedömarna är inbjudna.').first()).toBeVisible()
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
    await page.waitForURL((url) => url.pathname !== problem)
  }
  await page.goto(`${round}/assessment`)
  await page.getByRole('button', { name: 'Jag är klar' }).click()
  await expect(page.getByText(/klar och förseglad|Du har sagt att du är klar/).first()).toBeVisible()
}

async function decide(page: Page, problemTitle: string, decisionTitle: string, roundTitle: string) {
  await page.goto('/meetings/new')
  await page.getByLabel('Mötets namn').fill('Provmöte')
  await page.getByLabel(/^Dag/).fill('2099-02-10')
  await page.getByLabel('Klockslag').fill('09.30')
  await page.getByLabel('Plats').fill('På distans')
  await page.getByLabel('Så många måste delta i varje ärende').fill('3')
  await page.getByLabel('Ordförande').selectOption({ label: await optionLike(page, 'Ordförande', 'Anders Wiklund') })
  await page.getByRole('button', { name: 'Spara mötet' }).click()
  await page.waitForURL(/\/meetings\/[0-9a-z]{20}$/)
  const meeting = new URL(page.url()).pathname
  await page.goto(`${meeting}/round-places`)
  await page.getByLabel('Omgång', { exact: true }).selectOption({ label: await optionLike(page, 'Omgång', roundTitle) })
  await page.getByLabel('Så många platser').fill('2')
  await page.getByRole('button', { name: 'Lägg till' }).click()
  await page.waitForURL((url) => url.pathname === meeting)
  const rewords = page.getByRole('link', { name: /^Ändra: / })
  // The address changes a moment before the page does.
  await expect(rewords.first()).toBeVisible()
  for (const reword of await rewords.evaluateAll((links) => links.map((link) => link.getAttribute('href') as string))) {
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
    await page.getByLabel(/^Skäl/).fill('Två kommuner gör samma sak på olika sätt.')
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
