import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  doubledFields,
  expectedEnd,
  type ImportColumns,
  importFields,
  missingColumns,
  pageOf,
} from '../../../app/domain/needs/import.ts'
import { faultKinds } from '../../../app/domain/needs/import-faults.ts'
import { changeExcerpt } from '../../../app/domain/needs/import-excerpt.ts'
import { columnsOf, guessColumns } from '../../../app/domain/needs/import-guess.ts'
import { headingsOf, normalHeading, templateHeading } from '../../../app/domain/needs/import-headings.ts'
import { digitsOf, hasCheckDigit, isOrganisationNumber } from '../../../app/domain/organisations/organisation-number.ts'
import { matchOrganisations } from '../../../app/domain/needs/import-organisations.ts'
import { readRow } from '../../../app/domain/needs/import-row.ts'
import {
  readClass,
  readContact,
  readDate,
  readDomainArea,
  readNeedArea,
  readUrgency,
} from '../../../app/domain/needs/import-values.ts'
import { domainAreas, needAreas, needLimits, urgencies } from '../../../app/domain/needs/need.ts'
import { translator } from '../../../app/i18n/translator.server.ts'

const organisation = (key: string, name: string, number: string | null = null, nameEn = name) => ({
  id: `id-${key}`,
  key,
  name,
  nameEn,
  number,
})
const register = matchOrganisations([
  organisation('ekvalla', 'Ekvalla kommun', null, 'Ekvalla municipality'),
  organisation('stenaker', 'Stenåkers kommun'),
  organisation('stockholm', 'Stockholms stad', '2120000142', 'City of Stockholm'),
  organisation('region-stockholm', 'Region Stockholm', '2321000016'),
  organisation('digg', 'Myndigheten för digital förvaltning', '2021006883', 'Agency for Digital Government'),
  organisation('sormland', 'Region Sörmland'),
  organisation('varmland', 'Region Värmland'),
  organisation('skr', 'Sveriges Kommuner och Regioner'),
  organisation('lund-k', 'Lunds kommun', '2120001132'),
  organisation('lund-a', 'Lund AB'),
  { ...organisation('gamla', 'Gamla myndigheten', '2021000001'), ended: true },
])

describe('an organisation in a list', () => {
  it('that has ended is neither recognised nor offered, and still known by its id', () => {
    expect(register.byName('Gamla myndigheten')).toEqual({ unknown: true })
    expect(register.byNumber('2021000001')).toBeUndefined()
    expect(register.near('Gamla myndighet').map(({ key }) => key)).not.toContain('gamla')
    expect(register.byId(organisation('gamla', '').id)?.name).toBe('Gamla myndigheten')
  })
  it.each([
    ['Ekvalla kommun', 'ekvalla'],
    ['EKVALLA', 'ekvalla'],
    [' ekvalla  Kommun. ', 'ekvalla'],
    ['Ekvalla municipality', 'ekvalla'],
    ['Stenåker', 'stenaker'],
    ['Stenåkers', 'stenaker'],
    ['Stockholm', 'stockholm'],
    ['Stockholms kommun', 'stockholm'],
    ['City of Stockholm', 'stockholm'],
    ['region stockholm', 'region-stockholm'],
    ['digg', 'digg'],
    ['SKR', 'skr'],
    ['Lunds kommun', 'lund-k'],
  ])('"%s" is found', (words, key) => {
    expect(register.byName(words)).toMatchObject({ found: { key } })
  })
  it('is not guessed where the name may be several, or none', () => {
    expect(register.byName('Lund')).toMatchObject({ ambiguous: [{ key: 'lund-k' }, { key: 'lund-a' }] })
    expect(register.byName('Okänd by')).toEqual({ unknown: true })
  })
  it.each([
    ['Ekvala komun', ['ekvalla']],
    ['Ekvlala kommun', ['ekvalla']],
    ['Stenåkkers kommun', ['stenaker']],
    ['Region Stokholm', ['region-stockholm']],
    ['Region Sormland', ['sormland']],
    ['Digital förvaltning', ['digg']],
    ['Kommuner och regioner', ['skr']],
    ['Atlantis kommun', []],
    ['Myndigheten för allt annat', []],
    ['Luns', ['lund-k', 'lund-a']],
    ['Q', []],
    ['', []],
  ])('"%s" may be %o', (words, keys) => {
    expect(register.near(words).map((one) => one.key)).toEqual(keys)
  })
  it('has a number with a check digit', () => {
    expect(
      ['2120000142', '202100-6883', '16 202100-6883', 'SE202100688301'].map((words) => hasCheckDigit(digitsOf(words))),
    ).toEqual([true, true, true, true])
    expect(['2120000143', '123', '', 'abc'].map((words) => hasCheckDigit(digitsOf(words)))).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(isOrganisationNumber('199001011234')).toBe(false)
  })
  it('any single wrong digit of a number is seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (at, more) => {
        const digits = [...'2021006883']
        digits[at] = String((Number(digits[at]) + more) % 10)
        expect(hasCheckDigit(digits.join(''))).toBe(false)
      }),
    )
  })
})

