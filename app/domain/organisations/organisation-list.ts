import {
  comparedName,
  type Named,
  namesOf,
  type OrganisationGiven,
  type OrganisationKind,
  organisationKinds,
} from './organisation.ts'
import { organisationForm } from './organisation-forms.ts'
import { digitsOf } from './organisation-number.ts'

export const listFields = ['name', 'nameEn', 'kind', 'number', 'pic', 'code'] as const
export type ListField = (typeof listFields)[number]

/** Headings that lists use, in Swedish and English. */
const headings: Record<ListField, string[]> = {
  name: [
    'namn',
    'name',
    'organisation',
    'organisationsnamn',
    'kommun',
    'kommunnamn',
    'region',
    'regionnamn',
    'myndighet',
  ],
  nameEn: ['engelskt namn', 'english name', 'name en', 'namn på engelska', 'name in english'],
  kind: ['slag', 'kind', 'typ', 'type', 'organisationstyp'],
  number: ['organisationsnummer', 'organisation number', 'orgnr', 'org nr', 'orgnummer', 'organization number'],
  pic: ['pic', 'pic nummer', 'pic number', 'participant identification code'],
  code: ['kod', 'code', 'kommunkod', 'länskod', 'regionkod', 'municipality code', 'region code'],
}

const kindWords: Record<OrganisationKind, string[]> = {
  state: ['statlig myndighet', 'myndighet', 'state authority', 'state', 'stat'],
  region: ['region', 'regioner'],
  municipality: ['kommun', 'kommuner', 'municipality'],
  university: ['lärosäte', 'universitet', 'högskola', 'university'],
  company: ['företag', 'bolag', 'company'],
  other: ['annan', 'övrig', 'övriga', 'other'],
}

const plain = (heading: string) =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export interface ListRow {
  /** As the spreadsheet program shows it. */
  number: number
  given: Record<string, string>
}

/** What each column is, by its heading; undefined for what the register does not hold. */
export function fieldsOf(columns: readonly string[]): (ListField | undefined)[] {
  const taken = new Set<ListField>()
  return columns.map((column) => {
    const field = listFields.find((one) => !taken.has(one) && headings[one].includes(plain(column)))
    if (field) taken.add(field)
    return field
  })
}

/** Rows with their cells by field. `kind` is that of rows which do not say theirs. */
export function rowsOf(
  columns: readonly string[],
  rows: readonly { number: number; cells: string[] }[],
  kind: OrganisationKind | null,
): ListRow[] {
  const fields = fieldsOf(columns)
  return rows.map(({ number, cells }) => {
    const given: Record<string, string> = {}
    for (const [at, field] of fields.entries()) if (field && cells[at]) given[field] = cells[at].trim()
    given.kind = kindOf(given.kind) ?? kind ?? ''
    // Spreadsheet programs take a code for a number and drop its first zero.
    const length = given.kind === 'municipality' ? 4 : given.kind === 'region' ? 2 : 0
    if (given.code?.length === length - 1) given.code = `0${given.code}`
    return { number, given }
  })
}

function kindOf(words: string | undefined): OrganisationKind | undefined {
  if (!words) return undefined
  return organisationKinds.find((kind) => kind === words || kindWords[kind].includes(plain(words)))
}

export interface Registered extends Named {
  id: string
  number: string | null
  pic: string | null
  code: string | null
}

export type ListOutcome =
  | { outcome: 'new'; organisation: OrganisationGiven }
  /** Stands in the register but lacks what the list says. */
  | { outcome: 'completed'; id: string; missing: Partial<Pick<OrganisationGiven, 'number' | 'pic' | 'code'>> }
  | { outcome: 'known' }
  /** `fault` is a key of the catalogue, `field` the column; or a code of what stands against it, with whose. */
  | { outcome: 'bad'; field: string; fault: string; name?: string | Named }

export type JudgedRow = ListRow & ListOutcome

/** What becomes of each row, beside what the register has and the rows before it. A list never overwrites the register. */
export function judgeRows(rows: readonly ListRow[], register: readonly Registered[]): JudgedRow[] {
  const known: Registered[] = [...register]
  return rows.map((row) => {
    const outcome = judge(row, known)
    if (outcome.outcome === 'new') known.push({ id: '', ...outcome.organisation })
    return { ...row, ...outcome }
  })
}

function judge({ given }: ListRow, known: readonly Registered[]): ListOutcome {
  const parsed = organisationForm.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { outcome: 'bad', field: String(issue?.path[0] ?? 'name'), fault: issue?.message ?? '' }
  }
  const row = parsed.data
  const byName = known.find((other) => comparedName(other.name) === comparedName(row.name))
  for (const column of ['number', 'code', 'pic'] as const) {
    const value = row[column]
    const owner = value && known.find((other) => other[column] === value)
    if (owner && owner !== byName) return { outcome: 'bad', field: column, fault: 'taken', name: namesOf(owner) }
    if (byName?.[column] && value && byName[column] !== value)
      return { outcome: 'bad', field: column, fault: 'differs', name: digitsOf(byName[column]) }
  }
  if (!byName) return { outcome: 'new', organisation: row }
  const missing = (['number', 'pic', 'code'] as const).filter((column) => row[column] && !byName[column])
  // A second row with the name of a new one says nothing more that could be kept.
  if (missing.length === 0 || byName.id === '') return { outcome: 'known' }
  return { outcome: 'completed', id: byName.id, missing: Object.fromEntries(missing.map((one) => [one, row[one]])) }
}
