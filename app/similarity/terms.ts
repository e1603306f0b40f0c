import type { TermEntry } from './term-list.ts'
import { ADMINISTRATION_TERMS } from './terms-administration.ts'
import { DATA_TERMS } from './terms-data.ts'
import { LAW_TERMS } from './terms-law.ts'

/**
 * The built-in term list: how the reports on a national structure for data and AI write their concepts in Swedish, and
 * what the same is called in English. One concept a line: Swedish forms = English forms, the first names it.
 */
export const TERMS: readonly TermEntry[] = [DATA_TERMS, LAW_TERMS, ADMINISTRATION_TERMS].flatMap(parse)

function parse(list: string): TermEntry[] {
  const forms = (side: string | undefined) =>
    (side ?? '')
      .split(',')
      .map((form) => form.trim())
      .filter((form) => form !== '')
  return list
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [sv, en] = line.split('=')
      return { sv: forms(sv), en: forms(en) }
    })
}
