export const organisationKinds = ['state', 'region', 'municipality', 'university', 'company', 'other'] as const
export type OrganisationKind = (typeof organisationKinds)[number]
export const seats = ['core', 'participant'] as const

/** What organisations, networks and resources are called in each language: whoever shows it chooses. */
export interface Named {
  name: string
  nameEn: string
}

/** The names alone, of whatever has them. */
export const namesOf = ({ name, nameEn }: Named): Named => ({ name, nameEn })

/** The names of several in one sentence: "Ekvalla kommun, Granåsa kommun". */
export const namesTogether = (things: readonly Named[]): Named => ({
  name: things.map(({ name }) => name).join(', '),
  nameEn: things.map(({ nameEn }) => nameEn).join(', '),
})

export interface OrganisationGiven extends Named {
  kind: OrganisationKind
  /** Ten digits. */
  number: string | null
  /** Nine digits: the participant identification code of the European Commission. */
  pic: string | null
  /** Four digits for a municipality, two for a region. */
  code: string | null
  seat: (typeof seats)[number] | null
  endedOn: string | null
}

const codeLength: Partial<Record<OrganisationKind, number>> = { municipality: 4, region: 2 }

/** Whether an official code fits the kind of organisation; those without codes have none. */
export function isCode(kind: OrganisationKind, code: string): boolean {
  const length = codeLength[kind]
  return length !== undefined && code.length === length && /^\d+$/.test(code)
}

/** Addresses of the register's own pages. */
const reserved = ['new', 'import', 'imports']

/** The part of an address that names an organisation or network: made of its first name, and never changed after. */
export function keyFrom(name: string, isTaken: (key: string) => boolean): string {
  const plain =
    name
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'x'
  const unfit = (key: string) => reserved.includes(key) || isTaken(key)
  if (!unfit(plain)) return plain
  let count = 2
  while (unfit(`${plain}-${count}`)) count++
  return `${plain}-${count}`
}

/** Names are compared without case and without what spaces people vary. */
export const comparedName = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

/** Whether it still exists on a calendar day, such as 2026-11-22. */
export const existsOn = (endedOn: string | null, day: string) => endedOn === null || endedOn >= day