describe('values in a list', () => {
  it.each([
    ['Hög, inför årsskiftet', { urgency: 'high', reason: 'inför årsskiftet' }],
    ['hög', { urgency: 'high', reason: '' }],
    ['Kan vänta', { urgency: 'low', reason: '' }],
    ['Prio 2 – efter sommaren', { urgency: 'medium', reason: 'efter sommaren' }],
    ['1', { urgency: 'high', reason: '' }],
    ['Medium (budget 2027)', { urgency: 'medium', reason: 'budget 2027' }],
    ['blå', undefined],
    ['', undefined],
  ])('urgency "%s"', (words, read) => expect(readUrgency(words)).toEqual(read))

  it.each([
    ['K2', { confidentiality: 2 }],
    ['2', { confidentiality: 2 }],
    ['K1R2T3', { confidentiality: 1, integrity: 2, availability: 3 }],
    ['K: 1, R: 2, T: 0', { confidentiality: 1, integrity: 2, availability: 0 }],
    ['k 3', { confidentiality: 3 }],
    ['Konfidentialitet: 4', { confidentiality: 4 }],
  ])('information class "%s"', (words, read) => expect(readClass(words)).toEqual(read))
  it('an information class that cannot be told is not taken for harmless', () => {
    expect(['hemlig', 'K', '7', 'sekretess', 'K22'].map(readClass)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it.each([
    ['2026-05-12', '2026-05-12'],
    ['2026-05-12 13:45', '2026-05-12'],
    ['20260512', '2026-05-12'],
    ['12/5 2026', '2026-05-12'],
    ['12.5.2026', '2026-05-12'],
    ['12 maj 2026', '2026-05-12'],
    ['1 Okt. 2026', '2026-10-01'],
    ['May 12, 2026', '2026-05-12'],
    ['2026-02-30', undefined],
    ['nyligen', undefined],
    ['', undefined],
  ])('date "%s"', (words, date) => expect(readDate(words)).toBe(date))

  it.each([
    ['Åsa Öberg <asa@ekvalla.example>', 'Åsa Öberg', 'asa@ekvalla.example'],
    ['asa@ekvalla.example', '', 'asa@ekvalla.example'],
    ['Åsa Öberg, asa@ekvalla.example', 'Åsa Öberg', 'asa@ekvalla.example'],
    ['Åsa Öberg', 'Åsa Öberg', ''],
  ])('contact "%s"', (words, name, email) => expect(readContact(words)).toEqual({ name, email }))

  it('areas and urgencies are known by what every page and template calls them', () => {
    for (const t of [translator('sv'), translator('en')]) {
      for (const area of needAreas) expect(readNeedArea(t(`needs.areas.${area}`))).toBe(area)
      for (const area of domainAreas) expect(readDomainArea(t(`needs.domainAreas.${area}`))).toBe(area)
      for (const urgency of urgencies) expect(readUrgency(t(`needs.urgencies.${urgency}`))?.urgency).toBe(urgency)
    }
    expect(readNeedArea('2. Återanvändning')).toBe('reuse')
    expect(readNeedArea('Fiske')).toBeUndefined()
  })
})

describe('a row', () => {
  const columns: ImportColumns = {
    0: 'title',
    1: 'description',
    2: 'organisation',
    3: 'organisationNumber',
    4: 'reference',
    5: 'contactEmail',
    6: 'informationClass',
    7: 'urgency',
    8: 'date',
    9: 'needArea',
  }
  const good = { 0: 'Vi vill söka', 1: 'I alla handlingar.', 2: 'Ekvalla kommun' }
  const read = (cells: Record<number, string>, chosen = columns) => readRow(cells as never, chosen, register)
  const codes = (cells: Record<number, string>, chosen = columns) =>
    read(cells, chosen).problems.map(({ code, column }) => [code, column])

  it('becomes a draft with the fields that the list has', () => {
    expect(read({ ...good, 4: 'A-1', 7: 'Hög, nu', 8: '12 maj 2026', 9: 'Datakvalitet' })).toEqual({
      problems: [],
      draft: {
        organisationId: 'id-ekvalla',
        reference: 'A-1',
        status: '',
        date: '2026-05-12',
        said: ['title', 'description', 'needArea', 'urgency', 'urgencyReason'],
        missing: [],
        fields: {
          title: 'Vi vill söka',
          description: 'I alla handlingar.',
          urgency: 'high',
          urgencyReason: 'nu',
          needArea: 'data-quality',
          contactName: '',
          contactEmail: '',
        },
      },
    })
  })

  it.each([
    ['too long a title', { ...good, 0: 'x'.repeat(needLimits.title + 1) }, 'titleTooLong', '0'],
    ['too long a text', { ...good, 1: 'x'.repeat(needLimits.description + 1) }, 'textTooLong', '1'],
    ['no organisation', { 0: 'a', 1: 'b' }, 'organisationMissing', '2'],
    ['an unknown organisation', { ...good, 2: 'Okänd by' }, 'organisationUnknown', '2'],
    ['an ambiguous organisation', { ...good, 2: 'Lund' }, 'organisationAmbiguous', '2'],
    ['a short number', { ...good, 3: '21200014' }, 'numberLength', '3'],
    ['a wrong number', { ...good, 3: '212000-0143' }, 'numberChecksum', '3'],
    ['a number of nobody', { 0: 'a', 1: 'b', 3: '202100-0050' }, 'numberUnknown', '3'],
    ['a name and a number that differ', { ...good, 3: '212000-0142' }, 'organisationMismatch', '2'],
    ['too long a reference', { ...good, 4: 'x'.repeat(101) }, 'referenceTooLong', '4'],
    ['a bad address', { ...good, 5: 'asa på ekvalla' }, 'emailInvalid', '5'],
    ['an unreadable class', { ...good, 6: 'hemlig' }, 'classUnknown', '6'],
    ['a class that is not received', { ...good, 6: 'K3' }, 'tooSecret', '6'],
    ['a formula error', { ...good, 1: '#REF!' }, 'formulaError', '1'],
  ])('with %s is not read in, and says which column', (_, cells, code, column) => {
    expect(read(cells).draft).toBeUndefined()
    expect(codes(cells)).toContainEqual([code, column])
  })

  it.each([
    [{ 7: 'blå' }, 'urgencyUnknown'],
    [{ 8: 'nyligen' }, 'dateUnknown'],
    [{ 9: 'Fiske' }, 'areaUnknown'],
  ])('with %o is read in without it', (cells, code) => {
    const row = read({ ...good, ...cells })
    expect(row.draft).toBeDefined()
    expect(row.problems.map((problem) => problem.code)).toEqual([code])
  })

  it('is found by number, also in the column of the name, and by name where the register lacks the number', () => {
    expect(read({ 0: 'a', 1: 'b', 3: '212000-0142' }).draft?.organisationId).toBe('id-stockholm')
    expect(read({ 0: 'a', 1: 'b', 2: '212000-0142' }).draft?.organisationId).toBe('id-stockholm')
    expect(read({ ...good, 3: '202100-0050' }).draft?.organisationId).toBe('id-ekvalla')
  })

  it('of a list with one text gets its title from the first sentence', () => {
    const one: ImportColumns = { 0: 'description', 1: 'organisation' }
    const text = 'Vi vill kunna söka. I alla handlingar.'
    expect(read({ 0: text, 1: 'Ekvalla' }, one).draft?.fields).toMatchObject({
      title: 'Vi vill kunna söka',
      description: text,
    })
    expect(read({ 0: 'ord '.repeat(100), 1: 'Ekvalla' }, one).draft?.fields.title.length).toBeLessThanOrEqual(
      needLimits.title,
    )
  })

  it.each([
    ['no sentence', { ...good, 0: '' }, columns, [['titleMissing', '0']]],
    ['no description', { ...good, 1: '' }, columns, [['descriptionMissing', '1']]],
    [
      'neither',
      { 2: 'Ekvalla' },
      columns,
      [
        ['titleMissing', '0'],
        ['descriptionMissing', '1'],
      ],
    ],
    [
      'no column of descriptions',
      { 0: 'Rubrik', 2: 'Ekvalla' },
      { 0: 'title', 2: 'organisation' } as const,
      [['descriptionMissing', '']],
    ],
    [
      'an empty cell in the only text',
      { 2: 'Ekvalla' },
      { 0: 'description', 2: 'organisation' } as const,
      [['descriptionMissing', '0']],
    ],
    ['a formula for a sentence', { ...good, 0: '=1+1' }, columns, []],
    ['a sentence without letters', { ...good, 0: '12' }, columns, []],
  ])('with %s misses what the form would ask for', (_, cells, chosen, missing) => {
    expect(read(cells, chosen).draft?.missing.map(({ code, column }) => [code, column])).toEqual(missing)
  })

  it('has its sentence on one line, as the form has', () => {
    expect(read({ ...good, 0: 'Vi vill\nsöka' }).draft?.fields.title).toBe('Vi vill söka')
  })

  it('of any cells at all never crashes, and never gives a draft beyond the limits', () => {
    const all = Object.fromEntries(importFields.map((field, at) => [String(at), field])) as ImportColumns
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 300 }), {
          minLength: importFields.length,
          maxLength: importFields.length,
        }),
        (cells) => {
          cells[2] = 'Ekvalla'
          cells[3] = ''
          const { draft, problems } = readRow(
            Object.fromEntries(cells.map((cell, at) => [String(at), cell])),
            all,
            register,
          )
          expect(problems.length > 0 || draft !== undefined).toBe(true)
          if (!draft) return
          for (const [field, most] of Object.entries(needLimits))
            expect(String(draft.fields[field as 'title'] ?? '').length).toBeLessThanOrEqual(most)
          expect(draft.fields.confidentiality ?? 0).toBeLessThanOrEqual(2)
        },
      ),
    )
  })
})

