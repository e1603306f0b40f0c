import { boolean, createdAt, id, index, json, table, text, timestamp, uniqueIndex } from '../kit.ts'

export const organisations = table(
  'organisations',
  {
    id: id(),
    /** Stable key of the register, used in addresses and seeds. */
    key: text('key').notNull(),
    number: text('number'),
    pic: text('pic'),
    /** Official code of a municipality (four digits) or a region (two). */
    code: text('code'),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull(),
    kind: text('kind', {
      enum: ['state', 'region', 'municipality', 'university', 'company', 'other'],
    }).notNull(),
    /** Seat in the collaboration structure, if any. */
    seat: text('seat', { enum: ['core', 'participant'] }),
    invented: boolean('invented').notNull().default(false),
    source: text('source'),
    createdAt: createdAt(),
    /** Last calendar day of its existence. What it has said stays; it is offered nowhere any more. */
    endedOn: text('ended_on'),
  },
  (t) => [
    uniqueIndex('organisations_key').on(t.key),
    uniqueIndex('organisations_number').on(t.number),
    index('organisations_kind').on(t.kind),
  ],
)

export const networks = table(
  'networks',
  {
    id: id(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull(),
    description: text('description').notNull(),
    descriptionEn: text('description_en').notNull(),
    keepsBacklog: boolean('keeps_backlog').notNull().default(false),
    /** Which column of the network's own list holds which field: remembered from its last import. */
    importColumns: json<Record<string, string>>('import_columns'),
    source: text('source'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('networks_key').on(t.key)],
)

export const memberships = table(
  'memberships',
  {
    id: id(),
    networkId: text('network_id')
      .notNull()
      .references(() => networks.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    since: timestamp('since').notNull(),
    until: timestamp('until'),
  },
  (t) => [index('memberships_network').on(t.networkId), index('memberships_organisation').on(t.organisationId)],
)

/** A list of organisations that somebody has handed in, between the look at its rows and the reading in. */
export const organisationImports = table('organisation_imports', {
  id: id(),
  personId: text('person_id').notNull(),
  fileName: text('file_name').notNull(),
  rows: json<{ number: number; given: Record<string, string> }[]>('rows').notNull(),
  createdAt: createdAt(),
  finishedAt: timestamp('finished_at'),
})
