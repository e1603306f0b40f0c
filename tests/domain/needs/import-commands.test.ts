import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db, transaction } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { imports } from '../../../db/schema/imports.ts'
import { duplicateLinks, needs, needVersions } from '../../../db/schema/needs.ts'
import { networks } from '../../../db/schema/organisations.ts'
import { importTransitions, importStatuses } from '../../../app/domain/needs/import.ts'
import {
  chooseColumns,
  discardImport,
  startImport,
  stopImport,
  undoImport,
  uploadImport,
} from '../../../app/domain/needs/import-commands.server.ts'
import {
  findColumns,
  findImport,
  listImportNetworks,
  listImports,
} from '../../../app/domain/needs/import-queries.server.ts'
import {
  listBadRows,
  listFaultKinds,
  listImportRows,
  listRemarks,
} from '../../../app/domain/needs/import-rows.server.ts'
import { runImport } from '../../../app/domain/needs/import-running.server.ts'
import { missingFields } from '../../../app/domain/needs/need.ts'
import { endorseNeed } from '../../../app/domain/needs/endorsement-commands.server.ts'
import { confirmRelayedNeed, disownRelayedNeed } from '../../../app/domain/needs/relay-commands.server.ts'
import { withdrawNeed } from '../../../app/domain/needs/need-commands.server.ts'
import { SpreadsheetError } from '../../../app/domain/needs/spreadsheet.ts'
import { networkOverview } from '../../../app/domain/overview/organisation-overview.server.ts'
import { needStory } from '../../../app/domain/timeline/need-story.server.ts'
import { NotFound } from '../../../app/domain/refusal.ts'
import {
  aCoordinator,
  aNetwork,
  aNetworkCoordinator,
  anOrganisation,
  aPerson,
  aRepresentative,
} from '../../support/builders.ts'
import { aNeed } from '../../support/builders-needs.ts'
import {
  aCheckedImport,
  aFile,
  aNetworkWithList,
  carriedOut,
  checkAgain,
  listColumns,
  nobodyAlike,
  runs,
  storedImport,
  storedRows,
  undo,
} from '../../support/imports.ts'

const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code })
const needsOf = (networkId: string) =>
  db.select().from(needs).where(eq(needs.networkId, networkId)).orderBy(needs.registryNumber)
const verbsOf = async (id: string) =>
  (await db.select({ verb: events.verb }).from(events).where(eq(events.nounId, id)).orderBy(events.seq)).map(
    (row) => row.verb,
  )

