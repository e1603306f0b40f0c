import type { Catalogue } from './catalogue.ts'
import admin from './en/admin.ts'
import committee from './en/committee.ts'
import common from './en/common.ts'
import engine from './en/engine.ts'
import errors from './en/errors.ts'
import home from './en/home.ts'
import imports from './en/imports.ts'
import needs from './en/needs.ts'
import notices from './en/notices.ts'
import organisations from './en/organisations.ts'
import people from './en/people.ts'
import problems from './en/problems.ts'
import refusals from './en/refusals.ts'
import rounds from './en/rounds.ts'
import search from './en/search.ts'
import site from './en/site.ts'
import timeline from './en/timeline.ts'
import ui from './en/ui.ts'

export const en: Catalogue = {
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
