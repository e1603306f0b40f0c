import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { importRows, imports } from '../../../db/schema/imports.ts'
import { needs } from '../../../db/schema/needs.ts'
import { letOthersRun } from '../jobs/turns.ts'
import { isFault, isRepeat, runs, type RowProblem, type RowResult } from './import.ts'
import { judge } from './import-judging.server.ts'
import type { OrganisationMatcher } from './import-organisations.ts'
import {
  columnsOfImport,
  hashOfDraft,
  type Import,
  type ImportRow,
  KnownNeeds,
  loadOrganisations,
} from './import-record.server.ts'
import { type RowDraft, readRow } from './import-row.ts'
import { SeenRows } from './import-seen-rows.ts'

/** A need that a row may be a duplicate of. */
export interface AlikeNeed {
  id: string
  band: 'very' | 'alike' | 'partly'
}

export interface ExplainedNeed extends AlikeNeed {
  why: { text: string; marked: boolean }[]
}

export interface RowText {
  title: string
  description: string
}

export interface CheckingOptions {
  /** The job that checks: a later one for the same import makes this one stop. */
  jobId: string
  /** Needs like each of the texts, most alike first: likeness belongs to a later noun, so whoever runs the check brings it. */
  findAlike(texts: readonly RowText[]): Promise<AlikeNeed[][]>
  /** What a text and a need that it is like have in common, and how alike that makes them: asked only of likely duplicates. */
  explainAlike(text: RowText, needId: string): Promise<ExplainedNeed | undefined>
  onProgress(done: number, total: number): Promise<void>
}

/** Rows that are judged and written together; between them others have their turn. */
const batch = 50

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
    withdrawn: 0,
    disowned: 0,
    remarks: 0,
    repeats: 0,
    organisations: 0,
  }
  const newOrganisations = new Set<string>()
  let after = 0
  for (let done = 0; ; ) {
    const list = await findChecked(importId, options.jobId)
    if (!list) return
    const rows = await nextRows(importId, after)
    if (rows.length === 0) return finish(list, { ...totals, organisations: newOrganisations.size })
    const judged = await judgeRows(list, rows, organisations, seen)
    await lookForDuplicates(judged, options)
    await keep(judged)
    for (const { result, problems, draft } of judged) {
      totals[result] = (totals[result] ?? 0) + 1
      if (runs(result) && problems.some((problem) => !isFault(problem))) totals.remarks = (totals.remarks ?? 0) + 1
      if (problems.some(isRepeat)) totals.repeats = (totals.repeats ?? 0) + 1
      if (draft && result === 'new') newOrganisations.add(draft.organisationId)
    }
    done += rows.length
    after = rows.at(-1)?.rowNumber ?? after
    await options.onProgress(done, list.rowCount)
  }
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

/** Whether some row would become something else now than its check said: the network, or somebody else, has acted since. */
export async function isOutdated(list: Import): Promise<boolean> {
  const organisations = await loadOrganisations()
  const seen = new SeenRows()
  for (let after = 0; ; ) {
    const rows = await nextRows(list.id, after)
    if (rows.length === 0) return false
    const judged = await judgeRows(list, rows, organisations, seen)
    if (judged.some(({ row, result }) => result !== (row.result === 'duplicate' ? 'new' : row.result))) return true
    if (await someWithdrawn(rows.flatMap((row) => row.duplicateOfId ?? []))) return true
    after = rows.at(-1)?.rowNumber ?? after
    await letOthersRun()
  }
}

/** What rows become beside the register and the needs of the network, before anything is said of what they are like. */
async function judgeRows(
  list: Import,
  rows: readonly ImportRow[],
  organisations: OrganisationMatcher,
  seen: SeenRows,
): Promise<Judged[]> {
  const columns = columnsOfImport(list)
  const read = rows.map((row) => ({ row, ...readRow(row.cells, columns, organisations) }))
  const drafts = read.flatMap(({ draft }) => draft ?? [])
  const known = await KnownNeeds.of(list.networkId, drafts)
  return read.map(({ row, draft, problems }) => {
    const need = draft && known.find(draft)
    const one = draft ? { ...nothing, ...judge(draft, need, columns) } : nothing
    const twice = seen.find(row, columns, draft, need !== undefined)
    const all = [...problems, ...one.problems, ...twice]
    return { row, draft, ...(twice.some(isFault) ? nothing : one), problems: all }
  })
}

async function someWithdrawn(needIds: string[]): Promise<boolean> {
  if (needIds.length === 0) return false
  const rows = await db
    .select({ id: needs.id })
    .from(needs)
    .where(and(inArray(needs.id, needIds), eq(needs.status, 'withdrawn')))
    .limit(1)
  return rows.length > 0
}

/** Marks the rows that would become new needs and may be the same as one that there is. */
async function lookForDuplicates(judged: Judged[], options: CheckingOptions): Promise<void> {
  const fresh = judged.flatMap((one) => (one.draft && one.result === 'new' ? [{ one, draft: one.draft }] : []))
  const texts = fresh.map(({ draft }) => ({ title: draft.fields.title, description: draft.fields.description }))
  const found = await options.findAlike(texts)
  const owners = await organisationsOf([...new Set(found.flat().map((need) => need.id))])
  for (const [at, { one, draft }] of fresh.entries()) {
    const text = texts[at] as RowText
    const isOwn = ({ id }: AlikeNeed) => owners.get(id) === draft.organisationId
    // Two organisations with like needs are what this service is for; only what may be the same need is asked about.
    const mayBeSame = (need: AlikeNeed) => need.band === 'very' || (need.band === 'alike' && isOwn(need))
    for (const need of (found[at] ?? []).filter(mayBeSame)) {
      const explained = await options.explainAlike(text, need.id)
      // Seen closely they may share too little: one word, however rare, makes no duplicate.
      if (!explained || !mayBeSame(explained)) continue
      one.result = 'duplicate'
      one.duplicateOfId = need.id
      one.likeness = { band: explained.band, why: explained.why, sameOrganisation: isOwn(need) }
      break
    }
  }
}

async function organisationsOf(needIds: string[]): Promise<Map<string, string>> {
  if (needIds.length === 0) return new Map()
  const rows = await db
    .select({ id: needs.id, organisationId: needs.organisationId })
    .from(needs)
    .where(inArray(needs.id, needIds))
  return new Map(rows.map((row) => [row.id, row.organisationId]))
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