describe('a list that is handed over', () => {
  it('is kept row by row, with the numbers of the file, and nothing is submitted', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const id = await uploadImport(coordinator, {
      networkId: network.id,
      fileName: 'höst.csv',
      bytes: aFile([
        ['1', 'Sök', 'Om Sök', organisation.name, '', ''],
        ['', '', '', '', '', ''],
        ['2', 'Ritningar', 'Om Ritningar', organisation.name, '', ''],
      ]),
    })
    expect(await storedImport(id)).toMatchObject({
      status: 'uploaded',
      rowCount: 2,
      fileName: 'höst.csv',
      importedById: coordinator.id,
    })
    expect((await storedRows(id)).map((row) => [row.rowNumber, row.cells['1']])).toEqual([
      [2, 'Sök'],
      [4, 'Ritningar'],
    ])
    expect(await needsOf(network.id)).toEqual([])
    expect(await verbsOf(id)).toEqual(['import.uploaded'])
  })

  it('that cannot be read leaves nothing behind', async () => {
    const { network, coordinator } = await aNetworkWithList()
    const bytes = new TextEncoder().encode('%PDF-1.7') as Uint8Array<ArrayBuffer>
    await expect(uploadImport(coordinator, { networkId: network.id, fileName: 'x.pdf', bytes })).rejects.toThrow(
      SpreadsheetError,
    )
    expect(await db.select().from(imports).where(eq(imports.networkId, network.id))).toEqual([])
  })

  it('exists for those alone who may import for its network', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const id = await aCheckedImport(coordinator, network.id, [['1', 'Sök', 'Om Sök', organisation.name, '', '']])
    for (const other of [await aNetworkCoordinator((await aNetwork()).id), await aRepresentative(organisation.id)]) {
      for (const look of [
        findImport(other, id),
        findColumns(other, id),
        listImportRows(other, id, {}),
        listBadRows(other, id),
        listRemarks(other, id, 9),
        listFaultKinds(other, id),
      ])
        expect(await look).toBeUndefined()
      expect((await listImports(other)).map((row) => row.id)).not.toContain(id)
      expect((await listImportNetworks(other)).map((row) => row.id)).not.toContain(network.id)
      for (const act of [
        () => chooseColumns(other, id, listColumns),
        () => startImport(other, id, {}),
        () => stopImport(other, id),
        () => undoImport(other, id, ''),
        () => discardImport(other, id),
      ])
        await expect(act()).rejects.toThrow(NotFound)
      await expect(
        uploadImport(other, { networkId: network.id, fileName: 'a.csv', bytes: aFile([['1', 'a', 'b', 'c', '', '']]) }),
      ).rejects.toThrow(NotFound)
    }
    expect(await findImport(await aCoordinator(), id)).toMatchObject({ id })
  })

  it('goes only where its state allows', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const id = await aCheckedImport(coordinator, network.id, [['1', 'Sök', 'Om Sök', organisation.name, '', '']])
    const acts = {
      checking: () => chooseColumns(coordinator, id, listColumns),
      running: () => startImport(coordinator, id, {}),
      stopping: () => stopImport(coordinator, id),
      undoing: () => undoImport(coordinator, id, ''),
      discarded: () => discardImport(coordinator, id),
    }
    for (const status of importStatuses.filter((one) => one !== 'reading')) {
      await db.update(imports).set({ status }).where(eq(imports.id, id))
      for (const [to, act] of Object.entries(acts))
        if (!importTransitions[status].includes(to as 'done'))
          await expect(act(), `${status} → ${to}`).rejects.toEqual(refused('importState'))
    }
  })

  it('needs a column for the need and one for the organisation, each once', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const id = await aCheckedImport(coordinator, network.id, [['1', 'Sök', 'Om Sök', organisation.name, '', '']])
    await expect(chooseColumns(coordinator, id, { 3: 'organisation' })).rejects.toEqual(refused('importWithoutText'))
    await expect(chooseColumns(coordinator, id, { 1: 'title' })).rejects.toEqual(refused('importWithoutOrganisation'))
    await expect(chooseColumns(coordinator, id, { 1: 'title', 2: 'title', 3: 'organisation' })).rejects.toEqual(
      refused('importDoubledColumn'),
    )
  })

  it('has its columns remembered for the next list of the network', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const headings = ['Kod', 'Vad', 'Mer', 'Vem', 'Läge', 'Anm']
    const { 5: _, ...columns } = listColumns
    await aCheckedImport(coordinator, network.id, [['1', 'Sök', 'Om Sök', organisation.name, '', 'x']], {
      columns,
      headings,
    })
    const [stored] = await db.select().from(networks).where(eq(networks.id, network.id))
    expect(stored?.importColumns).toEqual({
      kod: 'reference',
      vad: 'title',
      mer: 'description',
      vem: 'organisation',
      läge: 'status',
      anm: '',
    })
    const next = await uploadImport(coordinator, {
      networkId: network.id,
      fileName: 'nästa.csv',
      bytes: aFile([['2', 'Sök', 'mer', organisation.name, 'y', 'x']], headings),
    })
    const found = await findColumns(coordinator, next)
    expect(found?.columns.map(({ chosen, guess }) => [chosen, guess.reason])).toEqual([
      ['reference', 'remembered'],
      ['title', 'remembered'],
      ['description', 'remembered'],
      ['organisation', 'remembered'],
      ['status', 'remembered'],
      [null, 'remembered'],
    ])
  })

  it('is thrown away with its rows', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const id = await aCheckedImport(coordinator, network.id, [['1', 'Sök', 'Om Sök', organisation.name, '', '']])
    await discardImport(coordinator, id)
    expect(await storedRows(id)).toEqual([])
    expect(await findImport(coordinator, id)).toBeUndefined()
  })
})

