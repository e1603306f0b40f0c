import { readFileSync } from 'node:fs'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import {
  cleanCell,
  columnLetter,
  type Spreadsheet,
  SpreadsheetError,
  tableOf,
} from '../../../app/domain/needs/spreadsheet.ts'
import { cellText } from '../../../app/domain/needs/spreadsheet-cells.ts'
import { readTable } from '../../../app/domain/needs/spreadsheet-reading.ts'
import { aZip, anXlsx, inline } from './zip-builder.ts'

const file = (name: string) => new Uint8Array(readFileSync(path.join('tests/domain/needs/files', name)))
const faultOf = (reading: Promise<Spreadsheet>) =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof SpreadsheetError ? error.fault : String(error)),
  )

const list: Spreadsheet = {
  headings: ['Beteckning', 'Behov', 'Beskrivning', 'Organisation', 'Status'],
  rows: [
    {
      number: 2,
      cells: ['1', 'Sök i fritext', 'Vi vill söka; i "gamla" ärenden,\npå flera rader', 'Ekvalla kommun', 'Ny'],
    },
    { number: 3, cells: ['2', 'Åtgärder för öppna data – €', 'Ö, Ä och å\tmed tabb', 'Hedvika kommun', 'Klar'] },
    { number: 5, cells: ['4', '=1+1 är ingen formel', 'Text', 'Almhaga kommun', ''] },
  ],
}

describe('files that LibreOffice Calc wrote', () => {
  it.each(['lista.xlsx', 'lista-komma.csv', 'lista-semikolon.csv', 'lista-tabb.csv', 'lista-windows-1252.csv'])(
    '%s is read as it stands',
    async (name) => {
      expect(await readTable(file(name))).toEqual(list)
    },
  )

  it('is the same with a byte order mark, and as Unicode text from Excel', async () => {
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), file('lista-semikolon.csv')])
    expect(await readTable(new Uint8Array(marked))).toEqual(list)
    const wide = Buffer.from(`\ufeff${Buffer.from(file('lista-tabb.csv')).toString('utf8')}`, 'utf16le')
    expect(await readTable(new Uint8Array(wide))).toEqual(list)
  })

  it('obeys a first line that names the separator', async () => {
    const text = new TextEncoder().encode('sep=;\r\nA,1;B\r\nx;y\r\n')
    expect(await readTable(text)).toEqual({ headings: ['A,1', 'B'], rows: [{ number: 3, cells: ['x', 'y'] }] })
  })

  it('reads a sheet with a title, merged headings, merged cells, dates, formats and formulas as people see it', async () => {
    const { headings, rows } = await readTable(file('behov-med-rubriker.xlsx'))
    expect(headings).toEqual([
      'ID',
      'Rubrik',
      'Bakgrund',
      'Kommun',
      'Org.nr',
      'Kontakt Namn',
      'Kontakt E-post',
      'Prio',
      'Inkom',
      'Kostnad',
      'Status',
    ])
    expect(rows.map((row) => row.number)).toEqual([6, 7, 9, 10])
    expect(rows.map((row) => row.cells[3])).toEqual([
      'Ekvalla kommun',
      'Ekvalla kommun',
      'Hedvika kommun',
      'Ekvalla kommun',
    ])
    expect(rows.map((row) => row.cells[4])).toEqual(['212000-1561', '212000-1561', '2120001561', ''])
    expect(rows.map((row) => row.cells[8])).toEqual(['2026-05-12', '2026-05-13 13:45', '2026-01-01', ''])
    expect(rows.map((row) => row.cells[9])).toEqual(['125\u00a0000,50', '0,3', '1200 %', ''])
    expect(rows[2]?.cells[2]).toBe('Text med åäö ÅÄÖ € – ”citat” 🦉')
    expect(rows[2]?.cells[10]).toBe('Klart')
    expect(rows[3]?.cells.slice(0, 3)).toEqual(['SB-004', 'Summa 3', '#DIV/0!'])
  })

  it('says of other kinds what they are', async () => {
    expect(await faultOf(readTable(file('lista.xls')))).toBe('oldExcel')
    expect(await faultOf(readTable(file('lista.ods')))).toBe('openDocument')
  })
})

