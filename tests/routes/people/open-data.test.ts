import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { csvStream, safeCell } from '../../../app/http/csv.server.ts'
import { plainPage } from '../../../app/http/plain-page.server.ts'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { anOrganisation } from '../../support/builders.ts'
import { read } from '../../support/routes.ts'

const parse = (text: string) =>
  Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: ',', newline: '\r\n', skipEmptyLines: true }).data

describe('open data', () => {
  test('holds public needs, and neither drafts, restricted ones nor contact details', async () => {
    const organisation = await anOrganisation({ name: 'Granåsa kommun' })
    const base = {
      organisationId: organisation.id,
      description: 'Fritext, med komma',
      contactName: 'Maria Kontakt',
      contactEmail: 'kontakt@granasa.example',
      submittedAt: new Date('2026-03-05T23:30:00Z'),
    }
    await db.insert(needs).values([
      { ...base, status: 'submitted', title: 'Offentligt behov', registryNumber: '2026-0001' },
      { ...base, status: 'draft', title: 'Hemligt utkast' },
      { ...base, status: 'submitted', title: 'Begränsat behov', confidentiality: 2 },
      { ...base, status: 'withdrawn', title: 'Tillbakadraget behov' },
    ])
    const { body } = await read('open-data_.needs[.]csv', null)
    expect(body).toContain('Offentligt behov')
    for (const hidden of ['Hemligt utkast', 'Begränsat behov', 'Tillbakadraget behov', 'Maria Kontakt', 'kontakt@'])
      expect(body).not.toContain(hidden)
    const [heads = [], row = []] = parse(body as string)
    expect(row[heads.indexOf('submitted')]).toBe('2026-03-06')
    expect(row[heads.indexOf('organisation')]).toBe('Granåsa kommun')
  })

  test.each(['open-data_.problems[.]csv', 'open-data_.organisations[.]csv', 'decisions[.]csv'])(
    '%s may be fetched by anyone',
    async (name) => {
      const { status, body } = await read(name, null)
      expect(status).toBe(200)
      expect(parse(body as string).length).toBeGreaterThan(0)
    },
  )
})

describe('a file for spreadsheets', () => {
  const trigger = /^[=+\-@\t\r]/
  test('never holds a cell that is run as a formula, and gives back every other text as it was', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('=1+1', '+46', '-1', '@x', '\t=1', '\r=1', ' =1', '＝1', "'=1")),
        (text) => {
          const [[cell = ''] = []] = parse(Papa.unparse([[safeCell(text)]]))
          expect(cell).not.toMatch(trigger)
          expect([text, `'${text}`].map((one) => one.replace(/\r\n?/g, '\n'))).toContain(cell.replace(/\r\n?/g, '\n'))
        },
      ),
    )
  })

  test('keeps numbers numbers, also negative ones', () => {
    expect(safeCell(-5)).toBe('-5')
    expect(safeCell('-5')).toBe("'-5")
  })

  test('is read no faster than it is sent', async () => {
    let given = 0
    async function* rows() {
      for (; given < 100_000; given++) yield { text: 'x'.repeat(1000) }
    }
    const reader = csvStream('x', { text: (row: { text: string }) => row.text }, rows()).body?.getReader()
    await reader?.read()
    await reader?.read()
    expect(given).toBeLessThan(500)
    await reader?.cancel()
    expect(given).toBeLessThan(500)
  })
})

describe('the pages about the service', () => {
  const names = readdirSync('app/i18n/pages/sv').map((file) => file.replace(/\.md$/, ''))

  test('are the same in both languages', () => {
    expect(readdirSync('app/i18n/pages/en')).toEqual(readdirSync('app/i18n/pages/sv'))
  })

  test.each(names)('%s has as many sections in English as in Swedish, and no gap left open', (name) => {
    const [sv, en] = [plainPage(name, 'sv'), plainPage(name, 'en')]
    expect(en.sections).toHaveLength(sv.sections.length)
    for (const page of [sv, en]) {
      expect(page.title && page.lead).toBeTruthy()
      expect(JSON.stringify(page)).not.toMatch(/\{\w+\}/)
    }
  })

  test('the accessibility statement says what the law asks for', () => {
    const text = JSON.stringify(plainPage('accessibility', 'sv'))
    for (const part of [
      'Myndigheten för digital förvaltning',
      'delvis förenlig',
      'inte tillgängligt',
      '12 §',
      '9 §',
      'Senaste bedömningen',
      'uppdaterades senast',
      'mailto:',
      'https://www.digg.se/tdosanmalan',
    ])
      expect(text).toContain(part)
  })

  test('the page on cookies names every cookie that is set', async () => {
    const { readFileSync } = await import('node:fs')
    const set = [...readFileSync('app/http/cookies.server.ts', 'utf8').matchAll(/createCookie\(name\('(\w+)'\)/g)].map(
      ([, name]) => name,
    )
    expect(set.length).toBeGreaterThan(2)
    for (const name of set) expect(JSON.stringify(plainPage('cookies', 'sv'))).toContain(`<td>${name}</td>`)
  })
})