describe('checking', () => {
  it('says of every row what it becomes', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const id = await aCheckedImport(coordinator, network.id, [
      ['1', 'Sök', 'I handlingar', organisation.name, 'Öppet', 'K1'],
      ['1', 'Samma beteckning', 'Om Samma beteckning', organisation.name, '', ''],
      ['', 'Utan beteckning', 'Om Utan beteckning', organisation.name, '', ''],
      ['', 'Utan beteckning', 'Om Utan beteckning', organisation.name, '', ''],
      ['4', 'Hemligt', 'Om Hemligt', organisation.name, '', 'K3'],
      ['5', 'Okänd', 'Om Okänd', 'Ingen by alls', '', ''],
    ])
    expect(
      (await storedRows(id)).map((row) => [row.rowNumber, row.result, row.problems.map((problem) => problem.code)]),
    ).toEqual([
      [2, 'new', []],
      [3, 'bad', ['referenceTwice']],
      [4, 'new', []],
      [5, 'bad', ['sameAsRow']],
      [6, 'bad', ['tooSecret']],
      [7, 'bad', ['organisationUnknown']],
    ])
    expect(await storedImport(id)).toMatchObject({
      status: 'checked',
      totals: { new: 2, bad: 4, changed: 0, duplicate: 0, unchanged: 0, organisations: 1 },
    })
    expect((await listBadRows(coordinator, id))?.rows).toHaveLength(4)
    expect((await listFaultKinds(coordinator, id))?.map(({ code, rows }) => [code, rows])).toEqual([
      ['referenceTwice', 1],
      ['sameAsRow', 1],
      ['tooSecret', 1],
      ['organisationUnknown', 1],
    ])
  })

  it('asks of a new row what the form asks, and names what is missing', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const { name } = organisation
    const id = await aCheckedImport(coordinator, network.id, [
      ['1', 'Sök', '', name, '', ''],
      ['2', '', 'I handlingar', name, '', ''],
      ['3', '=1+1', '12', name, '', ''],
    ])
    expect((await storedRows(id)).map((row) => [row.result, row.problems])).toEqual([
      ['bad', [{ column: '2', code: 'descriptionMissing', value: '' }]],
      ['bad', [{ column: '1', code: 'titleMissing', value: '' }]],
      ['new', []],
    ])
    expect(missingFields({ title: '=1+1', description: '12' })).toEqual([])
  })

  it('names the row that another one repeats or is like, and counts them', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const other = await anOrganisation()
    const { name } = organisation
    const rows = [
      ['A', 'Vi vill söka', 'I alla handlingar.', name, '', ''],
      ['B', 'VI VILL  SÖKA!', 'I alla handlingar', name, 'Öppet', ''],
      ['C', 'Vi vill söka', 'I alla handlingar.', other.name, '', ''],
      ['D', 'Vi vill söka', 'Bara i ritningar.', name, '', ''],
      ['E', 'Sökning saknas', 'I alla handlingar.', name, '', ''],
      ['A', 'Något annat', 'Helt.', 'Okänd by', '', ''],
    ]
    const id = await aCheckedImport(coordinator, network.id, rows)
    const said = async (of: string) =>
      (await storedRows(of)).map((row) => [
        row.rowNumber,
        row.result,
        row.problems.map(({ code, column, values }) => [code, column, values?.row]),
      ])
    expect(await said(id)).toEqual([
      [2, 'new', []],
      [3, 'bad', [['sameAsRow', '', 2]]],
      [4, 'new', []],
      [5, 'new', [['likeRow', '1', 2]]],
      [6, 'new', [['likeRow', '2', 2]]],
      [
        7,
        'bad',
        [
          ['organisationUnknown', '3', undefined],
          ['referenceTwice', '0', 2],
        ],
      ],
    ])
    expect((await storedImport(id)).totals).toMatchObject({ new: 4, bad: 2, repeats: 2, remarks: 2 })
    await carriedOut(coordinator, id)
    expect(await needsOf(network.id)).toHaveLength(4)
    expect((await storedImport(id)).totals).toMatchObject({ new: 4, bad: 2, repeats: 2 })
    // The rows that became needs are known by their references, however alike they are.
    const again = await aCheckedImport(coordinator, network.id, rows)
    expect((await said(again)).map(([, result]) => result)).toEqual([
      'unchanged',
      'bad',
      'unchanged',
      'unchanged',
      'unchanged',
      'bad',
    ])
    expect((await storedImport(again)).totals).toMatchObject({ remarks: 0, repeats: 2 })
  })

  it('names a row that another one of the organisation rewords, and no other', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const other = await anOrganisation()
    const text = 'Handlingar från före 2005 är bilder. Den som handlägger måste läsa dem en i taget.'
    const reworded = 'Handlingar från före 2005 är bilder, och den som handlägger får läsa dem en i taget.'
    const id = await aCheckedImport(coordinator, network.id, [
      ['A', 'Vi kan inte söka i inskannade handlingar', text, organisation.name, '', ''],
      ['B', 'Vi kan inte söka i skannade handlingar', reworded, organisation.name, '', ''],
      ['C', 'Vi kan inte söka i skannade handlingar', reworded, other.name, '', ''],
      ['D', 'Vi kan inte söka i gamla handlingar', text.replace('2005', '1970'), organisation.name, '', ''],
      ['E', 'Vi vet inte vilka data grannkommunen har', 'Varje kommun samlar in samma.', organisation.name, '', ''],
    ])
    expect((await storedRows(id)).map(({ result, problems }) => [result, problems])).toEqual([
      ['new', []],
      ['new', [{ column: '', code: 'likeRow', value: '', values: { row: 2 } }]],
      ['new', []],
      ['new', []],
      ['new', []],
    ])
  })

  it('asks about needs that may be the same, not about those that others share', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const own = await aNeed({ organisationId: organisation.id })
    const others = await aNeed()
    const alike = (id: string, band: 'very' | 'alike') => async () => [[{ id, band }]]
    const check = async (findAlike: typeof nobodyAlike, seenClosely?: 'partly') => {
      const id = await aCheckedImport(
        coordinator,
        network.id,
        [['', `Sök ${Math.random()}`, `Om Sök ${Math.random()}`, organisation.name, '', '']],
        { findAlike, seenClosely },
      )
      return (await storedRows(id))[0]
    }
    expect(await check(alike(own.id, 'alike'))).toMatchObject({
      result: 'duplicate',
      duplicateOfId: own.id,
      likeness: { band: 'alike', sameOrganisation: true, why: [{ text: 'sök', marked: true }] },
    })
    expect(await check(alike(others.id, 'very'))).toMatchObject({
      result: 'duplicate',
      likeness: { sameOrganisation: false },
    })
    expect(await check(alike(others.id, 'alike'))).toMatchObject({ result: 'new', duplicateOfId: null })
    // One rare word is much of a short row.
    expect(await check(alike(own.id, 'very'), 'partly')).toMatchObject({ result: 'new', likeness: null })
  })

  it('is done by the last job alone', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const id = await aCheckedImport(coordinator, network.id, [['1', 'Sök', 'Om Sök', organisation.name, '', '']])
    const first = (await storedImport(id)).jobId
    await chooseColumns(coordinator, id, { 1: 'title', 2: 'description', 3: 'organisation' })
    await db.update(imports).set({ jobId: first }).where(eq(imports.id, id))
    await db.update(imports).set({ jobId: 'another' }).where(eq(imports.id, id))
    const { checkImport } = await import('../../../app/domain/needs/import-checking.server.ts')
    await checkImport(id, {
      jobId: first ?? '',
      findAlike: nobodyAlike,
      explainAlike: async () => undefined,
      onProgress: async () => {},
    })
    expect((await storedImport(id)).status).toBe('checking')
    await checkAgain(id)
    expect((await storedImport(id)).status).toBe('checked')
  })
})

