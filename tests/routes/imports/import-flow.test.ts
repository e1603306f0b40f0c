import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { closeSimilarity } from '../../../app/domain/problems/similarity-index.server.ts'
import { drainJobs } from '../../../app/jobs/worker.server.ts'
import { listNotices } from '../../../app/domain/notices/notice-queries.server.ts'
import type { Person } from '../../../app/domain/people/person.ts'
import * as columns from '../../../app/routes/imports.$id.columns.tsx'
import * as badRows from '../../../app/routes/imports.$id.bad-rows[.]csv.tsx'
import * as page from '../../../app/routes/imports.$id._index.tsx'
import * as preview from '../../../app/routes/imports.$id.preview.tsx'
import * as removal from '../../../app/routes/imports.$id.removal.tsx'
import * as report from '../../../app/routes/imports.$id.report[.]csv.tsx'
import * as rowsPage from '../../../app/routes/imports.$id.rows.tsx'
import * as run from '../../../app/routes/imports.$id.run.tsx'
import * as stop from '../../../app/routes/imports.$id.stop.tsx'
import * as undo from '../../../app/routes/imports.$id.undo.tsx'
import * as start from '../../../app/routes/imports._index.tsx'
import { connectTestSearch } from '../../support/search-engine.ts'
import { aNetwork, aNetworkCoordinator, anOrganisation, aRepresentative } from '../../support/builders.ts'
import { aNeed } from '../../support/builders-needs.ts'
import { aFile, aNetworkWithList } from '../../support/imports.ts'
import { withdrawNeed } from '../../../app/domain/needs/need-commands.server.ts'
import { disownRelayedNeed } from '../../../app/domain/needs/relay-commands.server.ts'
import { answerOf, get } from '../../support/requests.ts'
import { answer } from '../../support/site.tsx'
import { failed, load, send } from '../needs/support.ts'

beforeAll(() => connectTestSearch())
afterAll(closeSimilarity)

async function upload(person: Person | null, fields: Record<string, string | File>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const { headers } = await get('/imports', person)
  const request = new Request('http://127.0.0.1:3000/imports', { method: 'POST', headers, body: form })
  return answerOf(start.action({ request, params: {}, context: {} }) as Promise<unknown>)
}
const csv = (bytes: Uint8Array<ArrayBuffer>, name = 'lista.csv') => new File([bytes], name, { type: 'text/csv' })
const idOf = (location: string | null) => location?.split('/')[2] ?? ''
const form = {
  'column-0': 'reference',
  'column-1': 'title',
  'column-2': 'description',
  'column-3': 'organisation',
  'column-4': 'status',
  'column-5': '',
}

async function anUpload(rows: (organisation: string) => string[][]) {
  const world = await aNetworkWithList()
  const sent = await upload(world.coordinator, {
    network: world.network.id,
    file: csv(aFile(rows(world.organisation.name))),
  })
  return { ...world, id: idOf(sent.location), sent }
}

async function aChecked(rows: (organisation: string) => string[][]) {
  const world = await anUpload(rows)
  await send(columns.action, '/', form, { id: world.id }, world.coordinator)
  await drainJobs()
  return world
}

