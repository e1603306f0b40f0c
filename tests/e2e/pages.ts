import { generatePath, matchPath } from '@remix-run/react'
import type { Page } from '@playwright/test'

/** From the first link of its kind to the pages of the thing it leads to, and of what stands on the first of them. */
interface Thing {
  link: string
  /** Words that single out one link. */
  words?: string
  pages: string[]
  inside?: Thing[]
}

/** Pages to look at, by who looks. */
export interface Tour {
  who: string | null
  paths: string[]
  things: (Thing & { list: string })[]
  /** What has to exist first. */
  prepare?: (page: Page) => Promise<void>
}

const round = '/rounds/:number'
const meeting = '/meetings/:id'
const item = `${meeting}/items/:item`
const problem = '/problems/:number'
const need = '/needs/:id'
const person = '/admin/people/:id'

export const tours: Tour[] = [
  {
    who: null,
    paths: [
      '/',
      '/sign-in',
      '/sign-in/done',
      '/sign-in/password',
      '/needs',
      '/problems',
      '/rounds',
      '/decisions',
      '/resources',
      '/organisations',
      '/networks',
      '/search',
      '/search?q=metadata',
      '/search?q=finnsinte',
      '/about',
      '/accessibility',
      '/cookies',
      '/privacy',
      '/how-we-count',
      '/how-the-engine-thinks',
      '/contact',
      '/records',
      '/open-data',
      '/finns-inte',
    ],
    things: [
      { list: '/needs', link: need, pages: [need, `${need}/versions`] },
      { list: '/problems', link: problem, pages: [problem, `${problem}/ledger`] },
      { list: '/rounds', link: round, pages: [round, `${round}/result`, `${round}/criteria`] },
      { list: '/rounds/1/result', link: `${round}/result/:problem`, pages: [`${round}/result/:problem`] },
      { list: '/decisions', link: '/decisions/:number', pages: ['/decisions/:number'] },
      { list: '/resources', link: '/resources/:key', pages: ['/resources/:key'] },
      { list: '/organisations', link: '/organisations/:key', pages: ['/organisations/:key'] },
      { list: '/networks', link: '/networks/:key', pages: ['/networks/:key'] },
      { list: '/meetings', link: meeting, pages: [meeting, `${meeting}/minutes`] },
    ],
  },
  {
    who: 'Tove Hagman',
    paths: [
      '/',
      '/needs?mine=1',
      '/needs/new',
      '/account',
      '/account/password',
      '/account/second-factor',
      '/notices',
      '/follows',
    ],
    things: [
      {
        list: '/',
        link: `${need}/form/:step`,
        pages: [`${need}/form/need`, `${need}/form/check`, `${need}/removal`],
      },
      {
        list: '/',
        link: need,
        words: '300 frågor om dagen',
        pages: [need, `${need}/confirmation`, `${need}/correction`, `${need}/disownment`],
      },
      {
        list: '/',
        link: need,
        words: 'Vi hittar inte vem som äger',
        pages: [`${need}/receipt`, `${need}/revision`, `${need}/withdrawal`],
      },
      { list: '/problems', link: problem, words: 'Tal till text', pages: [problem, `${problem}/endorsement`] },
    ],
  },
  {
    who: 'Jonas Brolin',
    paths: ['/'],
    things: [
      { list: '/', link: `${need}/referral-reply`, pages: [need, `${need}/referral-reply`] },
      { list: '/needs', link: need, words: 'Ingen vill äga metadata', pages: [`${need}/endorsement`] },
    ],
  },
  {
    who: 'Helena Strid',
    paths: ['/', '/imports'],
    things: [
      {
        list: '/imports',
        link: '/imports/:id/columns',
        pages: [
          '/imports/:id',
          '/imports/:id/columns',
          '/imports/:id/preview',
          '/imports/:id/rows',
          '/imports/:id/removal',
        ],
      },
    ],
    prepare: startImport,
  },
  {
    who: 'Ingrid Ståhl',
    paths: [
      '/',
      '/inbox',
      '/inbox/strictness',
      '/inbox/strictness?steps=2',
      '/terms',
      '/terms/new',
      '/problems/new',
      '/rounds',
      '/rounds/new',
      '/meetings',
      '/meetings/new',
      '/invitations',
      '/invitations/new',
      '/imports',
    ],
    things: [
      { list: '/terms', link: '/terms/:id', pages: ['/terms/:id', '/terms/:id/removal'] },
      { list: '/inbox', link: '/inbox/placement', pages: ['/inbox/placement'] },
      { list: '/inbox', link: '/suggestions/:id/change', pages: ['/suggestions/:id/change'] },
      {
        list: '/problems',
        link: problem,
        words: 'Publicera öppna data',
        pages: [
          problem,
          ...[
            'addition',
            'merge',
            'split',
            'move',
            'removal',
            'name',
            'opening',
            'parking',
            'waking',
            'declining',
            'resource',
            'question',
            'ledger',
          ].map((act) => `${problem}/${act}`),
        ],
      },
      {
        list: '/needs',
        link: need,
        pages: [need, `${need}/referral`, `${need}/duplicate`],
      },
      {
        list: '/rounds',
        link: round,
        words: 'Omgång 2',
        pages: [
          round,
          `${round}/assessors`,
          ...['reveal', 'closing', 'publication', 'opening', 'problems', 'settings'].map((act) => `${round}/${act}`),
        ],
      },
      { list: '/rounds/2/assessors', link: `${round}/assessors/withdrawal`, pages: [`${round}/assessors/withdrawal`] },
      { list: '/rounds/1/result', link: round, words: 'Omgång 1', pages: [`${round}/result`] },
      {
        list: '/meetings',
        link: meeting,
        words: 'Utskottets möte i december',
        pages: [meeting, ...['pack', 'change', 'attendance', 'opening'].map((act) => `${meeting}/${act}`)],
        inside: [
          {
            link: item,
            pages: [item, ...['decision', 'recusal', 'withdrawal', 'wording'].map((act) => `${item}/${act}`)],
          },
        ],
      },
      {
        list: '/meetings',
        link: meeting,
        words: 'Taktiskt samordningsforum',
        pages: [meeting, ...['calling', 'round-places', 'items/new'].map((act) => `${meeting}/${act}`)],
      },
    ],
  },
  {
    who: 'Sara Wikner',
    paths: ['/'],
    things: [
      {
        list: '/rounds/2/assessment',
        link: `${round}/assessment/:problem`,
        pages: [round, `${round}/assessment`, `${round}/assessment/:problem`, `${round}/assessment/:problem/recusal`],
      },
    ],
  },
  {
    who: 'Anders Wiklund',
    paths: ['/', '/meetings'],
    things: [
      {
        list: '/meetings',
        link: meeting,
        words: 'Utskottets möte i december',
        pages: [meeting, `${meeting}/pack`],
      },
    ],
  },
  {
    who: 'Bengt Sandahl',
    paths: ['/', '/decisions'],
    things: [
      {
        list: '/decisions',
        link: '/decisions/:number',
        words: 'Rättsligt klargörande',
        pages: ['/decisions/:number', '/decisions/:number/commitments'],
      },
    ],
  },
  {
    who: 'Yrsa Lind',
    paths: [
      '/',
      '/admin',
      '/admin/people',
      '/admin/access',
      '/admin/jobs',
      '/admin/trail',
      '/account/second-factor',
      '/organisations/new',
      '/organisations/import',
      '/networks/new',
    ],
    things: [
      {
        list: '/organisations',
        link: '/organisations/:key',
        pages: ['/organisations/:key', '/organisations/:key/details'],
      },
      {
        list: '/networks',
        link: '/networks/:key',
        pages: ['/networks/:key', '/networks/:key/details', '/networks/:key/members'],
      },
      {
        list: '/admin/people',
        link: person,
        words: 'Tove Hagman',
        pages: [person, `${person}/roles`, `${person}/deactivation`, `${person}/second-factor-reset`],
      },
      { list: '/admin/access', link: '/admin/roles/:id/ending', pages: ['/admin/roles/:id/ending'] },
    ],
  },
]

