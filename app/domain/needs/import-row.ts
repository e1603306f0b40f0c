import { namesOf, namesTogether } from '../organisations/organisation.ts'
import {
  type ImportColumns,
  type ImportField,
  isFault,
  referenceLimit,
  type RowProblem,
  type RowProblemCode,
  statusLimit,
} from './import.ts'
import { type OrganisationMatcher, readNumber } from './import-organisations.ts'
import { readClass, readContact, readDate, readDomainArea, readNeedArea, readUrgency } from './import-values.ts'
import { isTooSecret, missingFields, type NeedContent, needLimits } from './need.ts'
import { contactAddress } from './need-forms.ts'

/** What a row says, as far as it can be understood. `fields` holds those that the list has a column for. */
export interface RowDraft {
  organisationId: string
  fields: Partial<NeedContent> & { title: string; description: string }
  /** The fields that the row itself says something of: an empty cell takes nothing away from a need that exists. */
  said: (keyof NeedContent)[]
  /** What the row would have to say too, if it became a new need: the form asks for the same. */
  missing: RowProblem[]
  reference: string
  status: string
  date: string
}

export interface ReadRow {
  /** Undefined where something is wrong that keeps the row out. */
  draft: RowDraft | undefined
  problems: RowProblem[]
}

const shown = 120
const isEmail = (words: string) => contactAddress.safeParse(words).success
const formulaError = /^#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SAKNAS!|VÄRDEFEL!|REFERENS!|NAMN\?)$/

/** Reads one row by the chosen columns. Pure: the register comes in as `organisations`. */
export function readRow(
  cells: Record<string, string>,
  columns: ImportColumns,
  organisations: OrganisationMatcher,
): ReadRow {
  const reading = new Reading(cells, columns)
  const fields = {
    ...textsOf(reading),
    ...areasOf(reading),
    ...urgencyOf(reading),
    ...contactOf(reading),
    ...classOf(reading),
  }
  const organisationId = organisationOf(reading, organisations)
  const draft = {
    fields,
    said: (Object.keys(fields) as (keyof typeof fields)[]).filter(
      (field) => (fields[field] ?? '') !== '' && (field !== 'title' || reading.has('title')),
    ),
    missing: missingOf(reading, fields),
    organisationId: organisationId ?? '',
    reference: reading.limited('reference', referenceLimit, 'referenceTooLong'),
    status: reading.text('status').slice(0, statusLimit),
    date: dateOf(reading),
  }
  return { draft: reading.problems.some(isFault) ? undefined : draft, problems: reading.problems }
}

class Reading {
  readonly problems: RowProblem[] = []
  private readonly columnOf: Map<ImportField, string>
  constructor(
    private readonly cells: Record<string, string>,
    columns: ImportColumns,
  ) {
    this.columnOf = new Map(Object.entries(columns).map(([column, field]) => [field, column]))
    for (const field of this.columnOf.keys()) if (formulaError.test(this.text(field))) this.say(field, 'formulaError')
  }
  has(field: ImportField): boolean {
    return this.columnOf.has(field)
  }
  column(field: ImportField): string {
    return this.columnOf.get(field) ?? ''
  }
  text(field: ImportField): string {
    return this.cells[this.columnOf.get(field) ?? ''] ?? ''
  }
  limited(field: ImportField, most: number, code: RowProblemCode): string {
    const text = this.text(field)
    if (text.length > most) this.say(field, code, { length: text.length, most })
    return text
  }
  say(field: ImportField, code: RowProblemCode, values?: RowProblem['values'], value = this.text(field)): void {
    this.problems.push({
      column: this.column(field),
      code,
      value: value.slice(0, shown),
      ...(values && { values }),
    })
  }
}

function textsOf(reading: Reading) {
  const fields: Partial<NeedContent> = {}
  for (const field of ['affected', 'consequence', 'tried', 'whoElse', 'urgencyReason'] as const)
    if (reading.has(field)) fields[field] = reading.limited(field, needLimits[field], 'textTooLong')
  const description = reading.limited('description', needLimits.description, 'textTooLong')
  const given = reading.limited('title', needLimits.title, 'titleTooLong')
  // A list with one column of text says the need there.
  return {
    ...fields,
    title: reading.has('title') ? given.replace(/\s+/g, ' ') : firstSentence(description),
    description,
  }
}

