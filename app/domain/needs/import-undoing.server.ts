import { and, asc, count, countDistinct, eq, gt, inArray, isNotNull, ne, or } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { events, eventSubjects } from '../../../db/schema/events.ts'
import { importRows, imports } from '../../../db/schema/imports.ts'
import { needs } from '../../../db/schema/needs.ts'
import { command } from '../events/event-commands.server.ts'
import { letOthersRun } from '../jobs/turns.ts'
import { listPeople } from '../people/people-by-id.server.ts'
import { can } from '../people/permissions.ts'
import { type Person, system } from '../people/person.ts'
import { NotPermitted, Refusal } from '../refusal.ts'
import { rowResults } from './import.ts'
import { withdrawNeed } from './need-commands.server.ts'

const batch = 50

/** Rows whose needs the import made and that have not been taken back. */
const made = (importId: string) =>
  and(
    eq(importRows.importId, importId),
    inArray(importRows.result, ['new', 'duplicate']),
    isNotNull(importRows.doneAt),
    isNotNull(importRows.needId),
  )

/** An event about a need beside the import's own: somebody has answered it, shared it, or taken it into a problem. */
const byOthers = and(
  ne(events.verb, 'need.relayed'),
  or(ne(events.verb, 'need.linked'), ne(events.nounId, eventSubjects.nounId)),
)

/** How many of the needs that an import made have something else in their story. */
export async function countTouched(importId: string): Promise<number> {
  const [row] = await db
    .select({ needs: countDistinct(eventSubjects.nounId) })
    .from(importRows)
    .innerJoin(eventSubjects, and(eq(eventSubjects.noun, 'need'), eq(eventSubjects.nounId, importRows.needId)))
    .innerJoin(events, eq(events.seq, eventSubjects.seq))
    .where(and(made(importId), byOthers))
  return row?.needs ?? 0
}

/**
 * Takes back the needs of an import, each as a command of its own. Those that something happened to meanwhile stay.
 * Their references are free again, so that a mended list can be imported. An interrupted run goes on where it was.
 */
export async function runUndo(
  importId: string,
  { reason, onProgress }: { reason: string; onProgress(done: number, total: number): Promise<void> },
): Promise<void> {
  const [list] = await db.select().from(imports).where(eq(imports.id, importId))
  if (list?.status !== 'undoing') return
  const [person] = await listPeople([list.importedById])
  const actor = person && forNetwork(person, list.networkId)
  const total = (list.totals?.new ?? 0) + (list.totals?.duplicate ?? 0)
  let after = 0
  let withdrawn = 0
  for (;;) {
    const rows = await db
      .select({ id: importRows.id, rowNumber: importRows.rowNumber, needId: importRows.needId })
      .from(importRows)
      .where(and(made(importId), gt(importRows.rowNumber, after)))
      .orderBy(asc(importRows.rowNumber))
      .limit(batch)
    if (rows.length === 0 || !actor) break
    for (const row of rows) {
      after = row.rowNumber
      if (await takeBack(row)) withdrawn += 1
      await letOthersRun()
    }
    await onProgress(withdrawn, total)
  }
  await command(system, async (record) => {
    const totals = { ...list.totals, ...(await countResults(importId)) }
    await db.update(imports).set({ status: 'undone', totals }).where(eq(imports.id, importId))
    await record({
      verb: 'import.undone',
      noun: 'import',
      id: importId,
      change: { fileName: list.fileName, withdrawn },
      subjects: [{ noun: 'network', id: list.networkId }],
    })
  })

  async function takeBack({ id, needId }: { id: string; needId: string | null }): Promise<boolean> {
    if (!needId || !actor) return false
    try {
      return await transaction(async () => {
        if (await isTouched(needId)) return false
        await withdrawNeed(actor, needId, reason)
        await db.update(needs).set({ networkReference: null }).where(eq(needs.id, needId))
        await db.update(importRows).set({ result: 'withdrawn' }).where(eq(importRows.id, id))
        return true
      })
    } catch (error) {
      if (error instanceof Refusal || error instanceof NotPermitted) return false
      throw error
    }
  }
}

/** What the rows are once the needs are taken back: some may have been spared. */
async function countResults(importId: string): Promise<Record<string, number>> {
  const counted = await db
    .select({ result: importRows.result, rows: count() })
    .from(importRows)
    .where(eq(importRows.importId, importId))
    .groupBy(importRows.result)
  return Object.fromEntries(
    rowResults.map((result) => [result, counted.find((one) => one.result === result)?.rows ?? 0]),
  )
}

/** Whoever may hand over needs for a network takes them back in its name alone, also who represents an organisation as well. */
function forNetwork(person: Person, networkId: string): Person {
  const role = { role: 'network_coordinator' as const, organisationId: null, networkId }
  return can(person, 'need.import', { id: networkId }) ? { ...person, roles: [role] } : person
}

async function isTouched(needId: string): Promise<boolean> {
  const rows = await db
    .select({ seq: events.seq })
    .from(eventSubjects)
    .innerJoin(events, eq(events.seq, eventSubjects.seq))
    .where(and(eq(eventSubjects.noun, 'need'), eq(eventSubjects.nounId, needId), byOthers))
    .limit(1)
  return rows.length > 0
}
