import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanCell } from '../../../app/domain/needs/spreadsheet.ts'
import { decodeText, delimiters, readCsv } from '../../../app/domain/needs/spreadsheet-csv.ts'

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const needsQuotes = (cell: string, delimiter: string) =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) || cell !== cell.trim()

const cells = fc.string({ unit: 'binary', maxLength: 40 })
const tables = fc
  .integer({ min: 2, max: 6 })
  .chain((width) => fc.array(fc.array(cells, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }))

const expected = (table: string[][]) =>
  table.map((row, at) => ({ number: at + 1, cells: row.map(cleanCell) })).filter((row) => row.cells.some(Boolean))

describe('any list written as separated text', () => {
  it('comes back as it was, whatever separates it and stands in its cells', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(...delimiters), fc.constantFrom('\n', '\r\n'), (table, delimiter, end) => {
        const text = table
          .map((row) => row.map((cell) => (needsQuotes(cell, delimiter) ? quote(cell) : cell)).join(delimiter))
          .join(end)
        // Text that looks like a binary file is told apart by the first test of the reader.
        fc.pre(!/(?![\t\n\r\v\f])\p{Cc}|\ufeff/u.test(text) && !text.startsWith('sep=') && !/^\s*[<%{]/.test(text))
        // A row whose only content is empty is an empty line to every program.
        expect(readCsv(text, delimiter)).toEqual(expected(table))
      }),
    )
  })

  it('finds the separator by itself when every cell is quoted', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(...delimiters), (table, delimiter) => {
        const text = table.map((row) => row.map(quote).join(delimiter)).join('\r\n')
        fc.pre(!/(?![\t\n\r\v\f])\p{Cc}|\ufeff/u.test(text) && expected(table).length > 0)
        expect(readCsv(text)).toEqual(expected(table))
      }),
    )
  })

  it('survives any encoding that it may come in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\ufeff'))
        expect(decodeText(new TextEncoder().encode(text))).toBe(text)
        expect(decodeText(new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')))).toBe(text)
      }),
    )
  })

  it('never crashes on bytes that are no text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          readCsv(decodeText(bytes))
        } catch (error) {
          expect((error as Error).name).toBe('SpreadsheetError')
        }
      }),
    )
  })
})

describe('the separator', () => {
  it.each([
    ['commas in sentences', 'ID;Behov\n1;Vi vill söka, snabbt, i allt\n2;Ritningar, kartor, foton\n', ['ID', 'Behov']],
    ['semicolons in sentences', 'ID,Behov\n1,Vi vill söka; snabbt\n2,Ritningar; kartor\n', ['ID', 'Behov']],
    ['a sentence in quotes', 'ID,Behov\n1,"Sök, i; allt"\n', ['ID', 'Behov']],
    ['one column', 'Behov\nSök\n', ['Behov']],
  ])('is found among %s', (_, text, headings) => {
    expect(readCsv(text)[0]?.cells).toEqual(headings)
  })
})
