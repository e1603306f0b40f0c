import type { CellValue } from 'exceljs'
import { cleanCell } from './spreadsheet.ts'

/**
 * A cell as people see it. Formulas are never run: what the program that saved the file had worked out is shown, and
 * nothing where it had not. Numbers are written the Swedish way, dates as 2026-05-12.
 */
export function cellText(value: CellValue, format = ''): string {
  return cleanCell(plainText(value, format))
}

function plainText(value: CellValue | undefined, format: string): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value, format)
  if (typeof value === 'boolean') return value ? 'SANT' : 'FALSKT'
  if (value instanceof Date) return dateText(value, format)
  if ('richText' in value) return value.richText.map((part) => part.text).join('')
  if ('hyperlink' in value) return plainText(value.text as CellValue, format)
  if ('error' in value) return value.error
  if ('formula' in value || 'sharedFormula' in value) return plainText(value.result as CellValue, format)
  return ''
}

/** The library reads dates as UTC; they are what the cell shows, in no time zone. */
function dateText(value: Date, format: string): string {
  if (Number.isNaN(value.getTime())) return ''
  const iso = value.toISOString()
  const [date, time] = [iso.slice(0, 10), iso.slice(11, 16)]
  const withDate = /[yd]/i.test(format) || format === ''
  if (!withDate) return time
  return time === '00:00' ? date : `${date} ${time}`
}

/** The number formats that lists of people use; every other shows the number with at most fifteen digits. */
function numberText(value: number, format: string): string {
  if (!Number.isFinite(value)) return ''
  const section = format.split(';')[0] ?? ''
  const literal = /"([^"]*)"\s*$/.exec(section)?.[1] ?? ''
  const pattern = section
    .replace(/"[^"]*"/g, '')
    .replace(/\[[^\]]*\]|[_*\\]./g, '')
    .trim()
  const decimals = /[.,](0+)/.exec(pattern.replace(/#[,\s]##/g, ''))?.[1]?.length
  const suffix = literal ? ` ${literal.trim()}` : ''
  if (pattern.endsWith('%')) return `${swedish(value * 100, decimals ?? 0)} %${suffix}`
  if (/^0{2,}$/.test(pattern)) return String(Math.round(value)).padStart(pattern.length, '0') + suffix
  if (/^#[,\s]##/.test(pattern)) return grouped(swedish(value, decimals ?? 0)) + suffix
  if (/^0/.test(pattern)) return swedish(value, decimals ?? 0) + suffix
  return swedish(value) + suffix
}

function swedish(value: number, decimals?: number): string {
  if (decimals !== undefined) return value.toFixed(Math.min(decimals, 20)).replace('.', ',')
  // 0.1 + 0.2 is 0,3 in a spreadsheet; a reference of sixteen digits is not 1e+15.
  const short = Number(value.toPrecision(15))
  if (Number.isInteger(short) && Math.abs(short) < 1e21) return BigInt(short).toString()
  return String(short).replace('.', ',')
}

function grouped(number: string): string {
  const [whole = '', part] = number.split(',')
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  return part ? `${spaced},${part}` : spaced
}
