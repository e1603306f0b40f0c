import { and, eq, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { organisationImports, organisations } from '../../../db/schema/organisations.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { can } from '../people/permissions.ts'
import type { Person, Viewer } from '../people/person.ts'
import { NotFound, Refusal } from '../refusal.ts'
import { keyFrom } from './organisation.ts'
import { requireRegistrar } from './organisation-commands.server.ts'
import { judgeRows, type ListRow } from './organisation-list.ts'

/** Keeps a list until somebody has looked at what would become of its rows; returns its id. Changes nothing of the register. */
export function keepOrganisationList(actor: Person, fileName: string, rows: ListRow[]): Promise<string> {
  requireRegistrar(actor)
  return command(actor, async (record) => {
    const id = newId()
    await db
      .insert(organisationImports)
      .values({ id, personId: actor.id, fileName: fileName.slice(0, 200), rows, createdAt: now() })
    await record({ verb: 'organisation.listKept', noun: 'organisationImport', id, change: { rows: rows.length } })
    return id
  })
}

/** What would become of each row of a list, as the register is now; undefined when there is no such list for the viewer. */
export async function findOrganisationList(viewer: Viewer, id: string) {
  if (!can(viewer, 'register.keep')) return undefined
  const [list] = await db.select().from(organisationImports).where(eq(organisationImports.id, id))
  if (!list || list.personId !== viewer.id) return undefined
  const { fileName, finishedAt } = list
  return { id, fileName, finishedAt, rows: judgeRows(list.rows, await listRegistered()) }
}

export interface OrganisationImportResult {
  created: number
  completed: number
  bad: number
}

/** Reads a kept list into the register: whole or not at all, bad rows left out. Refuses a second time with `listRead`. */
export function readOrganisationList(actor: Person, id: string): Promise<OrganisationImportResult> {
  requireRegistrar(actor)
  return command(actor, async (record) => {
    const own = and(eq(organisationImports.id, id), eq(organisationImports.personId, actor.id))
    const [list] = await db.select().from(organisationImports).where(own)
    if (!list) throw new NotFound('list')
    if (list.finishedAt) throw new Refusal('listRead')
    const touched = await writeRows(list.rows)
    await db
      .update(organisationImports)
      .set({ finishedAt: now() })
      .where(and(own, isNull(organisationImports.finishedAt)))
    const { keys, ...result } = touched
    await record({
      verb: 'organisation.listRead',
      noun: 'organisationImport',
      id,
      change: { file: list.fileName, ...result, keys },
    })
    return result
  })
}

async function writeRows(rows: ListRow[]): Promise<OrganisationImportResult & { keys: string[] }> {
  const judged = judgeRows(rows, await listRegistered())
  const keys = new Set((await db.select({ key: organisations.key }).from(organisations)).map(({ key }) => key))
  const fresh: (typeof organisations.$inferInsert & { id: string })[] = []
  let completed = 0
  for (const row of judged) {
    if (row.outcome === 'new') {
      const key = keyFrom(row.organisation.name, (taken) => keys.has(taken))
      keys.add(key)
      fresh.push({ id: newId(), key, ...row.organisation, createdAt: now() })
    }
    if (row.outcome === 'completed') {
      await db.update(organisations).set(row.missing).where(eq(organisations.id, row.id))
      completed++
    }
  }
  for (let at = 0; at < fresh.length; at += 400) await db.insert(organisations).values(fresh.slice(at, at + 400))
  const bad = judged.filter(({ outcome }) => outcome === 'bad').length
  return { created: fresh.length, completed, bad, keys: fresh.map(({ key }) => key) }
}

function listRegistered() {
  const { id, name, nameEn, number, pic, code } = organisations
  return db.select({ id, name, nameEn, number, pic, code }).from(organisations)
}