describe('what a column is', () => {
  const known = {
    remembered: {} as Record<string, string>,
    isOrganisation: (words: string) => 'found' in register.byName(words),
    isUrgency: (words: string) => readUrgency(words) !== undefined,
  }
  const rows = [
    [
      'SB-1',
      'Vi hittar inte ägaren',
      'I dag frågar vi runt tills någon i förvaltningen minns vem det kan vara.',
      'Ekvalla kommun',
      '212000-0142',
      'a@ekvalla.example',
      'Ring',
      'Hög',
    ],
    [
      'SB-2',
      'Ritningar går inte att söka i',
      'Ungefär fyra tusen ritningar från tiden före datorer ligger som bilder.',
      'Stenåker',
      '202100-6883',
      'b@ekvalla.example',
      '',
      'Turkos',
    ],
  ].map((cells, at) => ({ number: at + 2, cells }))
  const guess = (headings: string[], knowledge = known) => guessColumns(headings, rows, knowledge)

  it('is guessed from heading and content, with the reason', () => {
    const headings = ['ID', 'Rubrik', 'Bakgrund', 'Kommun', 'Org.nr', 'Kontakt', 'Intern anm.', 'Prio']
    expect(guess(headings).map(({ field, sure, reason }) => [field, sure, reason])).toEqual([
      ['reference', 'sure', 'distinct'],
      ['title', 'sure', 'heading'],
      ['description', 'sure', 'heading'],
      ['organisation', 'sure', 'organisations'],
      ['organisationNumber', 'sure', 'numbers'],
      ['contactEmail', 'sure', 'emails'],
      [null, 'unused', 'none'],
      ['urgency', 'unsure', 'otherValues'],
    ])
  })
  it('is what it was last time, also when that was nothing', () => {
    const remembered = { [normalHeading('Kolumn A')]: 'title', [normalHeading('Rubrik')]: '' }
    const [first, second] = guess(['Kolumn A', 'Rubrik'], { ...known, remembered })
    expect([first, second]).toMatchObject([
      { field: 'title', reason: 'remembered' },
      { field: null, reason: 'remembered' },
    ])
  })
  it('is found without headings where the content says so', () => {
    expect(columnsOf(guess(['', '', '', '', '', '']))).toEqual({
      2: 'description',
      3: 'organisation',
      4: 'organisationNumber',
      5: 'contactEmail',
    })
  })
  it('is the description where one column alone says the need', () => {
    const [row] = rows
    const sheet = [{ number: 2, cells: [row?.cells[1] ?? '', row?.cells[3] ?? ''] }]
    const [first] = guessColumns(['Behov', 'Kommun'], sheet, known)
    expect(first).toMatchObject({ field: 'description', sure: 'unsure', reason: 'onlyText' })
    const remembered = { [normalHeading('Behov')]: 'title' }
    expect(guessColumns(['Behov', 'Kommun'], sheet, { ...known, remembered })[0]).toMatchObject({ field: 'title' })
  })
  it('is never the same for two columns', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Rubrik', 'Titel', 'Behov', 'ID', 'Nr', 'Status', 'E-post', 'Beskrivning', ''), {
          minLength: 8,
          maxLength: 8,
        }),
        (headings) => {
          expect(doubledFields(columnsOf(guess(headings)))).toEqual([])
        },
      ),
    )
  })
  it('every heading of the template is known, in both languages', () => {
    for (const locale of ['sv', 'en'] as const)
      for (const field of importFields)
        expect(headingsOf(normalHeading(templateHeading(field, locale)))).toEqual({ field, exact: true })
  })
  it('says what has to be chosen still', () => {
    expect(missingColumns({})).toEqual(['text', 'organisation'])
    expect(missingColumns({ 0: 'description', 1: 'organisationNumber' })).toEqual([])
  })
})

