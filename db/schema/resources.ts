import { createdAt, id, index, table, text, timestamp, uniqueIndex } from '../kit.ts'
import { organisations } from './organisations.ts'

export const resources = table(
  'resources',
  {
    id: id(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull(),
    kind: text('kind', {
      enum: [
        'environment',
        'service',
        'building_block',
        'guidance',
        'legal_assessment',
        'data_set',
        'ai_model',
        'agreement',
        'programme',
      ],
    }).notNull(),
    ownerId: text('owner_id').references(() => organisations.id),
    description: text('description').notNull(),
    descriptionEn: text('description_en').notNull(),
    access: text('access').notNull().default(''),
    accessEn: text('access_en').notNull().default(''),
    confirmedAt: timestamp('confirmed_at'),
    source: text('source'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('resources_key').on(t.key), index('resources_kind').on(t.kind)],
)