describe('submitting', () => {
  it('makes each row a relayed need with the reference and status of the network', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const id = await aCheckedImport(coordinator, network.id, [
      ['SB-1', 'Sök', 'I handlingar', organisation.name, 'Öppet', 'K1R2'],
      ['SB-2', 'Ritningar', 'Om Ritningar', organisation.name, 'Klart', ''],
      ['SB-3', 'Fel', 'Om Fel', 'Okänd', '', ''],
    ])
    await carriedOut(coordinator, id)
    expect(await needsOf(network.id)).toMatchObject([
      {
        title: 'Sök',
        description: 'I handlingar',
        relay: 'unconfirmed',
        status: 'submitted',
        networkReference: 'SB-1',
        networkStatus: 'Öppet',
        confidentiality: 1,
        integrity: 2,
        organisationId: organisation.id,
      },
      { title: 'Ritningar', description: 'Om Ritningar', networkReference: 'SB-2', networkStatus: 'Klart' },
    ])
    expect(await storedImport(id)).toMatchObject({ status: 'done', totals: { new: 2, bad: 1, left: 0, linked: 0 } })
    expect(await verbsOf(id)).toEqual(['import.uploaded', 'import.mapped', 'import.started', 'import.finished'])
  })

  it('keeps of each row only what was handed over', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const { 4: _, ...columns } = listColumns
    const id = await aCheckedImport(
      coordinator,
      network.id,
      [['1', 'Sök', 'x', organisation.name, 'Ring efter semestern', '']],
      { columns },
    )
    await carriedOut(coordinator, id)
    expect((await storedRows(id))[0]?.cells).toEqual({ 0: '1', 1: 'Sök', 2: 'x', 3: organisation.name })
  })

  it('of the same file again makes nothing twice, with and without references', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const rows = [
      ['SB-1', 'Sök', 'Om Sök', organisation.name, '', ''],
      ['', 'Utan beteckning', 'x', organisation.name, '', ''],
    ]
    await carriedOut(coordinator, await aCheckedImport(coordinator, network.id, rows))
    const again = await aCheckedImport(coordinator, network.id, rows)
    expect((await storedRows(again)).map((row) => row.result)).toEqual(['unchanged', 'unchanged'])
    await expect(startImport(coordinator, again, {})).rejects.toEqual(refused('importEmpty'))
    expect(await needsOf(network.id)).toHaveLength(2)
    expect((await findColumns(coordinator, again))?.again).toBeInstanceOf(Date)
  })

  it('tells of needs that are withdrawn or disowned, by whom, and reads none of them in again', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const row = (reference: string, title: string) => [reference, title, `Om ${title}`, organisation.name, '', '']
    const rows = [row('SB-1', 'Sök'), row('', 'Utan beteckning'), row('SB-3', 'Kartor'), row('SB-4', 'Larm')]
    await carriedOut(coordinator, await aCheckedImport(coordinator, network.id, [...rows, row('SB-5', 'Kvar')]))
    const [first, second, third, fourth] = (await needsOf(network.id)).map(({ id }) => id)
    const representative = await aRepresentative(organisation.id)
    await withdrawNeed(representative, first ?? '', 'Löst.')
    await withdrawNeed(representative, second ?? '', 'Löst.')
    await withdrawNeed(coordinator, third ?? '', 'Fel rad.')
    await disownRelayedNeed(representative, fourth ?? '', 'Inte vårt.')

    const again = await aCheckedImport(coordinator, network.id, [
      ...rows,
      ['SB-5', 'Kvar', 'Nytt', organisation.name, '', ''],
    ])
    const judged = (await storedRows(again)).map(({ result, problems }) => [
      result,
      ...problems.map(({ code }) => code),
    ])
    expect(judged).toEqual([
      ['withdrawn', 'withdrawnByOrganisation'],
      ['withdrawn', 'withdrawnByOrganisation'],
      ['withdrawn', 'withdrawnByNetwork'],
      ['disowned', 'disownedBefore'],
      ['changed'],
    ])
    const totals = { changed: 1, unchanged: 0, withdrawn: 3, disowned: 1 }
    expect((await storedImport(again)).totals).toMatchObject({ new: 0, ...totals })
    await carriedOut(coordinator, again)
    expect((await storedImport(again)).totals).toMatchObject({ ...totals, left: 0 })
    expect(await needsOf(network.id)).toHaveLength(5)
  })

  it('of two imports of the same file that run beside each other makes nothing twice', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const rows = [
      ['SB-1', 'Sök', 'Om Sök', organisation.name, '', ''],
      ['', 'Utan beteckning', 'x', organisation.name, '', ''],
    ]
    const [one, two] = [
      await aCheckedImport(coordinator, network.id, rows),
      await aCheckedImport(coordinator, network.id, rows),
    ]
    for (const id of [one, two]) expect(await startImport(coordinator, id, {})).toBe(true)
    for (const id of [one, two]) await runImport(id, runs)
    expect(await needsOf(network.id)).toHaveLength(2)
    expect((await storedRows(two)).map((row) => row.result)).toEqual(['unchanged', 'unchanged'])
  })

  it('does not begin where the rows would become something else than was shown, and checks them anew', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const row = (reference: string, text: string) => [reference, `Behov ${reference}`, text, organisation.name, '', '']
    const first = await aCheckedImport(coordinator, network.id, [row('1', 'Ett'), row('2', 'Två'), row('', 'Tre')])
    await carriedOut(coordinator, first)
    const list = [row('1', 'Ett'), row('2', 'Ändrat'), row('', 'Tre'), row('4', 'Fyra')]
    const second = await aCheckedImport(coordinator, network.id, list)
    const results = async () => (await storedRows(second)).map(({ result }) => result)
    expect(await results()).toEqual(['unchanged', 'changed', 'unchanged', 'new'])
    await undoImport(coordinator, first, 'Fel lista.')
    await undo(first)
    expect(await startImport(coordinator, second, {})).toBe(false)
    expect(await storedImport(second)).toMatchObject({ status: 'checking', totals: null })
    expect((await needsOf(network.id)).every(({ status }) => status === 'withdrawn')).toBe(true)
    await checkAgain(second)
    expect(await results()).toEqual(['new', 'new', 'new', 'new'])
    expect(await startImport(coordinator, second, {})).toBe(true)
    await runImport(second, runs)
    expect((await storedImport(second)).totals).toMatchObject({ new: 4, unchanged: 0 })
  })

  it('does not begin where a need that a row is like has been taken back', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const { id: originalId, author } = await aNeed({ organisationId: organisation.id })
    const id = await aCheckedImport(coordinator, network.id, [['1', 'Ett', 'Om Ett', organisation.name, '', '']], {
      findAlike: async (texts) => texts.map(() => [{ id: originalId, band: 'very' as const }]),
    })
    await withdrawNeed(author, originalId, 'Löst.')
    expect(await startImport(coordinator, id, { 2: 'link' })).toBe(false)
    await checkAgain(id)
    expect((await storedImport(id)).totals).toMatchObject({ new: 1, duplicate: 0 })
  })

  it('of a changed row makes a new version, and keeps the old one', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    await carriedOut(
      coordinator,
      await aCheckedImport(coordinator, network.id, [['SB-1', 'Sök', 'Gammal text', organisation.name, 'Öppet', '']]),
    )
    const again = await aCheckedImport(coordinator, network.id, [
      ['SB-1', 'Sök', 'Ny text', organisation.name, 'Klart', ''],
    ])
    const shown = await listImportRows(coordinator, again, { result: 'changed' })
    expect(shown?.rows[0]).toMatchObject({
      changes: [{ field: 'description', before: 'Gammal text', after: 'Ny text' }],
      statusChange: { before: 'Öppet', after: 'Klart' },
    })
    await carriedOut(coordinator, again)
    const [need] = await needsOf(network.id)
    expect(need).toMatchObject({ description: 'Ny text', version: 2, networkStatus: 'Klart' })
    const versions = await db
      .select()
      .from(needVersions)
      .where(eq(needVersions.needId, need?.id ?? ''))
      .orderBy(needVersions.version)
    expect(versions.map((version) => [version.version, version.content.description])).toEqual([
      [1, 'Gammal text'],
      [2, 'Ny text'],
    ])
  })

  it('of an empty cell takes nothing away', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    await carriedOut(
      coordinator,
      await aCheckedImport(coordinator, network.id, [['SB-1', 'Sök', 'Text', organisation.name, 'Öppet', 'K2R1']]),
    )
    const again = await aCheckedImport(coordinator, network.id, [['SB-1', '', '', organisation.name, '', '']])
    expect((await storedRows(again))[0]).toMatchObject({ result: 'unchanged', problems: [] })
    expect((await needsOf(network.id))[0]).toMatchObject({ description: 'Text', confidentiality: 2, integrity: 1 })
  })

  it('leaves alone what the organisation has made its own, but follows the status of the network', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    await carriedOut(
      coordinator,
      await aCheckedImport(coordinator, network.id, [['SB-1', 'Sök', 'Text', organisation.name, 'Öppet', '']]),
    )
    const [need] = await needsOf(network.id)
    await confirmRelayedNeed(await aRepresentative(organisation.id), need?.id ?? '')
    const text = await aCheckedImport(coordinator, network.id, [
      ['SB-1', 'Sök', 'Annan text', organisation.name, 'Öppet', ''],
    ])
    expect((await storedRows(text))[0]).toMatchObject({ result: 'unchanged', problems: [{ code: 'takenOver' }] })
    // Only of rows that are read in is it said that they are so with a remark.
    expect((await storedImport(text)).totals).toMatchObject({ unchanged: 1, remarks: 0 })
    expect(await listRemarks(coordinator, text, 9)).toEqual([])
    const both = await aCheckedImport(coordinator, network.id, [
      ['SB-1', 'Sök', 'Annan text', organisation.name, 'Klart', ''],
    ])
    expect((await storedImport(both)).totals).toMatchObject({ changed: 1, remarks: 1 })
    expect(await listRemarks(coordinator, both, 9)).toHaveLength(1)
    expect((await listImportRows(coordinator, both, {}))?.rows[0]).toMatchObject({ result: 'changed', changes: [] })
    await carriedOut(coordinator, both)
    expect((await needsOf(network.id))[0]).toMatchObject({ description: 'Text', networkStatus: 'Klart', version: 1 })
  })

  it('never moves a need to another organisation', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const other = await anOrganisation()
    await carriedOut(
      coordinator,
      await aCheckedImport(coordinator, network.id, [['SB-1', 'Sök', 'Om Sök', organisation.name, '', '']]),
    )
    const again = await aCheckedImport(coordinator, network.id, [['SB-1', 'Sök', 'Om Sök', other.name, '', '']])
    expect((await storedRows(again))[0]).toMatchObject({ result: 'bad', problems: [{ code: 'organisationChanged' }] })
  })

  it('links a row with the need that it is like where the coordinator says so, and both remain', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const original = await aNeed({ organisationId: organisation.id })
    const findAlike = async (texts: readonly unknown[]) => texts.map(() => [{ id: original.id, band: 'very' as const }])
    const rows = [
      ['1', 'Ett', 'Om Ett', organisation.name, '', ''],
      ['2', 'Två', 'Om Två', organisation.name, '', ''],
    ]
    const id = await aCheckedImport(coordinator, network.id, rows, { findAlike })
    await carriedOut(coordinator, id, { 2: 'link' })
    const made = await needsOf(network.id)
    expect(made).toHaveLength(2)
    expect(await db.select().from(duplicateLinks).where(eq(duplicateLinks.originalId, original.id))).toMatchObject([
      { needId: made[0]?.id },
    ])
    expect(await storedImport(id)).toMatchObject({ totals: { duplicate: 2, linked: 1 } })
  })

  it('goes on where it was interrupted', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const rows = Array.from({ length: 120 }, (_, at) => [
      String(at),
      `Behov ${at}`,
      `Om Behov ${at}`,
      organisation.name,
      '',
      '',
    ])
    const id = await aCheckedImport(coordinator, network.id, rows)
    await startImport(coordinator, id, {})
    const crash = new Error('the process died')
    await expect(runImport(id, { ...runs, onProgress: () => Promise.reject(crash) })).rejects.toThrow(crash)
    expect(await needsOf(network.id)).toHaveLength(50)
    const progress: number[] = []
    await runImport(id, { ...runs, onProgress: async (done) => void progress.push(done) })
    expect(progress).toEqual([100, 120])
    expect(await needsOf(network.id)).toHaveLength(120)
    await runImport(id, runs)
    expect(await needsOf(network.id)).toHaveLength(120)
    expect(await verbsOf(id)).toEqual(['import.uploaded', 'import.mapped', 'import.started', 'import.finished'])
  })

  it('stops when asked to, and says what is left', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const rows = Array.from({ length: 70 }, (_, at) => [
      String(at),
      `Behov ${at}`,
      `Om Behov ${at}`,
      organisation.name,
      '',
      '',
    ])
    const id = await aCheckedImport(coordinator, network.id, rows)
    await startImport(coordinator, id, {})
    await runImport(id, { ...runs, onProgress: () => stopImport(coordinator, id) })
    expect(await storedImport(id)).toMatchObject({ status: 'done', totals: { new: 50, left: 20 } })
    const again = await aCheckedImport(coordinator, network.id, rows)
    expect((await storedImport(again)).totals).toMatchObject({ unchanged: 50, new: 20 })
  })

  it('ends when the person may no longer import for the network', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const id = await aCheckedImport(coordinator, network.id, [['1', 'Sök', 'Om Sök', organisation.name, '', '']])
    await startImport(coordinator, id, {})
    const { roles } = await import('../../../db/schema/people.ts')
    await db
      .update(roles)
      .set({ until: new Date('2026-01-02') })
      .where(eq(roles.personId, coordinator.id))
    await runImport(id, runs)
    expect(await needsOf(network.id)).toEqual([])
    expect(await storedImport(id)).toMatchObject({ status: 'done', totals: { new: 0, left: 1 } })
  })
})

