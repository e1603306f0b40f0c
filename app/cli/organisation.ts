import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Values } from '../i18n/translate.ts'

const usage = `samsyn organisation import FILE [--kind municipality] [--check]
samsyn organisation reference

import     reads a list of organisations (.xlsx or .csv) into the register. Columns, by their headings: name, name in
           English, kind, organisation number, code, PIC. --kind is that of rows which do not say theirs: state, region,
           municipality, university, company, other. --check only says what would happen. What stands in the register
           is never overwritten.
reference  fills the registers with the organisations, networks and resources that the reports name.
`

/** `samsyn organisation …` */
export async function organisation(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { kind: { type: 'string' }, check: { type: 'boolean' } },
  })
  const [command, file] = positionals
  const { closeDatabase } = await import('../../db/client.ts')
  try {
    if (command === 'reference') return await loadReferenceRegisters()
    if (command === 'import' && file) return await importList(file, values.kind, values.check === true)
    stop(usage)
  } finally {
    await closeDatabase()
  }
}

async function importList(file: string, kindGiven: string | undefined, checkOnly: boolean): Promise<void> {
  const { organisationKinds } = await import('../domain/organisations/organisation.ts')
  const { readOrganisationRows } = await import('../domain/overview/organisation-rows.server.ts')
  const { findOrganisationList, keepOrganisationList, readOrganisationList } = await import(
    '../domain/organisations/organisation-import.server.ts'
  )
  const { system } = await import('../domain/people/person.ts')
  const { SpreadsheetError } = await import('../domain/needs/spreadsheet.ts')
  const kind = organisationKinds.find((one) => one === kindGiven) ?? null
  if (kindGiven && !kind) return stop(`There is no kind ${kindGiven}\n\n${usage}`)
  try {
    const rows = await readOrganisationRows(new Uint8Array(await readFile(file)), kind)
    if (!rows) return stop('No column is headed as a name: name, organisation, municipality, region\n')
    const id = await keepOrganisationList(system, path.basename(file), rows)
    const list = await findOrganisationList(system, id)
    for (const row of list?.rows ?? [])
      if (row.outcome === 'bad')
        process.stderr.write(`Row ${row.number}, ${row.given.name ?? 'without a name'}: ${await faultText(row)}\n`)
    if (checkOnly) {
      const count = (outcome: string) => list?.rows.filter((row) => row.outcome === outcome).length ?? 0
      process.stdout.write(
        `${count('new')} new, ${count('completed')} to be completed, ${count('known')} there already, ${count('bad')} bad\n`,
      )
      return
    }
    const { created, completed, bad } = await readOrganisationList(system, id)
    process.stdout.write(`${created} organisations added, ${completed} completed, ${bad} bad rows left out\n`)
  } catch (error) {
    if (!(error instanceof SpreadsheetError)) throw error
    stop(`${file} cannot be read: ${error.fault}\n`)
  }
}

async function faultText(row: { field: string; fault: string; name?: Values[string] }): Promise<string> {
  const { translator } = await import('../i18n/translator.server.ts')
  const t = translator('en') as (key: string, values?: Values) => string
  const field = t(`organisations.register.${row.field}`)
  if (row.fault === 'taken' || row.fault === 'differs')
    return t(`organisations.lists.${row.fault}`, { field, name: row.name ?? '' })
  return t(row.fault, { field, max: 200 })
}

async function loadReferenceRegisters(): Promise<void> {
  const { loadReference } = await import('../../seeds/load-reference.ts')
  const { command } = await import('../domain/events/event-commands.server.ts')
  const { system } = await import('../domain/people/person.ts')
  const added = await command(system, async (record) => {
    const reference = await loadReference(new Date(), { demonstration: false })
    await record({ verb: 'register.loaded', noun: 'register', id: 'reference', change: { added: reference.added } })
    return reference.added
  })
  const { connectSearch } = await import('../jobs/connect-search.server.ts')
  const { indexEverything } = await import('../domain/search/documents.server.ts')
  connectSearch()
  await indexEverything()
  process.stdout.write(`${added} organisations, networks and resources added\n`)
}

function stop(text: string): void {
  process.stderr.write(text)
  process.exitCode = 2
}