/** A list that is read and left before it is run, so that there are pages to see and nothing has changed. */
async function startImport(page: Page) {
  await page.goto('/imports')
  const lines = [
    'Referens;Behov;Beskrivning;Organisation',
    'RUND-1;Vi saknar en gemensam ordlista;Samma ord betyder olika saker i våra system.;Granåsa kommun',
    'RUND-2;En rad som ingen känner igen;Organisationen finns inte.;Glömda kommun',
  ]
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'rundtur.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
  await page.getByRole('button', { name: 'Läs filen' }).click()
  await page.waitForURL(/\/columns$/)
}

const pagesOf = ({ pages, inside = [] }: Thing): string[] => [...pages, ...inside.flatMap(pagesOf)]

/** Every pattern of a page that a tour shows. */
export const pagesToured = tours.flatMap(({ paths, things }) => [...paths, ...things.flatMap(pagesOf)])

/** Where the tour leads: its paths, and the pages of the things on its lists. */
export async function stopsOf(tour: Tour, page: Page): Promise<string[]> {
  const stops = [...tour.paths]
  for (const { list, ...thing } of tour.things) stops.push(...(await stopsFrom(list, thing, page)))
  return stops
}

async function stopsFrom(from: string, { link, words, pages, inside = [] }: Thing, page: Page): Promise<string[]> {
  await page.goto(from)
  const links = await page
    .locator('a[href]')
    .evaluateAll((all) => all.map((one) => ({ href: one.getAttribute('href') ?? '', text: one.textContent ?? '' })))
  const first = links.find(
    ({ href, text }) =>
      matchPath(link, withoutSearch(href)) && isThing(withoutSearch(href)) && (!words || text.includes(words)),
  )?.href
  if (!first) throw new Error(`Nothing on ${from} leads to ${link} ${words ?? ''}`)
  const params = matchPath(link, withoutSearch(first))?.params ?? {}
  const stops = pages.map((below) => (below === link ? first : generatePath(below, params)))
  for (const thing of inside) stops.push(...(await stopsFrom(stops[0] as string, thing, page)))
  return stops
}

const withoutSearch = (href: string) => href.split(/[?#]/)[0] as string
/** Neither a page beside the things, which their pattern matches too, nor a file. */
const isThing = (path: string) => !/\/(new|import)$|\.\w+$/.test(path)
