import admin from './sv/admin.ts'
import committee from './sv/committee.ts'
import common from './sv/common.ts'
import engine from './sv/engine.ts'
import errors from './sv/errors.ts'
import home from './sv/home.ts'
import imports from './sv/imports.ts'
import needs from './sv/needs.ts'
import notices from './sv/notices.ts'
import organisations from './sv/organisations.ts'
import people from './sv/people.ts'
import problems from './sv/problems.ts'
import refusals from './sv/refusals.ts'
import rounds from './sv/rounds.ts'
import search from './sv/search.ts'
import site from './sv/site.ts'
import timeline from './sv/timeline.ts'
import ui from './sv/ui.ts'

/** All texts, Swedish first: the shape of this one is what the English one must have. */
export const sv = {
  admin,
  committee,
  common,
  engine,
  errors,
  home,
  imports,
  needs,
  notices,
  organisations,
  people,
  problems,
  refusals,
  rounds,
  search,
  site,
  timeline,
  ui,
}

type Shape<T> = { [Key in keyof T]: T[Key] extends string ? string : Shape<T[Key]> }
export type Catalogue = Shape<typeof sv>

type Path<T> = {
  [Key in keyof T & string]: T[Key] extends string ? Singular<Key> : `${Key}.${Path<T[Key]>}`
}[keyof T & string]
/** `count_one` and `count_other` are both asked for as `count`. */
type Singular<Key extends string> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key
/** Every key that there is a text for. */
export type Key = Path<typeof sv>
