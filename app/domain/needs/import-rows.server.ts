import { and, asc, count, eq, gt, inArray, type SQL } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { importRows } from '../../../db/schema/imports.ts'
import { needs } from '../../../db/schema/needs.ts'
import { letOthersRun } from '../jobs/turns.ts'
import { type Named, namesOf } from '../organisations/organisation.ts'
import type { Viewer } from '../people/person.ts'
import { type ImportColumns, isFault, resultsToRun, type RowProblem, type RowResult } from './import.ts'
import { changeExcerpt } from './import-excerpt.ts'
import { faultKinds } from './import-faults.ts'
import { statusChanged } from './import-judging.server.ts'
import {
  columnsOfImport,
  differences,
  findOwnImport,
  type Import,
  type ImportRow,
  loadOrganisations,
} from './import-record.server.ts'
import { readRow } from './import-row.ts'
import { needVisibleTo } from './need-queries.server.ts'

export const rowsPerPage = 50

/** Rows of one result, in the order of the file, each with what it says and what comes of it. */
export async function listImportRows(
  viewer: Viewer,
  id: string,
  { result, page = 1, limit = rowsPerPage }: { result?: RowResult; page?: number; limit?: number },
) {
  const found = await findOwnImport(viewer, id)
  if (!found) return undefined
  const where: SQL | undefined = and(eq(importRows.importId, id), result ? eq(importRows.result, result) : undefined)
  const [rows, [counted]] = await Promise.all([
    db
      .select()
      .from(importRows)
      .where(where)
      .orderBy(asc(importRows.rowNumber))
      .limit(limit)
      .offset((page - 1) * limit),
    db.select({ total: count() }).from(importRows).where(where),
  ])
  return { total: counted?.total ?? 0, rows: await showRows(viewer, found.list, rows) }
}

/** Rows that are read in although something in them is not, in the order of the file. */
export async function listRemarks(viewer: Viewer, id: string, limit: number) {
  const found = await findOwnImport(viewer, id)
  if (!found) return undefined
  const rows = await db
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, id), inArray(importRows.result, resultsToRun), eq(importRows.remarked, true)))
    .orderBy(asc(importRows.rowNumber))
    .limit(limit)
  return showRows(viewer, found.list, rows)
}

/** What is wrong with the rows that are not read in, by kind. */
export async function listFaultKinds(viewer: Viewer, id: string) {
  const found = await findOwnImport(viewer, id)
  if (!found) return undefined
  const bad = await db
    .select({ problems: importRows.problems })
    .from(importRows)
    .where(and(eq(importRows.importId, id), eq(importRows.result, 'bad')))
  return faultKinds(
    bad.map(({ problems }) => problems as RowProblem[]),
    found.list.headings,
  )
}

/** Every row of the file with what became of it, in its order. Read in parts, so that others are answered in between. */
export async function listReport(viewer: Viewer, id: string): Promise<ShownRow[] | undefined> {
  const found = await findOwnImport(viewer, id)
  if (!found) return undefined
  const organisations = await loadOrganisations()
  const report: ShownRow[] = []
  for await (const rows of partsOf(id)) report.push(...(await showRows(viewer, found.list, rows, organisations)))
  return report
}

/** The rows that could not be read, with all their cells. */
export async function listBadRows(viewer: Viewer, id: string) {
  const found = await findOwnImport(viewer, id)
  if (!found) return undefined
  const { headings } = found.list
  const bad: { cells: string[]; problems: RowProblem[] }[] = []
  for await (const rows of partsOf(id, eq(importRows.result, 'bad')))
    for (const row of rows)
      bad.push({
        cells: headings.map((_, at) => row.cells[String(at)] ?? ''),
        problems: row.problems as RowProblem[],
      })
  return { headings, rows: bad }
}

async function* partsOf(importId: string, condition?: SQL): AsyncGenerator<ImportRow[]> {
  for (let after = 0; ; ) {
    const rows = await db
      .select()
      .from(importRows)
      .where(and(eq(importRows.importId, importId), gt(importRows.rowNumber, after), condition))
      .orderBy(asc(importRows.rowNumber))
      .limit(100)
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)?.rowNumber ?? after
    await letOthersRun()
  }
}

async function showRows(viewer: Viewer, list: Import, rows: ImportRow[], known?: Organisations) {
  const others = await needsOf(viewer, rows)
  const organisations = known ?? (await loadOrganisations())
  const columns = columnsOfImport(list)
  return rows.map((row) => shownRow(row, columns, list.headings, organisations, others))
}
/** What a file calls an organisation that the register does not know. */
const asWritten = (words: string): Named => ({ name: words, nameEn: words })

export type ShownRow = ReturnType<typeof shownRow>

type Organisations = Awaited<ReturnType<typeof loadOrganisations>>
type Needs = Awaited<ReturnType<typeof needsOf>>

/** The needs that rows became, change or are like, by id. */
async function needsOf(viewer: Viewer, rows: readonly ImportRow[]) {
  const ids = [...new Set(rows.flatMap((row) => [row.needId ?? [], row.duplicateOfId ?? []].flat()))]
  const found =
    ids.length > 0
      ? await db
          .select()
          .from(needs)
          .where(and(inArray(needs.id, ids), needVisibleTo(viewer)))
      : []
  return new Map(found.map((need) => [need.id, need]))
}

function shownRow(
  row: ImportRow,
  columns: ImportColumns,
  headings: readonly string[],
  organisations: Organisations,
  others: Needs,
) {
  const { draft } = readRow(row.cells, columns, organisations)
  const text = (field: string) => row.cells[Object.entries(columns).find(([, one]) => one === field)?.[0] ?? ''] ?? ''
  const need = row.needId ? others.get(row.needId) : undefined
  const original = row.duplicateOfId ? others.get(row.duplicateOfId) : undefined
  const known = draft && organisations.byId(draft.organisationId)
  const whose = original && organisations.byId(original.organisationId)
  const takenOver = (row.problems as RowProblem[]).some(({ code }) => code === 'takenOver')
  const changes = row.result === 'changed' && !takenOver && draft && need && !row.doneAt ? differences(need, draft) : []
  const problems = (row.problems as RowProblem[]).map((problem) => ({
    ...problem,
    heading: headings[Number(problem.column)] ?? '',
    fault: isFault(problem),
    near: problem.code === 'organisationUnknown' ? organisations.near(problem.value).map(namesOf) : [],
  }))
  return {
    number: row.rowNumber,
    result: row.result,
    title: draft?.fields.title || text('title') || text('description').slice(0, 150),
    organisation: known ? namesOf(known) : asWritten(text('organisation') || text('organisationNumber')),
    reference: text('reference'),
    status: text('status'),
    date: draft?.date ?? '',
    problems,
    choice: row.choice,
    done: row.doneAt !== null,
    likeness: original ? row.likeness : null,
    need: need && { id: need.id, title: need.title, registryNumber: need.registryNumber },
    original: original && {
      id: original.id,
      title: original.title,
      organisation: whose ? namesOf(whose) : null,
    },
    changes: changes.map((field) => ({
      field,
      ...changeExcerpt(String(need?.[field] ?? ''), String(draft?.fields[field] ?? '')),
    })),
    statusChange:
      row.result === 'changed' && need && draft && !row.doneAt && statusChanged(need, draft)
        ? { before: need.networkStatus ?? '', after: draft.status }
        : null,
  }
}
