import { describe, expect, test } from 'vitest'
import { isCode, keyFrom } from '../../../app/domain/organisations/organisation.ts'
import { organisationForm } from '../../../app/domain/organisations/organisation-forms.ts'
import { fieldsOf, judgeRows, type Registered, rowsOf } from '../../../app/domain/organisations/organisation-list.ts'

const registered = (given: Partial<Registered>): Registered => ({
  id: 'x',
  name: 'Ekvalla kommun',
  nameEn: 'Ekvalla municipality',
  number: null,
  pic: null,
  code: null,
  ...given,
})
const listed = (rows: string[][], columns = ['Namn', 'Slag', 'Organisationsnummer', 'Kod']) =>
  rowsOf(
    columns,
    rows.map((cells, at) => ({ number: at + 2, cells })),
    null,
  )

describe('headings', () => {
  test.each([
    [
      ['Kommun', 'Kommunkod', 'Org.nr'],
      ['name', 'code', 'number'],
    ],
    [
      ['Region', 'Länskod', 'Organisationsnummer:'],
      ['name', 'code', 'number'],
    ],
    [
      ['Name', 'English name', 'Type', 'PIC'],
      ['name', 'nameEn', 'kind', 'pic'],
    ],
    [
      ['Namn', 'Namn', 'Telefon'],
      ['name', undefined, undefined],
    ],
  ])('%j are %j', (columns, fields) => {
    expect(fieldsOf(columns)).toEqual(fields)
  })
})

describe('a row', () => {
  test.each([
    ['new', ['Granåsa kommun', 'Kommun', '', '']],
    ['new', ['Region Ekvalla', 'Region', '202100-6883', '01']],
    ['known', ['Ekvalla kommun', 'Kommun', '', '']],
    ['known', ['  EKVALLA  kommun ', 'kommun', '', '']],
    ['completed', ['Ekvalla kommun', 'Kommun', '', '0184']],
    ['bad', ['', 'Kommun', '', '']],
    ['bad', ['Granåsa', 'Planet', '', '']],
    ['bad', ['Granåsa kommun', 'Kommun', '202100-6884', '']],
    ['bad', ['Granåsa kommun', 'Kommun', '', '12345']],
    ['bad', ['Granåsa AB', 'Företag', '', '0184']],
  ])('is %s: %j', (outcome, cells) => {
    expect(judgeRows(listed([cells]), [registered({})])).toMatchObject([{ outcome, number: 2 }])
  })

  test('whose number belongs to another names it', () => {
    const [row] = judgeRows(listed([['Granåsa kommun', 'Kommun', '2021006883', '']]), [
      registered({ number: '2021006883' }),
    ])
    expect(row).toMatchObject({ outcome: 'bad', field: 'number', fault: 'taken', name: { name: 'Ekvalla kommun' } })
  })

  test('never overwrites what the register says', () => {
    const [row] = judgeRows(listed([['Ekvalla kommun', 'Kommun', '', '0184']]), [registered({ code: '0180' })])
    expect(row).toMatchObject({ outcome: 'bad', field: 'code', fault: 'differs', name: '0180' })
  })

  test('repeated in the list counts once, and two with one code are not both read in', () => {
    const rows = listed([
      ['Granåsa kommun', 'Kommun', '', '0184'],
      ['Granåsa kommun', 'Kommun', '', '0184'],
      ['Björkby kommun', 'Kommun', '', '0184'],
    ])
    expect(judgeRows(rows, []).map(({ outcome }) => outcome)).toEqual(['new', 'known', 'bad'])
  })

  test('takes its kind from the choice where the file says none, and gets back the zero that a spreadsheet dropped', () => {
    const rows = rowsOf(['Kommun', 'Kommunkod'], [{ number: 2, cells: ['Granåsa', '184'] }], 'municipality')
    expect(judgeRows(rows, [])).toMatchObject([
      { outcome: 'new', organisation: { kind: 'municipality', code: '0184' } },
    ])
  })
})

describe('the form', () => {
  const given = { name: 'Granåsa kommun', kind: 'municipality' }
  test.each([
    [{ number: '202100-6884' }, 'number'],
    [{ pic: '12345' }, 'pic'],
    [{ code: '18' }, 'code'],
    [{ endedOn: '2026-02-31' }, 'endedOn'],
    [{ endedOn: 'igår' }, 'endedOn'],
    [{ seat: 'throne' }, 'seat'],
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
  ])('refuses %j', (fields, field) => {
    expect(organisationForm.safeParse({ ...given, ...fields }).error?.issues.map(({ path }) => path[0])).toEqual([
      field,
    ])
  })

  test('keeps ten digits of a number, and the Swedish name where there is no English one', () => {
    expect(organisationForm.parse({ ...given, number: '202100-6883', code: '0184', pic: '' })).toEqual({
      ...given,
      nameEn: 'Granåsa kommun',
      number: '2021006883',
      code: '0184',
      pic: null,
      seat: null,
      endedOn: null,
    })
  })
})

test('a key is made of the name, and is free and no page of its own', () => {
  expect(keyFrom('Östra Ängsö kommun', () => false)).toBe('ostra-angso-kommun')
  expect(keyFrom('New', () => false)).toBe('new-2')
  expect(keyFrom('Ek', (key) => key === 'ek' || key === 'ek-2')).toBe('ek-3')
  expect(keyFrom('東京', () => false)).toBe('x')
})

test('codes belong to municipalities and regions', () => {
  expect([isCode('municipality', '0184'), isCode('region', '01'), isCode('state', '01')]).toEqual([true, true, false])
})
