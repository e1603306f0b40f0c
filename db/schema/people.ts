import {
  bigint,
  boolean,
  createdAt,
  id,
  index,
  integer,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex,
} from '../kit.ts'
import { networks, organisations } from './organisations.ts'

export const people = table(
  'people',
  {
    id: id(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    locale: text('locale', { enum: ['sv', 'en'] })
      .notNull()
      .default('sv'),
    passwordHash: text('password_hash'),
    /** A member of the demonstration cast, whom anyone may sign in as while demonstration mode is on. */
    demonstration: boolean('demonstration').notNull().default(false),
    introduction: text('introduction'),
    introductionEn: text('introduction_en'),
    createdAt: createdAt(),
    deactivatedAt: timestamp('deactivated_at'),
  },
  (t) => [uniqueIndex('people_email').on(t.email)],
)

export const roles = table(
  'roles',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role').notNull(),
    organisationId: text('organisation_id').references(() => organisations.id),
    networkId: text('network_id').references(() => networks.id),
    since: timestamp('since').notNull(),
    until: timestamp('until'),
    grantedById: text('granted_by_id').references(() => people.id),
    /** When somebody last confirmed that the person still needs the role. Due every year. */
    reviewedAt: timestamp('reviewed_at'),
    reviewedById: text('reviewed_by_id').references(() => people.id),
  },
  (t) => [index('roles_person').on(t.personId), index('roles_role').on(t.role)],
)

export const sessions = table(
  'sessions',
  {
    /** SHA-256 of the id in the cookie: a copy of the table lets nobody in. */
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    expiresAt: timestamp('expires_at').notNull(),
    createdAt: createdAt(),
    usedAt: timestamp('used_at')
      .notNull()
      .$defaultFn(() => new Date()),
    userAgent: text('user_agent'),
  },
  (t) => [index('sessions_user').on(t.userId)],
)

export const invitations = table(
  'invitations',
  {
    id: id(),
    tokenHash: text('token_hash').notNull(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    organisationId: text('organisation_id').references(() => organisations.id),
    networkId: text('network_id').references(() => networks.id),
    invitedById: text('invited_by_id').references(() => people.id),
    createdAt: createdAt(),
    expiresAt: timestamp('expires_at').notNull(),
    acceptedAt: timestamp('accepted_at'),
    withdrawnAt: timestamp('withdrawn_at'),
  },
  (t) => [uniqueIndex('invitations_token').on(t.tokenHash), index('invitations_email').on(t.email)],
)

/** Links by which a person who has forgotten the password chooses a new one. */
export const passwordLinks = table(
  'password_links',
  {
    id: id(),
    tokenHash: text('token_hash').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
    expiresAt: timestamp('expires_at').notNull(),
    usedAt: timestamp('used_at'),
  },
  (t) => [uniqueIndex('password_links_token').on(t.tokenHash), index('password_links_person').on(t.personId)],
)

/** The device whose codes a person shows beside the password. At most one is confirmed; a new one waits beside it until its first code. */
export const secondFactors = table(
  'second_factors',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Encrypted with the key of the installation. */
    sealedSecret: text('sealed_secret').notNull(),
    createdAt: createdAt(),
    confirmedAt: timestamp('confirmed_at'),
    /** Half-minute of the last code that was accepted: neither it nor an earlier one is accepted again. */
    lastStep: bigint('last_step'),
  },
  (t) => [index('second_factors_person').on(t.personId)],
)

/** Codes to sign in with when the device is lost: each good for one use, stored only as a hash. */
export const recoveryCodes = table(
  'recovery_codes',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: timestamp('used_at'),
  },
  (t) => [index('recovery_codes_person').on(t.personId)],
)

/** Sign-ins whose password was right and whose code is still to come. The token is in the browser's cookie alone. */
export const pendingSignIns = table(
  'pending_sign_ins',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    expiresAt: timestamp('expires_at').notNull(),
  },
  (t) => [index('pending_sign_ins_person').on(t.personId)],
)

/** Failed sign-ins, counted per account and per address. */
export const signInAttempts = table(
  'sign_in_attempts',
  {
    id: id(),
    key: text('key').notNull(),
    at: timestamp('at').notNull(),
  },
  (t) => [index('sign_in_attempts_key').on(t.key, t.at)],
)

export const counters = table(
  'counters',
  {
    series: text('series').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [primaryKey({ columns: [t.series, t.year] })],
)
