import { and, asc, count, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { importRows, imports } from '../../../db/schema/imports.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { letOthersRun } from '../jobs/turns.ts'
import { listPeople } from '../people/people-by-id.server.ts'
import { type Person, system } from '../people/person.ts'
import { NotFound, NotPermitted, Refusal } from '../refusal.ts'
import { linkDuplicate } from './duplicate-commands.server.ts'
import { isFault, isLeft, resultsToRun, rowsToRun, type RowProblem, type RowResult } from './import.ts'
import { eventOf } from './import-commands.server.ts'
import { judge, statusChanged } from './import-judging.server.ts'
import type { OrganisationMatcher } from './import-organisations.ts'
import { countOrganisations } from './import-queries.server.ts'
import {
  columnsOfImport,
  differences,
  hashOfDraft,
  type Import,
  type ImportRow,
  KnownNeeds,
  loadOrganisations,
} from './import-record.server.ts'
import { type RowDraft, readRow } from './import-row.ts'
import { relayNeed, updateRelayedNeed } from './relay-commands.server.ts'

export interface RunOptions {
  /** Why a need has a new version, and why two needs were linked: sentences that are kept with them. */
  reasons: { changed: string; linked: string }
  onProgress(done: number, total: number): Promise<void>
}

const batch = 50
/** Rows share a transaction, and its wait for the disk, for so long. Then others have their turn to read and to write. */
const turnMs = 20

/**
 * Submits the rows of an import, each as a command of its own, in the name of the person who started it. A run that was
 * interrupted goes on with the rows that are left: what a row became is written in the same transaction as the need.
 */
export async function runImport(importId: string, { reasons, onProgress }: RunOptions): Promise<void> {
  const organisations = await loadOrganisations()
  const [first] = await db.select().from(imports).where(eq(imports.id, importId))
  const [actor] = await listPeople(first ? [first.importedById] : [])
  const total = rowsToRun(first?.totals ?? {})
  let done = await countDone(importId)
  for (;;) {
    const [list] = await db.select().from(imports).where(eq(imports.id, importId))
    if (!list || (list.status !== 'running' && list.status !== 'stopping')) return
    const rows = actor && list.status === 'running' ? await nextRows(importId) : []
    if (!actor || rows.length === 0) return finish(list)
    for (let at = 0; at < rows.length; ) {
      const { carried, allowed } = await inOneTurn(rows.slice(at), (row) =>
        carryOut(actor, list, row, organisations, reasons),
      )
      at += carried
      done += carried
      if (!allowed) return finish(list)
      await letOthersRun()
    }
    await onProgress(done, total)
  }
}

/** Carries out rows in one transaction, for as long as a turn lasts and the person may. */
function inOneTurn(rows: readonly ImportRow[], carry: (row: ImportRow) => Promise<boolean>) {
  return transaction(async () => {
    const until = performance.now() + turnMs
    let carried = 0
    for (const row of rows) {
      if (carried > 0 && performance.now() > until) break
      if (!(await carry(row))) return { carried, allowed: false }
      carried += 1
    }
    return { carried, allowed: true }
  })
}

async function countDone(importId: string): Promise<number> {
  const [row] = await db
    .select({ done: count() })
    .from(importRows)
    .where(and(eq(importRows.importId, importId), isNotNull(importRows.doneAt)))
  return row?.done ?? 0
}

function nextRows(importId: string): Promise<ImportRow[]> {
  return db
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), isNull(importRows.doneAt), inArray(importRows.result, resultsToRun)))
    .orderBy(asc(importRows.rowNumber))
    .limit(batch)
}

interface Outcome {
  result: RowResult
  needId: string | null
  problems: RowProblem[]
}

/** One row, whole or not at all. False where the person may no longer import for the network: the rest is left. */
async function carryOut(
  actor: Person,
  list: Import,
  row: ImportRow,
  organisations: OrganisationMatcher,
  reasons: RunOptions['reasons'],
): Promise<boolean> {
  const columns = columnsOfImport(list)
  const { draft, problems } = readRow(row.cells, columns, organisations)
  // What the network chose not to hand over is not kept.
  const cells = Object.fromEntries(Object.entries(row.cells).filter(([column]) => column in columns))
  try {
    await transaction(async () => {
      const outcome: Outcome = draft
        ? await submit(actor, list, row, draft, reasons)
        : { result: 'bad', needId: null, problems: [] }
      await keep(row, { ...outcome, cells, problems: [...problems, ...outcome.problems] }, draft)
    })
  } catch (error) {
    if (error instanceof NotPermitted) return false
    if (!(error instanceof Refusal)) throw error
    await keep(
      row,
      {
        result: 'bad',
        needId: null,
        problems: [...problems, { column: '', code: 'refused', value: error.code, values: error.params }],
      },
      draft,
    )
  }
  return true
}

