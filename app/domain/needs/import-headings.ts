import type { ImportField } from './import.ts'

/** Headings that lists use, in Swedish and English; the first two of each are those of the template. */
const headings: Record<ImportField, string> = {
  title:
    'behovet i en mening | the need in one sentence | rubrik | titel | behov | namn på behov | title | ' +
    'need | heading | name | kort beskrivning | sammanfattning | summary | ärende | problem',
  description:
    'beskrivning | description | bakgrund | background | beskriv behovet | behovsbeskrivning | ' +
    'detaljer | details | text | förklaring | utförlig beskrivning | problembeskrivning | fritext',
  organisation:
    'organisation | organisation name | organization | organisationsnamn | kommun | municipality | ' +
    'myndighet | authority | region | behovsägare | avsändare | medlem | member | kommun/region | ' +
    'kommun eller region | förvaltning | verksamhet | owner | ägare',
  organisationNumber:
    'organisationsnummer | organisation number | orgnr | org nr | org. nr | org.nr | orgnummer | ' +
    'organization number | registration number',
  reference:
    'er beteckning | your reference | beteckning | id | nr | nummer | referens | reference | ref | ' +
    'ref nr | löpnummer | ärendenummer | ärende id | behovs id | no | number | key | nyckel | dnr | ' +
    'diarienummer | #',
  status: 'er status | your status | status | läge | state | tillstånd | fas | steg | phase',
  affected:
    'vem berörs | who is affected | berörda | berörs | målgrupp | målgrupper | target group | affected | ' +
    'intressenter | stakeholders | användare | users',
  consequence:
    'om inget görs | if nothing is done | konsekvens | konsekvenser | consequence | consequences | ' +
    'följd | effekt | risk | risker | vad händer om inget görs',
  tried:
    'redan prövat | already tried | prövat | provat | testat | tried | vad har ni prövat | ' +
    'tidigare försök | befintlig lösning | befintliga lösningar | nuläge | existing solution',
  whoElse:
    'vilka andra | who else | andra med samma behov | fler som delar | delas av | shared by | ' +
    'andra organisationer | other organisations',
  needArea:
    'behovsområde | need area | område | area | kategori | category | tema | theme | typ av behov | ' +
    'type of need | typ',
  domainArea: 'verksamhetsområde | domain area | domän | domain | sektor | sector | bransch | verksamhetsgren',
  urgency:
    'brådska | urgency | prio | prioritet | priority | angelägenhet | hur bråttom | bråttom | ' +
    'brådskande | prioritering',
  urgencyReason:
    'skäl till brådska | reason for urgency | varför bråttom | why urgent | motivering | skäl | ' +
    'tidskrav | deadline | behövs senast',
  contactName:
    'kontaktperson | contact person | kontakt | contact | kontakt namn | contact name | ansvarig | ' +
    'handläggare | responsible | uppgiftslämnare | kontaktperson namn | inskickad av',
  contactEmail:
    'e-post | email | e-mail | epost | mejl | mail | e-postadress | mejladress | kontakt e-post | ' +
    'kontakt epost | contact email | kontaktperson e-post | e-post till kontaktperson',
  date:
    'datum | date | inkom | received | inkommet | inkommen | skapad | created | registrerad | inlagd | ' +
    'upplagd | inskickad | tidpunkt | datum inkom | starttid | slutförandetid',
  informationClass:
    'informationsklass | information class | klassning | infoklass | informationsklassning | ' +
    'konfidentialitet | confidentiality | k klass | krt | klass | sekretess | säkerhetsklass',
}

const wordsOf = (field: ImportField) => headings[field].split(' | ')

/** Lower case, without what punctuation people vary: "Org.nr:" is "org nr". */
export function normalHeading(heading: string): string {
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()
}

const byHeading = new Map<string, ImportField>()
for (const field of Object.keys(headings) as ImportField[])
  for (const word of wordsOf(field)) byHeading.set(normalHeading(word) || word, field)
// The longest first: "organisationsnummer" says more than "nummer".
const partly = [...byHeading].filter(([words]) => words.length >= 4).sort(([a], [b]) => b.length - a.length)

/** The field that a heading names, and whether it names nothing else. */
export function headingsOf(heading: string): { field: ImportField; exact: boolean } | undefined {
  if (!heading) return undefined
  const exact = byHeading.get(heading)
  if (exact) return { field: exact, exact: true }
  const found = partly.find(([words]) => heading.includes(words))
  return found && { field: found[1], exact: false }
}

/** The heading of each field in the template. */
export function templateHeading(field: ImportField, locale: 'sv' | 'en'): string {
  const words = wordsOf(field)[locale === 'sv' ? 0 : 1] as string
  return words.charAt(0).toUpperCase() + words.slice(1)
}
