import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { importRows, imports } from '../../../db/schema/imports.ts'
import { needs } from '../../../db/schema/needs.ts'
import { type ImportColumns, isFault, type RowProblem, type RowResult } from './import.ts'
import { judge } from './import-judging.server.ts'
import {
  columnsOfImport,
  hashOfDraft,
  type Import,
  type ImportRow,
  KnownNeeds,
  loadOrganisations,
} from './import-record.server.ts'
import { type RowDraft, readRow } from './import-row.ts'

/** A need that a row may be a duplicate of. */
export interface AlikeNeed {
  id: string
  band: 'very' | 'alike' | 'partly'
  why: { text: string; marked: boolean }[]
}

export interface CheckingOptions {
  /** The job that checks: a later one for the same import makes this one stop. */
  jobId: string
  /** Needs like the words, most alike first: likeness belongs to a later noun, so whoever runs the check brings it. */
  findAlike(title: string, description: string): Promise<AlikeNeed[]>
  onProgress(done: number, total: number): Promise<void>
}

/** Rows that are judged and written together; between them others have their turn. */
const batch = 50
/** Rows whose likeness is asked for together: while one is answered the next is prepared. Those who type wait for these at most. */
const atOnce = 4

/** Says of every row what it will become. Runs any number of times with the same outcome, and changes nothing but the rows. */
export async function checkImport(importId: string, options: CheckingOptions): Promise<void> {
  const organisations = await loadOrganisations()
  const seen = new SeenRows()
  const totals: Record<string, number> = {
    new: 0,
    changed: 0,
    unchanged: 0,
    bad: 0,
    duplicate: 0,
    remarks: 0,
    organisations: 0,
  }
  const newOrganisations = new Set<string>()
  let after = 0
  for (let done = 0; ; ) {
    const list = await findChecked(importId, options.jobId)
    if (!list) return
    const columns = columnsOfImport(list)
    const rows = await nextRows(importId, after)
    if (rows.length === 0) return finish(list, { ...totals, organisations: newOrganisations.size })
    const read = rows.map((row) => ({ row, ...readRow(row.cells, columns, organisations) }))
    const drafts = read.flatMap(({ draft }) => draft ?? [])
    const known = await KnownNeeds.of(list.networkId, drafts)
    const judged = await inGroups(read, atOnce, async ({ row, draft, problems }): Promise<Judged> => {
      const twice = draft && seen.problemOf(row, draft, columns)
      const all = twice ? [...problems, twice] : problems
      const one = draft && !twice ? await judgeRow(draft, known, columns, options) : nothing
      return { row, draft, ...one, problems: [...all, ...one.problems] }
    })
    await keep(judged)
    for (const { result, problems, draft } of judged) {
      totals[result] = (totals[result] ?? 0) + 1
      if (problems.some((problem) => !isFault(problem))) totals.remarks = (totals.remarks ?? 0) + 1
      if (draft && result === 'new') newOrganisations.add(draft.organisationId)
    }
    done += rows.length
    after = rows.at(-1)?.rowNumber ?? after
    await options.onProgress(done, list.rowCount)
  }
}

async function inGroups<Item, Result>(
  items: readonly Item[],
  size: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (let from = 0; from < items.length; from += size)
    results.push(...(await Promise.all(items.slice(from, from + size).map(work))))
  return results
}

interface Outcome {
  result: RowResult
  problems: RowProblem[]
  needId: string | null
  duplicateOfId: string | null
  likeness: ImportRow['likeness']
}
interface Judged extends Outcome {
  row: ImportRow
  draft: RowDraft | undefined
}
const nothing: Outcome = { result: 'bad', problems: [], needId: null, duplicateOfId: null, likeness: null }

async function judgeRow(
  draft: RowDraft,
  known: KnownNeeds,
  columns: ImportColumns,
  { findAlike }: CheckingOptions,
): Promise<Outcome> {
  const judgement = { ...nothing, ...judge(draft, known.find(draft), columns) }
  if (judgement.result !== 'new') return judgement
  const found = await findAlike(draft.fields.title, draft.fields.description)
  const owners = await organisationsOf(found.map((one) => one.id))
  const alike = found
    .map((one) => ({ ...one, sameOrganisation: owners.get(one.id) === draft.organisationId }))
    // Two organisations with like needs are what this service is for; only what may be the same need is asked about.
    .find((one) => one.band === 'very' || (one.band === 'alike' && one.sameOrganisation))
  if (!alike) return judgement
  const { id, band, why, sameOrganisation } = alike
  return { ...judgement, result: 'duplicate', duplicateOfId: id, likeness: { band, why, sameOrganisation } }
}

async function organisationsOf(needIds: string[]): Promise<Map<string, string>> {
  if (needIds.length === 0) return new Map()
  const rows = await db
    .select({ id: needs.id, organisationId: needs.organisationId })
    .from(needs)
    .where(inArray(needs.id, needIds))
  return new Map(rows.map((row) => [row.id, row.organisationId]))
}

/** References and contents that earlier rows of the same file have. */
class SeenRows {
  private readonly references = new Map<string, number>()
  private readonly contents = new Map<string, number>()

  problemOf({ rowNumber }: ImportRow, draft: RowDraft, columns: ImportColumns): RowProblem | undefined {
    const column = Object.entries(columns).find(([, field]) => field === 'reference')?.[0] ?? ''
    const [seen, key, code] = draft.reference
      ? ([this.references, draft.reference, 'referenceTwice'] as const)
      : ([this.contents, hashOfDraft(draft), 'sameAsRow'] as const)
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, rowNumber)
      return undefined
    }
    return { column: draft.reference ? column : '', code, value: draft.reference, values: { row: first } }
  }
}

async function findChecked(importId: string, jobId: string): Promise<Import | undefined> {
  const [list] = await db.select().from(imports).where(eq(imports.id, importId))
  return list?.status === 'checking' && list.jobId === jobId ? list : undefined
}

function nextRows(importId: string, after: number): Promise<ImportRow[]> {
  return db
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), gt(importRows.rowNumber, after)))
    .orderBy(asc(importRows.rowNumber))
    .limit(batch)
}

function keep(judged: Judged[]): Promise<void> {
  return transaction(async () => {
    for (const { row, draft, ...outcome } of judged)
      await db
        .update(importRows)
        .set({
          ...outcome,
          choice: null,
          remarked: outcome.problems.some((problem) => !isFault(problem)),
          organisationId: draft?.organisationId ?? null,
          contentHash: draft ? hashOfDraft(draft) : null,
        })
        .where(eq(importRows.id, row.id))
  })
}

async function finish(list: Import, totals: Record<string, number>): Promise<void> {
  await db
    .update(imports)
    .set({ status: 'checked', totals })
    .where(and(eq(imports.id, list.id), eq(imports.status, 'checking'), eq(imports.jobId, list.jobId ?? '')))
}
