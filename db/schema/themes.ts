import { index, integer, json, table, text, timestamp } from '../kit.ts'
import { problems } from './problems.ts'

/** The themes that the text engine found last. They are made anew after events, and keep their id by overlap. */
export const themes = table('themes', {
  id: text('id').primaryKey(),
  /** The terms that tell it from the others, as people write them, strongest first. */
  label: json<string[]>('label').notNull(),
  /** Grows with every making: what is remembered of the themes is of one of them. */
  making: integer('making').notNull(),
  madeAt: timestamp('made_at').notNull(),
})

/** Each problem whole in one theme. Problems that stand alone are in none. */
export const themeProblems = table(
  'theme_problems',
  {
    problemId: text('problem_id')
      .primaryKey()
      .references(() => problems.id),
    themeId: text('theme_id')
      .notNull()
      .references(() => themes.id),
  },
  (t) => [index('theme_problems_theme').on(t.themeId)],
)