describe('handing over a list', () => {
  it('goes from the file through columns and check to submitted needs, a notice and a report', async () => {
    const original = await aNeed()
    const { id, coordinator, network, organisation, sent } = await anUpload((name) => [
      ['SB-1', 'Behov ett', '=1+1 är ingen formel', name, '-öppet', ''],
      [
        'SB-2',
        'Vi vågar inte använda äldreomsorgens data för att förutse fall',
        'Vi har tio års uppgifter om fall på våra äldreboenden. Ingen hos oss kan säga om vi får använda uppgifterna.',
        name,
        '',
        '',
      ],
      ['SB-3', '', 'I ritningar.', name, '', ''],
      ['SB-4', '<script>alert(1)</script>', 'x', 'Ingen alls', '', ''],
    ])
    expect(sent).toMatchObject({ status: 302, location: `/imports/${id}/columns` })
    expect((await load(columns.loader, '/', { id }, coordinator)).body).toMatchObject({ list: { rowCount: 4 } })
    expect(await send(columns.action, '/', form, { id }, coordinator)).toMatchObject({
      status: 302,
      location: `/imports/${id}/preview`,
    })
    expect((await load(preview.loader, '/', { id }, coordinator)).body).toMatchObject({
      list: { status: 'checking' },
      rows: null,
    })
    await drainJobs()
    const checked = (await load(preview.loader, '/', { id }, coordinator)).body
    expect(checked).toMatchObject({
      list: { totals: { new: 1, duplicate: 1, bad: 2 } },
      rows: {
        bad: [
          { number: 4, problems: [{ code: 'titleMissing', column: '1' }] },
          { number: 5, problems: [{ code: 'organisationUnknown', value: 'Ingen alls' }] },
        ],
        duplicate: [{ number: 3, original: { id: original.id }, likeness: { band: 'very', sameOrganisation: false } }],
      },
    })
    expect((await load(badRows.loader, '/', { id }, coordinator)).body).toMatch(
      /SB-3.*Behovet saknas\. Skriv det i en mening\./,
    )
    expect(await send(run.action, '/', { 'row-3': 'link' }, { id }, coordinator)).toMatchObject({
      status: 302,
      location: `/imports/${id}`,
    })
    expect((await load(page.loader, '/', { id }, coordinator)).body).toMatchObject({
      list: { status: 'running' },
      outcome: null,
    })
    await drainJobs()
    expect((await load(page.loader, '/', { id }, coordinator)).body).toMatchObject({
      list: { status: 'done', totals: { new: 1, duplicate: 1, linked: 1, bad: 2, left: 0, organisations: 1 } },
      outcome: { touched: 0, firstNumber: expect.stringMatching(/^\d{4}-\d{4}$/) },
    })
    const made = await db.select().from(needs).where(eq(needs.networkId, network.id))
    expect(made.map((need) => [need.networkReference, need.organisationId, need.relay])).toEqual([
      ['SB-1', organisation.id, 'unconfirmed'],
      ['SB-2', organisation.id, 'unconfirmed'],
    ])
    expect(JSON.stringify(await listNotices(coordinator))).toContain('import.finished')
    const file = String((await load(report.loader, '/', { id }, coordinator)).body)
    expect(file.split('\r\n')).toHaveLength(6)
    expect(file).toContain('Nytt, hopkopplat med ett annat')
    expect((await load(rowsPage.loader, '/imports/x/rows?result=bad', { id }, coordinator)).body).toMatchObject({
      total: 2,
    })
  })

  it('is submitted once however often it is sent', async () => {
    const { id, coordinator, network } = await aChecked((name) => [['1', 'Ett', 'Om Ett', name, '', '']])
    await send(run.action, '/', {}, { id }, coordinator)
    expect(await send(run.action, '/', {}, { id }, coordinator)).toEqual(
      failed(409, { message: expect.objectContaining({ key: 'refusals.importState' }) }),
    )
    await drainJobs()
    expect(await db.select().from(needs).where(eq(needs.networkId, network.id))).toHaveLength(1)
  })

  it('with many faulty rows says first what the faults are, and on how many rows', async () => {
    const faulty = (count: number) => (name: string) => [
      ['F-0', 'Behov', 'Går att läsa.', name, '', ''],
      ...Array.from({ length: count }, (_, at) => [`F-${at + 1}`, 'Behov', `Nummer ${at}.`, 'Ingen alls', '', '']),
    ]
    const pageOf = async (count: number) => {
      const { id, coordinator } = await aChecked(faulty(count))
      return (await answer(await get(`/imports/${id}/preview`, coordinator))).text()
    }
    const many = await pageOf(21)
    for (const words of ['Felen, efter hur många rader', '”Ingen alls” på 21 rader', 'De första 20 raderna'])
      expect(many).toContain(words)
    expect(await pageOf(20)).not.toContain('Felen, efter hur många rader')
  })

  it('is shown anew, and not begun, where something has changed since the preview', async () => {
    const { id, coordinator, network, organisation } = await aChecked((name) => [['1', 'Ett', 'Om Ett', name, '', '']])
    const second = await upload(coordinator, {
      network: network.id,
      file: csv(aFile([['1', 'Ett', 'Om Ett', organisation.name, '', '']])),
    })
    const other = idOf(second.location)
    await send(columns.action, '/', form, { id: other }, coordinator)
    await drainJobs()
    await send(run.action, '/', {}, { id }, coordinator)
    await drainJobs()
    const address = `/imports/${other}/preview?outdated=1`
    expect(await send(run.action, '/', {}, { id: other }, coordinator)).toMatchObject({
      status: 302,
      location: address,
    })
    const shown = () => load(preview.loader, address, { id: other }, coordinator)
    expect((await shown()).body).toMatchObject({ outdated: true, rows: null })
    await drainJobs()
    expect((await shown()).body).toMatchObject({ outdated: true, list: { totals: { new: 0, unchanged: 1 } } })
    expect((await load(preview.loader, '/', { id: other }, coordinator)).body).toMatchObject({ outdated: false })
  })

  it('can be stopped, undone and thrown away', async () => {
    const { id, coordinator, network } = await aChecked((name) => [['1', 'Ett', 'Om Ett', name, '', '']])
    await send(run.action, '/', {}, { id }, coordinator)
    expect(await send(stop.action, '/', {}, { id }, coordinator)).toMatchObject({
      status: 302,
      location: `/imports/${id}`,
    })
    await drainJobs()
    expect((await load(page.loader, '/', { id }, coordinator)).body).toMatchObject({ list: { totals: { left: 1 } } })
    expect(await send(stop.action, '/', {}, { id }, coordinator)).toEqual(failed(409, {}))

    const second = await upload(coordinator, {
      network: network.id,
      file: csv(
        aFile([
          ['2', 'Två', '', 'Okänd', '', ''],
          ['3', 'Tre', 'Om Tre', (await anOrganisation({ name: 'Trevalla' })).name, '', ''],
        ]),
      ),
    })
    const other = idOf(second.location)
    await send(columns.action, '/', form, { id: other }, coordinator)
    await drainJobs()
    await send(run.action, '/', {}, { id: other }, coordinator)
    await drainJobs()
    expect((await load(undo.loader, '/', { id: other }, coordinator)).status).toBe(200)
    expect(await send(undo.action, '/', {}, { id: other }, coordinator)).toMatchObject({ status: 302 })
    await drainJobs()
    expect((await load(page.loader, '/', { id: other }, coordinator)).body).toMatchObject({
      list: { status: 'undone' },
    })
    expect(await send(undo.action, '/', {}, { id: other }, coordinator)).toEqual(failed(409, {}))
    expect(await send(removal.action, '/', {}, { id: other }, coordinator)).toEqual(failed(409, {}))

    const third = await anUpload((name) => [['1', 'Ett', 'Om Ett', name, '', '']])
    expect(await send(removal.action, '/', {}, { id: third.id }, third.coordinator)).toMatchObject({
      status: 302,
      location: '/imports',
    })
    expect((await load(columns.loader, '/', { id: third.id }, third.coordinator)).status).toBe(404)
  })
})

