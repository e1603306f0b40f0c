import ExcelJS from 'exceljs'

/** A list to fill in: headings with a note each, and rows that show how. */
export interface TemplateSheet {
  name: string
  columns: { heading: string; note: string; width: number }[]
  rows: string[][]
}

/** The template as .xlsx: bold headings that stay in sight, notes on what to write, and room for text. */
export async function writeTemplate(sheet: TemplateSheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const page = workbook.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] })
  page.columns = sheet.columns.map(({ heading, width }) => ({
    header: heading,
    width,
    style: { alignment: { wrapText: true, vertical: 'top' }, numFmt: '@' },
  }))
  page.getRow(1).font = { bold: true }
  sheet.columns.forEach(({ note }, at) => {
    page.getCell(1, at + 1).note = note
  })
  for (const row of sheet.rows) page.addRow(row)
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer)
}