async function keep(
  row: ImportRow,
  outcome: Outcome & Partial<Pick<ImportRow, 'cells'>>,
  draft: RowDraft | undefined,
): Promise<void> {
  await db
    .update(importRows)
    .set({
      ...outcome,
      remarked: outcome.problems.some((problem) => !isFault(problem)),
      doneAt: now(),
      contentHash: draft ? hashOfDraft(draft) : null,
    })
    .where(eq(importRows.id, row.id))
}

async function submit(
  actor: Person,
  list: Import,
  row: ImportRow,
  draft: RowDraft,
  reasons: RunOptions['reasons'],
): Promise<Outcome> {
  const columns = columnsOfImport(list)
  // Somebody may have handed over the same row, or answered the need, since the check.
  const need = (await KnownNeeds.of(list.networkId, [draft])).find(draft)
  const judgement = judge(draft, need, columns)
  if (need) {
    if (judgement.result === 'changed') {
      const fields = judgement.problems.length > 0 ? [] : differences(need, draft)
      const changed = Object.fromEntries(fields.map((field) => [field, draft.fields[field]]))
      const status = statusChanged(need, draft) ? { status: draft.status } : {}
      await updateRelayedNeed(actor, need.id, changed, { ...status, reason: reasons.changed })
    }
    return judgement
  }
  if (judgement.result === 'bad') return judgement
  const { fields, organisationId, reference, status, date } = draft
  const needId = await relayNeed(actor, {
    ...fields,
    networkId: list.networkId,
    organisationId,
    reference,
    status,
    date,
    importId: list.id,
  })
  const problems =
    row.choice === 'link' && row.duplicateOfId
      ? await link(actor, needId, row.duplicateOfId, list.id, reasons.linked)
      : []
  return { result: row.result === 'duplicate' ? 'duplicate' : 'new', needId, problems }
}

async function link(
  actor: Person,
  needId: string,
  originalId: string,
  importId: string,
  reason: string,
): Promise<RowProblem[]> {
  try {
    await linkDuplicate(actor, needId, originalId, reason, importId)
    return []
  } catch (error) {
    // The need itself is submitted; the link can be made by hand.
    if (error instanceof Refusal || error instanceof NotFound) return [{ column: '', code: 'notLinked', value: '' }]
    throw error
  }
}

/** The run is over: totals as they turned out, and the event that tells the person so. The platform ends it, so that its starter is told. */
function finish(list: Import): Promise<void> {
  return command(system, async (record) => {
    const counted = await db
      .select({
        result: importRows.result,
        choice: importRows.choice,
        done: isNotNull(importRows.doneAt),
        rows: count(),
      })
      .from(importRows)
      .where(eq(importRows.importId, list.id))
      .groupBy(importRows.result, importRows.choice, isNotNull(importRows.doneAt))
    const totals: Record<string, number> = {
      new: 0,
      changed: 0,
      unchanged: 0,
      bad: 0,
      duplicate: 0,
      withdrawn: 0,
      disowned: 0,
      linked: 0,
      left: 0,
      organisations: await countOrganisations(list.id),
      remarks: list.totals?.remarks ?? 0,
      repeats: list.totals?.repeats ?? 0,
    }
    const add = (key: string, rows: number) => {
      totals[key] = (totals[key] ?? 0) + rows
    }
    for (const { result, choice, done, rows } of counted) {
      add(result === null || isLeft({ result, done: Boolean(done) }) ? 'left' : result, rows)
      if (done && result === 'duplicate' && choice === 'link') add('linked', rows)
    }
    await db.update(imports).set({ status: 'done', totals, finishedAt: now() }).where(eq(imports.id, list.id))
    await record(eventOf('import.finished', list, { ...totals }))
  })
}