describe('a list that leaves out what an earlier one had', () => {
  it('says which needs, in the check and the report, and does nothing to them', async () => {
    const rows = (name: string, ...references: string[]) =>
      references.map((one) => [one, `Behovet ${one}`, `Texten om ${one} i registret`, name, '', ''])
    const first = await aChecked((name) => rows(name, 'M-1', 'M-2', 'M-3', 'M-4', 'M-5'))
    await send(run.action, '/', {}, { id: first.id }, first.coordinator)
    await drainJobs()
    const made = await db.select().from(needs).where(eq(needs.networkId, first.network.id))
    const of = (reference: string) => made.find((need) => need.networkReference === reference)?.id ?? ''
    await withdrawNeed(first.coordinator, of('M-4'), 'Löst')
    await disownRelayedNeed(await aRepresentative(first.organisation.id), of('M-5'), 'Inte vårt.')
    const again = async (chosen: Record<string, string>, ...lines: string[][]) => {
      const file = csv(aFile(lines), `${lines.length}.csv`)
      const sent = await upload(first.coordinator, { network: first.network.id, file })
      const id = idOf(sent.location)
      await send(columns.action, '/', chosen, { id }, first.coordinator)
      await drainJobs()
      return id
    }
    // A row that cannot be read names its need all the same.
    const id = await again(form, ...rows(first.organisation.name, 'M-1'), ['M-2', '', '', 'Ingen alls', '', ''])
    const html = await (await answer(await get(`/imports/${id}/preview`, first.coordinator))).text()
    expect(html).toContain('Ett behov som ni lämnat tidigare finns inte i filen')
    expect((await load(preview.loader, '/', { id }, first.coordinator)).body).toMatchObject({
      list: { totals: { unchanged: 1, bad: 1 } },
      missing: { total: 1, needs: [{ id: of('M-3'), reference: 'M-3', title: 'Behovet M-3' }] },
    })
    // The first list had all that there was when it came, and says nothing of what other lists have.
    expect((await load(page.loader, '/', { id: first.id }, first.coordinator)).body).toMatchObject({
      outcome: { missing: 0 },
    })
    const next = await again(form, ...rows(first.organisation.name, 'M-9'))
    await send(run.action, '/', {}, { id: next }, first.coordinator)
    await drainJobs()
    const done = await (await answer(await get(`/imports/${next}`, first.coordinator))).text()
    expect(done).toContain('3 behov som ni lämnat tidigare finns inte i filen. Inget har hänt med dem.')
    const file = String((await load(report.loader, '/', { id: next }, first.coordinator)).body)
    expect(file.trim().split('\r\n').slice(2)).toEqual([
      expect.stringMatching(/;Finns inte i filen;Behovet M-1;.*;M-1;/),
      expect.stringMatching(/;Finns inte i filen;Behovet M-2;.*;M-2;/),
      expect.stringMatching(/;Finns inte i filen;Behovet M-3;.*;M-3;/),
    ])
    expect(
      await db
        .select()
        .from(needs)
        .where(eq(needs.id, of('M-3'))),
    ).toMatchObject([{ status: 'submitted' }])
    const nameless = await again({ ...form, 'column-0': '' }, ...rows(first.organisation.name, 'M-1'))
    expect((await load(preview.loader, '/', { id: nameless }, first.coordinator)).body).toMatchObject({
      missing: { total: 0 },
    })
  })

  it('shows the first of many and says where the others are, also when there is nothing to read in', async () => {
    const references = Array.from({ length: 22 }, (_, at) => `M-${at + 10}`)
    const rows = (name: string, some: string[]) =>
      some.map((one) => [one, `Behovet ${one}`, `Texten om ${one} i registret`, name, '', ''])
    const first = await aChecked((name) => rows(name, references))
    await send(run.action, '/', {}, { id: first.id }, first.coordinator)
    await drainJobs()
    const file = csv(aFile(rows(first.organisation.name, references.slice(0, 1))), 'en.csv')
    const id = idOf((await upload(first.coordinator, { network: first.network.id, file })).location)
    await send(columns.action, '/', form, { id }, first.coordinator)
    await drainJobs()
    const html = await (await answer(await get(`/imports/${id}/preview`, first.coordinator))).text()
    expect(html).toContain('21 behov som ni lämnat tidigare finns inte i filen')
    expect(html.match(/>Behovet M-/g)).toHaveLength(20)
    expect(html).toMatch(/href="\/networks\/[^"]+"[^>]*>Ett behov till står på nätverkets sida</)
    expect(html.indexOf('finns inte i filen')).toBeLessThan(html.indexOf('Det finns inget nytt att läsa in'))
  })
})

