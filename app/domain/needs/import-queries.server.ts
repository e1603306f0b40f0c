import { and, asc, countDistinct, desc, eq, inArray, isNotNull, ne, notInArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { jobs } from '../../../db/schema/jobs.ts'
import { importRows, imports } from '../../../db/schema/imports.ts'
import { needs } from '../../../db/schema/needs.ts'
import { networks } from '../../../db/schema/organisations.ts'
import { people } from '../../../db/schema/people.ts'
import { networkName } from '../organisations/names.server.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'
import { listPeople } from '../people/people-by-id.server.ts'
import type { ImportColumns } from './import.ts'
import { columnsOf, type Guess, guessColumns } from './import-guess.ts'
import { normalHeading } from './import-headings.ts'
import { columnsOfImport, findOwnImport, loadOrganisations } from './import-record.server.ts'
import { countTouched } from './import-undoing.server.ts'
import { readUrgency } from './import-values.ts'

/** The networks that the viewer may import for, by name. */
export async function listImportNetworks(viewer: Viewer) {
  const rows = await db
    .select({ id: networks.id, key: networks.key, ...networkName })
    .from(networks)
    .orderBy(asc(networks.name))
  return rows.filter((network) => can(viewer, 'need.import', network))
}

/** The imports that the viewer may see, newest first. */
export async function listImports(viewer: Viewer, limit = 30) {
  const own = (await listImportNetworks(viewer)).map((network) => network.id)
  if (own.length === 0) return []
  return db
    .select({
      id: imports.id,
      fileName: imports.fileName,
      status: imports.status,
      rowCount: imports.rowCount,
      totals: imports.totals,
      createdAt: imports.createdAt,
      finishedAt: imports.finishedAt,
      network: { key: networks.key, ...networkName },
      importedBy: people.name,
    })
    .from(imports)
    .innerJoin(networks, eq(networks.id, imports.networkId))
    .leftJoin(people, eq(people.id, imports.importedById))
    .where(and(inArray(imports.networkId, own), notInArray(imports.status, ['reading', 'discarded'])))
    .orderBy(desc(imports.createdAt))
    .limit(limit)
}

/** One import with how far its job has come; undefined for those who may not import for its network. */
export async function findImport(viewer: Viewer, id: string) {
  const found = await findOwnImport(viewer, id)
  if (!found || found.list.status === 'discarded') return undefined
  const { list, network } = found
  const [job] = list.jobId
    ? await db
        .select({ status: jobs.status, progress: jobs.progress, total: jobs.total, attempts: jobs.attempts })
        .from(jobs)
        .where(eq(jobs.id, list.jobId))
    : []
  const [importer] = await listPeople([list.importedById])
  const { fileHash: _, headings: __, columns: ___, importedById: ____, ...shown } = list
  return { ...shown, totals: list.totals ?? {}, network, importedBy: importer?.name ?? null, job: job ?? null }
}
export type ShownImport = NonNullable<Awaited<ReturnType<typeof findImport>>>

/** What the end of a run shows: the registry numbers that it gave, and how many of its needs something has happened to. */
export async function findOutcome(viewer: Viewer, id: string) {
  if (!(await findOwnImport(viewer, id))) return undefined
  const given = await db
    .select({ number: needs.registryNumber })
    .from(importRows)
    .innerJoin(needs, eq(needs.id, importRows.needId))
    .where(and(eq(importRows.importId, id), inArray(importRows.result, ['new', 'duplicate'])))
    .orderBy(asc(needs.registryNumber))
  const numbers = given.flatMap(({ number }) => number ?? [])
  return { firstNumber: numbers[0] ?? null, lastNumber: numbers.at(-1) ?? null, touched: await countTouched(id) }
}

/** The columns of the file with an example of each, what has been chosen for them, and what they are guessed to be. */
export async function findColumns(viewer: Viewer, id: string) {
  const found = await findOwnImport(viewer, id)
  if (!found || found.list.status === 'discarded') return undefined
  const { list, network } = found
  const rows = await db
    .select({ number: importRows.rowNumber, cells: importRows.cells })
    .from(importRows)
    .where(eq(importRows.importId, id))
    .orderBy(asc(importRows.rowNumber))
    .limit(500)
  const sheet = rows.map(({ number, cells }) => ({
    number,
    cells: list.headings.map((_, at) => cells[String(at)] ?? ''),
  }))
  const organisations = await loadOrganisations()
  const guesses = guessColumns(list.headings, sheet, {
    remembered: await rememberedColumns(network.id),
    isOrganisation: (words) => 'found' in organisations.byName(words),
    isUrgency: (words) => readUrgency(words) !== undefined,
  })
  const chosen: ImportColumns = list.columns ? columnsOfImport(list) : columnsOf(guesses)
  return {
    fileName: list.fileName,
    rowCount: list.rowCount,
    status: list.status,
    network,
    again: await findEarlier(list),
    columns: list.headings.map((heading, at) => {
      const example = sheet.find((row) => row.cells[at])
      return {
        at,
        heading,
        example: example?.cells[at] ?? '',
        exampleRow: example?.number ?? null,
        chosen: chosen[String(at)] ?? null,
        guess: guesses[at] as Guess,
      }
    }),
  }
}
export type ShownColumns = NonNullable<Awaited<ReturnType<typeof findColumns>>>

async function rememberedColumns(networkId: string): Promise<Record<string, string>> {
  const [row] = await db.select({ columns: networks.importColumns }).from(networks).where(eq(networks.id, networkId))
  return Object.fromEntries(
    Object.entries(row?.columns ?? {}).map(([heading, field]) => [normalHeading(heading), field]),
  )
}

/** When the very same file was last imported for the network. */
async function findEarlier(list: { id: string; networkId: string; fileHash: string }): Promise<Date | null> {
  const [row] = await db
    .select({ at: imports.finishedAt })
    .from(imports)
    .where(
      and(
        eq(imports.networkId, list.networkId),
        eq(imports.fileHash, list.fileHash),
        eq(imports.status, 'done'),
        ne(imports.id, list.id),
      ),
    )
    .orderBy(desc(imports.finishedAt))
    .limit(1)
  return row?.at ?? null
}

/** Of how many organisations the import submitted needs. */
export async function countOrganisations(importId: string): Promise<number> {
  const [row] = await db
    .select({ organisations: countDistinct(importRows.organisationId) })
    .from(importRows)
    .where(
      and(
        eq(importRows.importId, importId),
        isNotNull(importRows.doneAt),
        inArray(importRows.result, ['new', 'duplicate']),
      ),
    )
  return row?.organisations ?? 0
}