describe('small things', () => {
  it('shows a change from where it begins', () => {
    expect(changeExcerpt('Kan vänta', 'Hög')).toEqual({ before: 'Kan vänta', after: 'Hög' })
    const long = 'Det här är en lång inledning som ingen har ändrat på sedan förra gången listan lämnades, och ungefär '
    expect(changeExcerpt(`${long}4 000 ritningar`, `${long}11 000 ritningar`)).toEqual({
      before: '… gången listan lämnades, och ungefär 4 000 ritningar',
      after: '… gången listan lämnades, och ungefär 11 000 ritningar',
    })
    expect(changeExcerpt('', 'Ny')).toEqual({ before: '', after: 'Ny' })
  })
  it('expects a job to end as it has gone', () => {
    const [began, now] = [new Date(1000), new Date(3000)]
    expect(expectedEnd(began, 10, 40, now)).toEqual(new Date(9000))
    expect(expectedEnd(began, 0, 40, now)).toBeNull()
    expect(expectedEnd(began, 40, 40, now)).toBeNull()
  })
  it('an import goes on where it was', () => {
    expect([pageOf('uploaded'), pageOf('checking'), pageOf('checked'), pageOf('running'), pageOf('done')]).toEqual([
      'columns',
      'preview',
      'preview',
      null,
      null,
    ])
  })
})