describe('a file that is no list', () => {
  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['a page', new TextEncoder().encode('<html></html>'), 'notSpreadsheet'],
    ['headings alone', new TextEncoder().encode('ID;Behov'), 'noRows'],
    ['half an archive', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'broken'],
  ])('%s is sent back with a sentence', async (_, bytes, fault) => {
    const { network, coordinator } = await aNetworkWithList()
    const answer = await upload(coordinator, {
      network: network.id,
      file: csv(bytes as Uint8Array<ArrayBuffer>, 'fil.xlsx'),
    })
    // An empty file is no file to a browser's form.
    const key = fault === 'empty' ? expect.stringMatching(/faults\.empty|missingFile/) : `imports.faults.${fault}`
    expect(answer).toEqual(
      failed(400, { errors: { file: expect.objectContaining({ key }) }, typed: { network: network.id } }),
    )
  })

  it('of too many rows says how many there may be, written as numbers are', async () => {
    const { network, coordinator } = await aNetworkWithList()
    const rows = Array.from({ length: 5_001 }, (_, at) => `${at};Behov ${at}`)
    const bytes = new TextEncoder().encode(['ID;Behov', ...rows].join('\n')) as Uint8Array<ArrayBuffer>
    expect(await upload(coordinator, { network: network.id, file: csv(bytes) })).toEqual(
      failed(400, {
        errors: { file: expect.objectContaining({ values: expect.objectContaining({ rows: '5\u00a0000' }) }) },
      }),
    )
  })

  it('too large is refused without being kept', async () => {
    const { network, coordinator } = await aNetworkWithList()
    const answer = await upload(coordinator, {
      network: network.id,
      file: csv(new Uint8Array(12_000_001), 'stor.xlsx'),
    })
    expect(answer).toEqual(
      failed(413, { errors: { file: expect.objectContaining({ key: 'imports.faults.tooLarge' }) } }),
    )
  })

  it('or no file, no network, or another form is asked for again', async () => {
    const { network, coordinator } = await aNetworkWithList()
    expect(await upload(coordinator, { network: network.id })).toEqual(
      failed(400, { errors: { file: { key: 'imports.start.missingFile' } } }),
    )
    expect(await upload(coordinator, { file: csv(aFile([['1', 'a', 'b', 'c', '', '']])) })).toEqual(
      failed(400, { errors: { network: { key: 'imports.start.missingNetwork' } } }),
    )
    expect((await send(start.action, '/imports', { network: network.id }, {}, coordinator)).status).toBe(400)
  })
})

