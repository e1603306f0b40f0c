import { withSpreadsheet } from '../needs/spreadsheet-host.ts'
import type { OrganisationKind } from '../organisations/organisation.ts'
import { fieldsOf, type ListRow, rowsOf } from '../organisations/organisation-list.ts'

/**
 * The organisations in a spreadsheet (.xlsx or .csv); undefined when no column is headed as their name. `kind` is that
 * of rows which do not say theirs. Throws SpreadsheetError where the file cannot be read.
 */
export function readOrganisationRows(
  bytes: Uint8Array<ArrayBuffer>,
  kind: OrganisationKind | null,
): Promise<ListRow[] | undefined> {
  return withSpreadsheet(bytes, async (sheet) => {
    if (!fieldsOf(sheet.headings).includes('name')) return undefined
    const rows: ListRow[] = []
    for (let part = await sheet.next(); part.length > 0; part = await sheet.next())
      rows.push(...rowsOf(sheet.headings, part, kind))
    return rows
  })
}
