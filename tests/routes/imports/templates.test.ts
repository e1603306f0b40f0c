import { describe, expect, it } from 'vitest'
import { importFields } from '../../../app/domain/needs/import.ts'
import { columnsOf, guessColumns } from '../../../app/domain/needs/import-guess.ts'
import { readTable } from '../../../app/domain/needs/spreadsheet-reading.ts'
import * as csv from '../../../app/routes/imports.template[.]csv.tsx'
import * as xlsx from '../../../app/routes/imports.template[.]xlsx.tsx'
import { get } from '../../support/requests.ts'

const known = { remembered: {}, isOrganisation: () => false, isUrgency: () => true }

it.each([
  ['sv', ';'],
  ['en', ','],
])('the template as text opens in the columns of a spreadsheet program in %s', async (language, delimiter) => {
  const request = await get('/imports/template')
  request.headers.set('Accept-Language', language)
  const bytes = new Uint8Array(await (await csv.loader({ request, params: {}, context: {} })).arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(new TextDecoder().decode(bytes).split('\r\n')[0]?.split(delimiter)).toHaveLength(importFields.length)
})

describe.each([
  ['xlsx', xlsx],
  ['csv', csv],
] as const)('the template as %s', (_, route) => {
  it.each(['sv', 'en'])('is understood column by column when it comes back (%s)', async (language) => {
    const request = await get('/imports/template')
    request.headers.set('Accept-Language', language)
    const response = await route.loader({ request, params: {}, context: {} })
    expect(response.headers.get('Content-Disposition')).toMatch(/attachment/)
    const table = await readTable(new Uint8Array(await response.arrayBuffer()))
    expect(table.rows).toHaveLength(2)
    expect(Object.values(columnsOf(guessColumns(table.headings, table.rows, known)))).toEqual(
      [...importFields].filter((field) => table.rows.some((row) => row.cells[importFields.indexOf(field)])),
    )
  })
})