describe('undoing', () => {
  async function aDoneImport() {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const rows = [
      ['SB-1', 'Sök', 'Om Sök', organisation.name, '', ''],
      ['SB-2', 'Ritningar', 'Om Ritningar', organisation.name, '', ''],
    ]
    const id = await aCheckedImport(coordinator, network.id, rows)
    await carriedOut(coordinator, id)
    return { network, coordinator, organisation, rows, id }
  }

  it('takes back what the import made, and the same file can be imported anew', async () => {
    const { network, coordinator, rows, id } = await aDoneImport()
    await undoImport(coordinator, id, 'Fel lista.')
    await undo(id)
    expect((await needsOf(network.id)).map((need) => [need.status, need.networkReference])).toEqual([
      ['withdrawn', null],
      ['withdrawn', null],
    ])
    // The network finds them again by what they are called in its list.
    const listed = (await networkOverview(coordinator, network.key))?.needs.map((need) => need.networkReference)
    expect(listed?.sort()).toEqual(['SB-1', 'SB-2'])
    const [taken] = await needsOf(network.id)
    expect((await needStory(coordinator, taken?.id ?? ''))?.stations).toMatchObject([
      { kind: 'relayed', reference: 'SB-1' },
      { kind: 'withdrawnByNetwork' },
    ])
    expect(await storedImport(id)).toMatchObject({ status: 'undone', totals: { new: 0, withdrawn: 2 } })
    const again = await aCheckedImport(coordinator, network.id, rows)
    expect((await storedRows(again)).map((row) => row.result)).toEqual(['new', 'new'])
    await carriedOut(coordinator, again)
    expect((await needsOf(network.id)).filter((need) => need.status === 'submitted')).toHaveLength(2)
  })

  it('is the act of the network, also where the person represents the organisation as well', async () => {
    const { network, organisation, id } = await aDoneImport()
    const person = await aPerson({
      roles: [
        { role: 'network_coordinator', networkId: network.id },
        { role: 'representative', organisationId: organisation.id },
      ],
    })
    await undoImport(person, id, 'Fel lista.')
    await undo(id)
    const told = await db
      .select({ actingForId: events.actingForId, actorId: events.actorId })
      .from(events)
      .innerJoin(needs, eq(needs.id, events.nounId))
      .where(and(eq(needs.networkId, network.id), eq(events.verb, 'need.withdrawn')))
    expect(told).toEqual([1, 2].map(() => ({ actingForId: null, actorId: person.id })))
  })

  it('may be done by the coordinator too', async () => {
    const { network, id } = await aDoneImport()
    await undoImport(await aCoordinator(), id, 'Fel lista.')
    await undo(id)
    expect((await needsOf(network.id)).map((need) => need.status)).toEqual(['withdrawn', 'withdrawn'])
  })

  it('is refused when something else has happened to one of the needs', async () => {
    const { network, coordinator, organisation, id } = await aDoneImport()
    const [need] = await needsOf(network.id)
    const other = await anOrganisation()
    await endorseNeed(await aRepresentative(other.id), need?.id ?? '', { organisationId: other.id, comment: '' })
    await expect(undoImport(coordinator, id, '')).rejects.toEqual(refused('importTouched'))
    expect(organisation.id).toBe(need?.organisationId)
  })

  it('spares a need that something happens to meanwhile', async () => {
    const { network, coordinator, organisation, id } = await aDoneImport()
    await undoImport(coordinator, id, '')
    const [need] = await needsOf(network.id)
    await confirmRelayedNeed(await aRepresentative(organisation.id), need?.id ?? '')
    await undo(id)
    const left = await db
      .select()
      .from(needs)
      .where(and(eq(needs.networkId, network.id), eq(needs.status, 'submitted')))
    expect(left.map((one) => one.id)).toEqual([need?.id])
  })

  it('spares a need that somebody shares at the very moment when it is taken back', async () => {
    const { network, coordinator, id } = await aDoneImport()
    await undoImport(coordinator, id, '')
    const [need] = await needsOf(network.id)
    const other = await anOrganisation()
    const sharer = await aRepresentative(other.id)
    const sharing = transaction(async () => {
      await new Promise((resolve) => setTimeout(resolve, 150))
      await endorseNeed(sharer, need?.id ?? '', { organisationId: other.id, comment: '' })
    })
    await Promise.all([sharing, undo(id)])
    expect((await needsOf(network.id)).map((one) => one.status)).toEqual(['submitted', 'withdrawn'])
  })
})
