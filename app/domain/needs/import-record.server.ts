/** What the commands and jobs of an import share: loading it, moving it, knowing the register and the needs it may meet. */
import { createHash } from 'node:crypto'
import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { importRows, imports } from '../../../db/schema/imports.ts'
import { needs } from '../../../db/schema/needs.ts'
import { networks, organisations } from '../../../db/schema/organisations.ts'
import { calendarDate, now } from '../clock.ts'
import { canonicalJson } from '../events/event.ts'
import { networkName, organisationName } from '../organisations/names.server.ts'
import { existsOn } from '../organisations/organisation.ts'
import { can } from '../people/permissions.ts'
import type { Person, Viewer } from '../people/person.ts'
import { NotFound, Refusal } from '../refusal.ts'
import { canMoveImport, type ImportColumns, type ImportStatus, resultsToRun } from './import.ts'
import { matchOrganisations, type OrganisationMatcher } from './import-organisations.ts'
import type { RowDraft } from './import-row.ts'
import { contentOf, type NeedContent } from './need.ts'
import type { Need } from './need-record.server.ts'
import { takenBackByNetwork } from './taken-back.server.ts'

export type Import = typeof imports.$inferSelect
export type ImportRow = typeof importRows.$inferSelect

/** The import, if the viewer may import for its network: another network's import does not exist for them. */
export async function findOwnImport(viewer: Viewer, id: string) {
  const [row] = await db
    .select({
      list: imports,
      network: { id: networks.id, key: networks.key, ...networkName },
    })
    .from(imports)
    .innerJoin(networks, eq(networks.id, imports.networkId))
    .where(and(eq(imports.id, id), ne(imports.status, 'reading')))
  return row && can(viewer, 'need.import', { id: row.network.id }) ? row : undefined
}

export async function getImport(actor: Person, id: string) {
  const found = await findOwnImport(actor, id)
  if (!found) throw new NotFound('import')
  return found
}

/** Moves an import to another state, inside a command; what its state forbids is refused. */
export async function moveImport(list: Import, to: ImportStatus, also: Partial<Import> = {}): Promise<void> {
  if (!canMoveImport(list.status, to)) throw new Refusal('importState', { state: list.status })
  await db
    .update(imports)
    .set({ ...also, status: to })
    .where(eq(imports.id, list.id))
}

export async function loadOrganisations(): Promise<OrganisationMatcher> {
  const rows = await db
    .select({
      id: organisations.id,
      key: organisations.key,
      number: organisations.number,
      ...organisationName,
      endedOn: organisations.endedOn,
    })
    .from(organisations)
  const today = calendarDate(now())
  return matchOrganisations(rows.map(({ endedOn, ...one }) => ({ ...one, ended: !existsOn(endedOn, today) })))
}

export function columnsOfImport(list: Import): ImportColumns {
  return (list.columns ?? {}) as ImportColumns
}

/** Of whose need it is and everything that the row says of it. */
export function hashOfDraft(draft: RowDraft): string {
  return createHash('sha256')
    .update(canonicalJson({ organisationId: draft.organisationId, ...draft.fields }))
    .digest('hex')
}

export interface KnownNeed extends Need {
  /** Of a need that is withdrawn: by the network that handed it over, not by its organisation. */
  takenBackByNetwork: boolean
}

/** The needs that rows of a network's list are about, found by its reference, or by an earlier row with the same content. */
export class KnownNeeds {
  private readonly byReference = new Map<string, KnownNeed>()
  private readonly byContent = new Map<string, KnownNeed>()

  static async of(networkId: string, drafts: readonly RowDraft[]): Promise<KnownNeeds> {
    const known = new KnownNeeds()
    const references = drafts.flatMap((draft) => draft.reference || [])
    const hashes = drafts.filter((draft) => !draft.reference).map(hashOfDraft)
    const [named, worded] = await Promise.all([
      references.length > 0 ? needsNamed(networkId, references) : [],
      hashes.length > 0 ? needsOfRows(networkId, hashes) : [],
    ])
    const withdrawn = [...named, ...worded.map(({ need }) => need)].filter((need) => need.status === 'withdrawn')
    const takenBack = await takenBackByNetwork(withdrawn.map((need) => need.id))
    const knownOf = (need: Need) => ({ ...need, takenBackByNetwork: takenBack.has(need.id) })
    for (const need of named) known.byReference.set(need.networkReference ?? '', knownOf(need))
    // Of needs that say the same, one that stands comes before one that does not.
    for (const { hash, need } of worded)
      if (need.status !== 'withdrawn' || !known.byContent.has(hash ?? ''))
        known.byContent.set(hash ?? '', knownOf(need))
    return known
  }

  find(draft: RowDraft): KnownNeed | undefined {
    return draft.reference ? this.byReference.get(draft.reference) : this.byContent.get(hashOfDraft(draft))
  }
}

function needsNamed(networkId: string, references: string[]): Promise<Need[]> {
  return db
    .select()
    .from(needs)
    .where(and(eq(needs.networkId, networkId), inArray(needs.networkReference, references)))
}

/** The needs that earlier rows became. What an undone import made is as if it had never been handed over. */
function needsOfRows(networkId: string, hashes: string[]) {
  return db
    .select({ hash: importRows.contentHash, need: needs })
    .from(importRows)
    .innerJoin(imports, eq(imports.id, importRows.importId))
    .innerJoin(needs, eq(needs.id, importRows.needId))
    .where(
      and(
        eq(imports.networkId, networkId),
        inArray(importRows.contentHash, hashes),
        isNotNull(importRows.doneAt),
        inArray(importRows.result, resultsToRun),
      ),
    )
}

/** Which of the fields that the row says something of say something else than the need does now. */
export function differences(need: Need, draft: RowDraft): (keyof NeedContent)[] {
  const before = contentOf(need)
  return draft.said.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(draft.fields[field]))
}
