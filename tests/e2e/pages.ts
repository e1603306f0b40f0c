import type { Page } from '@playwright/test'

/** Pages to look at, by who looks. Those that begin with a list are the first thing the list leads to. */
export interface Tour {
  who: string | null
  paths: string[]
  /** From a list to one of its things, and the pages of that thing. */
  things: { list: string; link: RegExp; pages: string[] }[]
}

export const tours: Tour[] = [
  {
    who: null,
    paths: [
      '/',
      '/sign-in',
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
      '/contact',
      '/records',
      '/open-data',
      '/finns-inte',
    ],
    things: [
      { list: '/needs', link: /^\/needs\/[0-9a-z]{20}$/, pages: ['', '/versions'] },
      { list: '/problems', link: /^\/problems\/\d+$/, pages: ['', '/ledger'] },
      { list: '/rounds', link: /^\/rounds\/\d+$/, pages: ['', '/result', '/criteria'] },
      { list: '/decisions', link: /^\/decisions\/\d{4}-\d+$/, pages: [''] },
      { list: '/resources', link: /^\/resources\/[\w-]+$/, pages: [''] },
      { list: '/organisations', link: /^\/organisations\/[\w-]+$/, pages: [''] },
      { list: '/networks', link: /^\/networks\/[\w-]+$/, pages: [''] },
    ],
  },
  {
    who: 'Tove Hagman',
    paths: ['/', '/needs?mine=1', '/needs/new', '/account', '/account/password', '/notices'],
    things: [],
  },
  { who: 'Jonas Brolin', paths: ['/', '/needs?mine=1'], things: [] },
  { who: 'Helena Strid', paths: ['/', '/imports'], things: [] },
  {
    who: 'Ingrid Ståhl',
    paths: [
      '/',
      '/inbox',
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
      {
        list: '/problems',
        link: /^\/problems\/\d+$/,
        pages: ['', '/addition', '/merge', '/split', '/name', '/parking', '/declining', '/resource'],
      },
      { list: '/meetings', link: /^\/meetings\/[0-9a-z]{20}$/, pages: ['', '/pack'] },
      { list: '/needs', link: /^\/needs\/[0-9a-z]{20}$/, pages: ['', '/referral'] },
    ],
  },
  {
    who: 'Sara Wikner',
    paths: ['/'],
    things: [{ list: '/rounds', link: /^\/rounds\/\d+$/, pages: ['', '/assessment'] }],
  },
  {
    who: 'Anders Wiklund',
    paths: ['/', '/meetings'],
    things: [{ list: '/meetings', link: /^\/meetings\/[0-9a-z]{20}$/, pages: ['', '/pack'] }],
  },
  { who: 'Bengt Sandahl', paths: ['/', '/decisions'], things: [] },
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
      { list: '/organisations', link: /^\/organisations\/(?!new$|import$)[\w-]+$/, pages: ['', '/details'] },
      { list: '/networks', link: /^\/networks\/(?!new$)[\w-]+$/, pages: ['', '/details', '/members'] },
      { list: '/admin/people', link: /^\/admin\/people\/[0-9a-z]{20}$/, pages: ['', '/second-factor-reset'] },
    ],
  },
]

/** Where the tour leads: its paths, and the pages of the first thing on each list. */
export async function stopsOf(tour: Tour, page: Page): Promise<string[]> {
  const stops = [...tour.paths]
  for (const { list, link, pages } of tour.things) {
    await page.goto(list)
    const hrefs = await page
      .locator('main a[href]')
      .evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''))
    const first = hrefs
      .map((href) => href.split(/[?#]/)[0] as string)
      .find((href) => link.test(href) && !/\/new$/.test(href))
    if (!first) throw new Error(`Nothing on ${list} leads to ${link}`)
    stops.push(...pages.map((below) => first + below))
  }
  return stops
}
