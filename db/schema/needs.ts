import { json, boolean, createdAt, id, index, integer, table, text, timestamp, uniqueIndex } from '../kit.ts'
import { networks, organisations } from './organisations.ts'
import { people } from './people.ts'

export const needs = table(
  'needs',
  {
    id: id(),
    status: text('status', {
      enum: ['draft', 'submitted', 'acknowledged', 'individual', 'shared', 'answered', 'closed', 'withdrawn'],
    }).notNull(),
    registryNumber: text('registry_number'),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    authorId: text('author_id').references(() => people.id),
    networkId: text('network_id').references(() => networks.id),
    networkReference: text('network_reference'),
    networkStatus: text('network_status'),
    /** Calendar date that the network's own list gives the need, 2026-05-12. */
    networkDate: text('network_date'),
    relay: text('relay', { enum: ['none', 'unconfirmed', 'confirmed', 'corrected', 'disowned'] })
      .notNull()
      .default('none'),
    /** Why the organisation disowned what was submitted in its name. */
    relayReason: text('relay_reason').notNull().default(''),
    version: integer('version').notNull().default(1),
    title: text('title').notNull(),
    description: text('description').notNull(),
    affected: text('affected').notNull().default(''),
    consequence: text('consequence').notNull().default(''),
    tried: text('tried').notNull().default(''),
    whoElse: text('who_else').notNull().default(''),
    domainArea: text('domain_area'),
    needArea: text('need_area'),
    dataKind: text('data_kind', { enum: ['open', 'shared', 'protected', 'unknown'] }),
    pattern: text('pattern', { enum: ['compute_to_data', 'data_to_compute', 'federated', 'unknown'] }),
    legalQuestions: text('legal_questions').notNull().default(''),
    competences: json<string[]>('competences')
      .notNull()
      .$defaultFn(() => []),
    urgency: text('urgency', { enum: ['low', 'medium', 'high'] }),
    urgencyReason: text('urgency_reason').notNull().default(''),
    euRelevance: text('eu_relevance').notNull().default(''),
    contactName: text('contact_name').notNull().default(''),
    contactEmail: text('contact_email').notNull().default(''),
    confidentiality: integer('confidentiality').notNull().default(0),
    integrity: integer('integrity').notNull().default(0),
    availability: integer('availability').notNull().default(0),
    /** Where in the reports the need comes from, for the seeded ones. */
    source: json<{ document: string; section: string; quote?: string }>('source'),
    withdrawnReason: text('withdrawn_reason'),
    answer: text('answer'),
    contentHash: text('content_hash').notNull().default(''),
    createdAt: createdAt(),
    updatedAt: timestamp('updated_at')
      .notNull()
      .$defaultFn(() => new Date()),
    submittedAt: timestamp('submitted_at'),
    acknowledgedAt: timestamp('acknowledged_at'),
    answeredAt: timestamp('answered_at'),
    closedAt: timestamp('closed_at'),
    /** When it last came back to the coordinator: the time to answer counts from here. */
    reopenedAt: timestamp('reopened_at'),
    /** How far the author has come in the form (drafts). */
    step: text('step'),
    /** Which opened page of the form wrote the draft last, so that it is not refused for what it has written itself. */
    writtenIn: text('written_in'),
  },
  (t) => [
    uniqueIndex('needs_registry_number').on(t.registryNumber),
    uniqueIndex('needs_network_reference').on(t.networkId, t.networkReference),
    index('needs_status').on(t.status, t.submittedAt),
    index('needs_organisation').on(t.organisationId, t.status),
    index('needs_network').on(t.networkId),
    // Hold what lists filter, sort and count by, so that they need not read the texts.
    index('needs_submitted').on(
      t.submittedAt,
      t.id,
      t.status,
      t.relay,
      t.confidentiality,
      t.needArea,
      t.organisationId,
      t.networkId,
    ),
    // What the start pages count, without reading the texts.
    index('needs_counted').on(t.status, t.relay, t.confidentiality, t.organisationId, t.submittedAt, t.acknowledgedAt),
    index('needs_area').on(
      t.needArea,
      t.submittedAt,
      t.id,
      t.status,
      t.relay,
      t.confidentiality,
      t.organisationId,
      t.networkId,
    ),
  ],
)

/** Every text that was ever submitted, as it stood. */
export const needVersions = table(
  'need_versions',
  {
    id: id(),
    needId: text('need_id')
      .notNull()
      .references(() => needs.id),
    version: integer('version').notNull(),
    content: json<Record<string, unknown>>('content').notNull(),
    reason: text('reason').notNull().default(''),
    authorId: text('author_id').references(() => people.id),
    at: timestamp('at').notNull(),
  },
  (t) => [uniqueIndex('need_versions_version').on(t.needId, t.version)],
)

export const endorsements = table(
  'endorsements',
  {
    id: id(),
    needId: text('need_id')
      .notNull()
      .references(() => needs.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    personId: text('person_id').references(() => people.id),
    comment: text('comment').notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('endorsements_once').on(t.needId, t.organisationId),
    index('endorsements_organisation').on(t.organisationId),
  ],
)

export const duplicateLinks = table(
  'duplicate_links',
  {
    id: id(),
    needId: text('need_id')
      .notNull()
      .references(() => needs.id),
    originalId: text('original_id')
      .notNull()
      .references(() => needs.id),
    reason: text('reason').notNull().default(''),
    linkedById: text('linked_by_id').references(() => people.id),
    createdAt: createdAt(),
    undoneAt: timestamp('undone_at'),
  },
  (t) => [index('duplicate_links_need').on(t.needId), index('duplicate_links_original').on(t.originalId)],
)

/** The coordinator's answer to an individual need, and whether it helped. */
export const referrals = table(
  'referrals',
  {
    id: id(),
    needId: text('need_id')
      .notNull()
      .references(() => needs.id),
    resourceId: text('resource_id'),
    kind: text('kind', { enum: ['environment', 'guidance', 'resource', 'other'] }).notNull(),
    answer: text('answer').notNull(),
    referredById: text('referred_by_id').references(() => people.id),
    createdAt: createdAt(),
    helped: boolean('helped'),
    reply: text('reply').notNull().default(''),
    repliedAt: timestamp('replied_at'),
  },
  (t) => [index('referrals_need').on(t.needId)],
)