describe('files that programs wrote', () => {
  const written = async (build: (book: ExcelJS.Workbook) => void) => {
    const book = new ExcelJS.Workbook()
    build(book)
    const { headings, rows } = await readTable(new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer))
    return [headings, ...rows.map(({ number, cells }) => [number, ...cells])]
  }
  const sheet = (rows: ExcelJS.CellValue[][], also: (sheet: ExcelJS.Worksheet) => void = () => {}) =>
    written((book) => {
      const made = book.addWorksheet('Behov')
      made.addRows(rows)
      also(made)
    })
  const day = new Date(Date.UTC(2026, 4, 12))

  it.each<[string, ExcelJS.CellValue, string]>([
    ['a date', day, '2026-05-12'],
    ['a formula with a text', { formula: 'A1&B1', result: 'Vi vill söka' }, 'Vi vill söka'],
    ['a formula with a number', { formula: '1+1', result: 2 }, '2'],
    ['a formula with a date', { formula: 'TODAY()', result: day }, '2026-05-12'],
    ['a formula with an error', { formula: 'X', result: { error: '#NAME?' } as never }, '#NAME?'],
    ['a formula that nobody has worked out', { formula: 'X' }, ''],
    ['a text that looks like a formula', '=1+1', '=1+1'],
    [
      'text in several fonts',
      { richText: [{ text: 'Vi ' }, { font: { bold: true }, text: 'vill\nsöka' }] },
      'Vi vill\nsöka',
    ],
    ['a link', { text: 'asa@ekvalla.example', hyperlink: 'mailto:asa@ekvalla.example' }, 'asa@ekvalla.example'],
    ['a number', 2026, '2026'],
    ['a fraction', 0.1 + 0.2, '0,3'],
  ])('have %s as people see it', async (_, cell, text) => {
    expect(
      await sheet([
        ['Kommun', 'Behov'],
        ['Ekvalla', cell],
      ]),
    ).toEqual([
      ['Kommun', 'Behov'],
      [2, 'Ekvalla', text],
    ])
  })

  it('say of every merged row what stands in the merged cell', async () => {
    const rows = [
      ['Behov', 'Kommun'],
      ['a', 'Ekvalla'],
      ['b', ''],
    ]
    expect(await sheet(rows, (made) => made.mergeCells('B2:B3'))).toEqual([
      ['Behov', 'Kommun'],
      [2, 'a', 'Ekvalla'],
      [3, 'b', 'Ekvalla'],
    ])
  })

  it('begin where the list does, with the numbers of the sheet', async () => {
    const rows = [[], ['Vår lista'], [], ['Behov', 'Kommun'], [], ['a', 'Ekvalla']]
    expect(await sheet(rows)).toEqual([
      ['Behov', 'Kommun'],
      [6, 'a', 'Ekvalla'],
    ])
  })

  it('are read from the sheet that has the list, not from hidden ones or from instructions', async () => {
    const read = await written((book) => {
      for (const state of ['hidden', 'veryHidden'] as const)
        book.addWorksheet(state, { state }).addRows([
          ['X', 'Y'],
          ['1', '2'],
        ])
      book.addWorksheet('Läs mig').addRows([['Så här gör ni'], ['Fyll i bladet Behov'], ['Ett behov per rad']])
      book.addWorksheet('Behov').addRows([
        ['Behov', 'Kommun'],
        ['a', 'Ekvalla'],
      ])
    })
    expect(read).toEqual([
      ['Behov', 'Kommun'],
      [2, 'a', 'Ekvalla'],
    ])
  })
})