function missingOf(reading: Reading, fields: RowDraft['fields']): RowProblem[] {
  return missingFields(fields)
    .filter((field) => field === 'description' || reading.has('title'))
    .map((field) => ({ column: reading.column(field), code: `${field}Missing` as const, value: '' }))
}

function firstSentence(text: string): string {
  const sentence = /^[^\n]*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text.split('\n')[0] ?? ''
  if (sentence.length <= needLimits.title) return sentence.trim().replace(/[.]$/, '')
  const cut = sentence.slice(0, needLimits.title - 2)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20)).trim()} …`
}

function areasOf(reading: Reading) {
  const fields: Partial<NeedContent> = {}
  const read = (field: 'needArea' | 'domainArea', value: string | undefined, code: RowProblemCode) => {
    if (!reading.has(field)) return
    fields[field] = value ?? null
    if (reading.text(field) && !value) reading.say(field, code)
  }
  read('needArea', readNeedArea(reading.text('needArea')), 'areaUnknown')
  read('domainArea', readDomainArea(reading.text('domainArea')), 'domainAreaUnknown')
  return fields
}

function urgencyOf(reading: Reading): Partial<NeedContent> {
  if (!reading.has('urgency')) return {}
  const words = reading.text('urgency')
  const read = readUrgency(words)
  if (words && !read) reading.say('urgency', 'urgencyUnknown')
  const reason = reading.has('urgencyReason')
    ? {}
    : { urgencyReason: (read?.reason ?? '').slice(0, needLimits.urgencyReason) }
  return { urgency: read?.urgency ?? null, ...reason }
}

function contactOf(reading: Reading): Partial<NeedContent> {
  if (!reading.has('contactName') && !reading.has('contactEmail')) return {}
  const named = readContact(
    reading.limited('contactName', needLimits.contactName + needLimits.contactEmail, 'textTooLong'),
  )
  const written = reading.text('contactEmail')
  const mailed = readContact(written)
  if (written && !isEmail(mailed.email)) reading.say('contactEmail', 'emailInvalid')
  const name = named.name || (mailed.email ? mailed.name : '')
  if (name.length > needLimits.contactName)
    reading.say('contactName', 'textTooLong', { length: name.length, most: needLimits.contactName })
  const found = mailed.email || named.email
  return { contactName: name, contactEmail: isEmail(found) ? found : '' }
}

function classOf(reading: Reading): Partial<NeedContent> {
  if (!reading.has('informationClass')) return {}
  const words = reading.text('informationClass')
  if (!words) return {}
  const read = readClass(words)
  if (!read) reading.say('informationClass', 'classUnknown')
  if (read && isTooSecret(read)) reading.say('informationClass', 'tooSecret', { level: read.confidentiality })
  return read ?? {}
}

function dateOf(reading: Reading): string {
  const words = reading.text('date')
  const date = words ? readDate(words) : ''
  if (date === undefined) reading.say('date', 'dateUnknown')
  return date ?? ''
}

/** By number where there is one, else by name. The two must not say different things. */
function organisationOf(reading: Reading, organisations: OrganisationMatcher): string | undefined {
  const name = reading.text('organisation')
  const written = reading.text('organisationNumber')
  // Some lists write the number in the column of the name.
  const inName = !written && /^[\s\d-]{10,15}$/.test(name) ? name : ''
  const number = written || inName
  const numberField = written ? 'organisationNumber' : 'organisation'
  const match = name && !inName ? organisations.byName(name) : undefined
  const named = match && 'found' in match ? match.found : undefined
  if (number) {
    const { digits, fault } = readNumber(number)
    if (fault) return void reading.say(numberField, fault, { digits: digits.length })
    const numbered = organisations.byNumber(digits)
    if (numbered && named && numbered.id !== named.id)
      return void reading.say('organisation', 'organisationMismatch', { number: namesOf(numbered) })
    if (numbered) return numbered.id
    // The register does not know every number; the name then says whose it is.
    if (named && named.number === null) return named.id
    return void reading.say(numberField, 'numberUnknown')
  }
  if (named) return named.id
  if (match && 'ambiguous' in match)
    return void reading.say('organisation', 'organisationAmbiguous', {
      names: namesTogether(match.ambiguous),
    })
  if (name) return void reading.say('organisation', 'organisationUnknown')
  reading.say(reading.has('organisation') ? 'organisation' : 'organisationNumber', 'organisationMissing')
  return undefined
}