describe('the faults of a list, by kind', () => {
  const unknown = (value: string) => ({ code: 'organisationUnknown' as const, column: '1', value })
  const headings = ['Behov', 'Organisation', 'Kontakt']

  it('are told by how many rows have them, with what stands on several', () => {
    const rows = [
      ...Array.from({ length: 3 }, () => [unknown('Ekvlala')]),
      ...Array.from({ length: 2 }, () => [unknown('Luns'), { code: 'titleMissing' as const, column: '0', value: '' }]),
      [unknown('Atlantis'), { code: 'dateUnknown' as const, column: '2', value: 'snart' }],
      [{ code: 'sameAsRow' as const, column: '', value: '' }],
    ]
    expect(faultKinds(rows, headings)).toEqual([
      {
        code: 'organisationUnknown',
        column: '1',
        heading: 'Organisation',
        rows: 6,
        values: [
          { value: 'Ekvlala', rows: 3 },
          { value: 'Luns', rows: 2 },
        ],
      },
      { code: 'titleMissing', column: '0', heading: 'Behov', rows: 2, values: [] },
      { code: 'sameAsRow', column: '', heading: '', rows: 1, values: [] },
    ])
  })
  it('of two columns are two, and only the values of most rows are told', () => {
    const long = (column: string) => ({ code: 'textTooLong' as const, column, value: 'x' })
    expect(
      faultKinds([[long('1'), long('2')], [long('2')]], headings).map(({ column, rows }) => [column, rows]),
    ).toEqual([
      ['2', 2],
      ['1', 1],
    ])
    const many = ['a', 'b', 'c', 'd'].flatMap((value) => [[unknown(value)], [unknown(value)]])
    expect(faultKinds(many, headings)[0]?.values.map(({ value }) => value)).toEqual(['a', 'b', 'c'])
  })
})