describe('cells', () => {
  it.each([
    [12, '', '12'],
    [0.1 + 0.2, '', '0,3'],
    [2120001561, 'General', '2120001561'],
    [1234567.891, '#,##0.00', '1\u00a0234\u00a0567,89'],
    [-1234, '#,##0', '-1\u00a0234'],
    [42, '00000', '00042'],
    [0.125, '0.0%', '12,5 %'],
    [1500, '#,##0 "kr"', '1\u00a0500 kr'],
    [1e15, '', '1000000000000000'],
    [Number.NaN, '', ''],
    [true, '', 'SANT'],
    [new Date(Date.UTC(2026, 4, 12)), 'yyyy-mm-dd', '2026-05-12'],
    [new Date(Date.UTC(2026, 4, 12, 9, 5)), 'yyyy-mm-dd hh:mm', '2026-05-12 09:05'],
    [new Date(Date.UTC(1899, 11, 30, 9, 5)), 'hh:mm', '09:05'],
    [{ formula: 'A1+1', result: 7, date1904: false }, '', '7'],
    [{ formula: 'A1+1', date1904: false }, '', ''],
    [{ richText: [{ text: 'två ' }, { text: 'delar' }] }, '', 'två delar'],
    [{ text: 'Sida', hyperlink: 'https://example.org' }, '', 'Sida'],
    [null, '', ''],
  ] as const)('%o with the format "%s" shows as "%s"', (value, format, shown) => {
    expect(cellText(value as never, format)).toBe(shown)
  })

  it('loses what no database takes and nobody sees', () => {
    expect(cleanCell(' a\u0000b\u200b\r\nc\u0085 ')).toBe('ab\nc')
    expect(cleanCell('e\u0301')).toBe('é')
    expect(cleanCell('\ud83d')).toBe('\ufffd')
  })

  it('columns have the letters of spreadsheet programs', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})

describe('where the list begins', () => {
  const row = (number: number, ...cells: string[]) => ({ number, cells })
  it('is below titles and empty rows', () => {
    const table = tableOf([row(1, 'Behovslista', ''), row(2, '', ''), row(4, 'A', 'B', 'C'), row(5, '1', '2', '3')])
    expect(table).toEqual({ headings: ['A', 'B', 'C'], rows: [row(5, '1', '2', '3')] })
  })
  it('may have headings of one column, and data wider than the headings', () => {
    expect(tableOf([row(1, 'Behov'), row(2, 'x')]).headings).toEqual(['Behov'])
    expect(tableOf([row(1, 'A', 'B', ''), row(2, '1', '2', '3')]).headings).toEqual(['A', 'B', ''])
  })
  it('is refused without rows, and with too many rows or columns', () => {
    const fault = (sheet: Parameters<typeof tableOf>[0]) => {
      try {
        tableOf(sheet)
      } catch (error) {
        return (error as SpreadsheetError).fault
      }
    }
    expect(fault([])).toBe('empty')
    expect(fault([row(1, '', '')])).toBe('empty')
    expect(fault([row(1, 'A', 'B')])).toBe('noRows')
    expect(fault([row(1, 'A', 'B'), ...Array.from({ length: 5001 }, (_, at) => row(at + 2, 'x', 'y'))])).toBe(
      'tooManyRows',
    )
    expect(fault([row(1, ...Array.from({ length: 101 }, String)), row(2, 'x')])).toBe('tooManyColumns')
  })
})

describe('hostile and mistaken files', () => {
  const good =
    '<sheetData><row r="1">' +
    inline('A1', 'A') +
    inline('B1', 'B') +
    '</row><row r="2">' +
    inline('A2', 'x') +
    inline('B2', 'y') +
    '</row></sheetData>'
  const text = (content: string) => readTable(new TextEncoder().encode(content))

  it('a small hand-made workbook is read', async () => {
    expect(await readTable(anXlsx(good))).toEqual({ headings: ['A', 'B'], rows: [{ number: 2, cells: ['x', 'y'] }] })
  })
  it('an archive that says it unpacks to too much is refused unopened', async () => {
    expect(
      await faultOf(readTable(anXlsx(good, [{ name: 'xl/media/a.bin', content: 'x', claimed: 2_000_000_000 }]))),
    ).toBe('bomb')
  })
  it('an archive that packs too well is refused', async () => {
    expect(await faultOf(readTable(anXlsx(good, [{ name: 'xl/a.xml', content: Buffer.alloc(30_000_000, 32) }])))).toBe(
      'bomb',
    )
  })
  it('an archive that lies about its size is refused', async () => {
    expect(
      await faultOf(
        readTable(anXlsx(good, [{ name: 'xl/a.xml', content: Buffer.alloc(30_000_000, 32), claimed: 1000 }])),
      ),
    ).toBe('bomb')
  })
  it('an archive of very many parts is refused', async () => {
    const many = Array.from({ length: 1001 }, (_, at) => ({ name: `xl/${at}.xml`, content: 'x' }))
    expect(await faultOf(readTable(anXlsx(good, many)))).toBe('bomb')
  })
  it('entities are not looked up', async () => {
    const prolog = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    expect(await faultOf(readTable(anXlsx(good.replace('>x<', '>&secret;<'), [], prolog)))).toBe('broken')
  })
  it('merged cells, choices and cells without end are refused or passed over', async () => {
    expect(await faultOf(readTable(anXlsx(`${good}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`)))).toBe(
      'tooComplex',
    )
    const validated = `${good}<dataValidations><dataValidation type="list" sqref="A2:A1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>`
    expect((await readTable(anXlsx(validated))).rows).toHaveLength(1)
    expect(await faultOf(readTable(anXlsx(`<sheetData>${'<row><c></c></row>'.repeat(350_000)}</sheetData>`)))).toMatch(
      /tooComplex|bomb/,
    )
  })
  it('a cell far out to the right does not make a wide list', async () => {
    const far = good.replace('</row><row r="2">', `</row><row r="2">${inline('XFD2', 'långt bort')}`)
    expect((await readTable(anXlsx(far))).headings).toEqual(['A', 'B'])
  })
  it('a workbook with a password says so', async () => {
    const compound = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(await faultOf(readTable(new Uint8Array(compound)))).toBe('encrypted')
    expect(await faultOf(readTable(aZip([{ name: 'xl/workbook.xml', content: 'x', encrypted: true }])))).toBe(
      'encrypted',
    )
  })
  it('what is no spreadsheet says so', async () => {
    expect(await faultOf(readTable(aZip([{ name: 'word/document.xml', content: 'x' }])))).toBe('notSpreadsheet')
    expect(await faultOf(readTable(aZip([{ name: 'xl/workbook.bin', content: 'x' }])))).toBe('oldExcel')
    expect(await faultOf(text('%PDF-1.7\n…'))).toBe('notSpreadsheet')
    expect(await faultOf(text('<html><table><tr><td>x</td></tr></table></html>'))).toBe('notSpreadsheet')
    expect(await faultOf(readTable(new Uint8Array(Array.from({ length: 400 }, (_, at) => (at * 7) % 32))))).toBe(
      'notSpreadsheet',
    )
  })
  it('what is cut short, empty or too large says so', async () => {
    expect(await faultOf(readTable(file('lista.xlsx').slice(0, 2000)))).toBe('broken')
    expect(await faultOf(readTable(new Uint8Array()))).toBe('empty')
    expect(await faultOf(text(' \n \n'))).toBe('empty')
    expect(await faultOf(readTable(new Uint8Array(12_000_001)))).toBe('tooLarge')
    expect(await faultOf(text(`A;B\n${'x;y\n'.repeat(5001)}`))).toBe('tooManyRows')
  })
  it('a workbook whose parts are nonsense is broken, not a crash', async () => {
    expect(await faultOf(readTable(aZip([{ name: 'xl/workbook.xml', content: '<workbook' }])))).toMatch(/broken|empty/)
  })
})