describe('the choice of columns', () => {
  it('is sent back when something is missing, doubled or unheard of, with what was chosen', async () => {
    const { id, coordinator } = await anUpload((name) => [['1', 'Ett', 'Om Ett', name, '', '']])
    expect(await send(columns.action, '/', { 'column-0': 'title' }, { id }, coordinator)).toEqual(
      failed(409, {
        message: expect.objectContaining({ key: 'refusals.importWithoutOrganisation' }),
        typed: { 'column-0': 'title' },
      }),
    )
    expect((await send(columns.action, '/', { ...form, 'column-5': 'title' }, { id }, coordinator)).status).toBe(409)
    expect((await send(columns.action, '/', { ...form, 'column-5': 'shoeSize' }, { id }, coordinator)).status).toBe(400)
    expect((await send(columns.action, '/', { ...form, __proto__x: 'title' }, { id }, coordinator)).status).toBe(400)
  })
})

describe('an import of another network', () => {
  it('is not there, by any address', async () => {
    const { id, organisation } = await aChecked((name) => [['1', 'Ett', 'Om Ett', name, '', '']])
    for (const other of [await aNetworkCoordinator((await aNetwork()).id), await aRepresentative(organisation.id)]) {
      for (const { loader } of [columns, preview, page, rowsPage, report, badRows, undo, removal])
        expect((await load(loader, '/', { id }, other)).status).toBe(404)
      for (const [action, fields] of [
        [columns.action, form],
        [run.action, {}],
        [stop.action, {}],
        [undo.action, {}],
        [removal.action, {}],
      ] as const)
        expect((await send(action, '/', fields, { id }, other)).status).toBe(404)
    }
  })

  it('asks who one is, and reads no file before it knows', async () => {
    const { network } = await aNetworkWithList()
    expect(await upload(null, { network: network.id, file: csv(aFile([['1', 'a', 'b', 'c', '', '']])) })).toMatchObject(
      { status: 302, location: '/sign-in?back=%2Fimports' },
    )
    expect(await load(start.loader, '/imports')).toMatchObject({ status: 302 })
    const other = await aNetworkCoordinator((await aNetwork()).id)
    expect(
      (await upload(other, { network: network.id, file: csv(aFile([['1', 'a', 'b', 'c', '', '']])) })).status,
    ).toBe(404)
  })
})
