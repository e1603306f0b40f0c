import type { DomainArea, NeedArea, NeedContent } from './need.ts'
import { domainAreas, needAreas } from './need.ts'
import { plainWords } from './plain-words.ts'

type Urgency = NonNullable<NeedContent['urgency']>

const urgencyWords: [Urgency, RegExp][] = [
  [
    'high',
    /^(hög\w*|high|brådskar|brådskande|bråttom|akut\w*|urgent|kritisk\w*|critical|mycket|nu|genast|a|1|prio 1|p1|must|måste|röd)\b/,
  ],
  ['medium', /^(medel\w*|mellan|medium|normal\w*|inom ett år|within a year|b|2|prio 2|p2|should|bör|gul)\b/],
  ['low', /^(låg\w*|low|kan vänta|can wait|inte bråttom|ej bråttom|c|3|prio 3|p3|could|kan|grön)\b/],
]

/** How urgent a cell says it is, and the reason that may follow: "Hög, inför årsskiftet". Undefined where it says neither. */
export function readUrgency(words: string): { urgency: Urgency; reason: string } | undefined {
  const [first = '', ...rest] = words.split(/[,:;–—(]|\s-\s|\.\s/)
  const urgency = urgencyWords.find(([, pattern]) => pattern.test(`${plainWords(first)} `))?.[0]
  if (!urgency) return undefined
  const reason = words
    .slice(first.length)
    .replace(/^[\s,:;–—(.-]+|\)$/g, '')
    .trim()
  return { urgency, reason: rest.length > 0 ? reason : '' }
}

const needAreaWords: Record<NeedArea, string[]> = {
  coordination: ['samordning', 'coordination', 'koordinering'],
  reuse: ['återanvändning', 'reuse and scaling', 'reuse', 'återbruk', 'skalning', 'återanvändning och skalning'],
  discoverability: ['upptäckbarhet', 'discoverability', 'hitta data', 'sökbarhet'],
  access: [
    'villkor och åtkomst',
    'conditions and access',
    'åtkomst',
    'access',
    'tillgång till data',
    'villkor',
    'datadelning',
    'data sharing',
  ],
  identity: ['identitet och tillit', 'identity and trust', 'identitet', 'identity', 'behörighet', 'tillit', 'trust'],
  'data-quality': ['datakvalitet', 'data quality', 'kvalitet'],
  'data-management': [
    'intern datahantering',
    'internal data management',
    'datahantering',
    'data management',
    'informationshantering',
    'metadata',
    'informationsklassning',
  ],
  competence: ['kompetens', 'competence', 'skills', 'kunskap', 'utbildning'],
  'lasting-collaboration': ['hållbar samverkan', 'lasting collaboration', 'samverkan', 'collaboration'],
  delivery: [
    'från samverkan till resultat',
    'from collaboration to results',
    'resultat',
    'results',
    'leverans',
    'delivery',
    'införande',
  ],
}

const domainAreaWords: Record<DomainArea, string[]> = {
  health: ['hälso och sjukvård', 'health care', 'vård', 'sjukvård', 'hälsa', 'health', 'healthcare'],
  'social-services': [
    'socialtjänst och omsorg',
    'social services and care',
    'socialtjänst',
    'omsorg',
    'äldreomsorg',
    'social services',
  ],
  education: ['skola och utbildning', 'schools and education', 'skola', 'utbildning', 'förskola', 'education'],
  labour: ['arbetsmarknad', 'labour market', 'labour'],
  justice: ['rättsväsende', 'justice'],
  transport: [
    'transport och trafik',
    'transport and traffic',
    'transport',
    'trafik',
    'infrastruktur',
    'kollektivtrafik',
  ],
  energy: ['energi', 'energy', 'elnät'],
  environment: [
    'miljö och klimat',
    'environment and climate',
    'miljö',
    'klimat',
    'environment',
    'va och avfall',
    'avfall',
  ],
  planning: [
    'samhällsbyggnad och geodata',
    'planning and geodata',
    'samhällsbyggnad',
    'bygg',
    'bygglov',
    'geodata',
    'planning',
    'fysisk planering',
  ],
  preparedness: [
    'beredskap och säkerhet',
    'preparedness and security',
    'beredskap',
    'säkerhet',
    'räddningstjänst',
    'preparedness',
  ],
  casework: [
    'handläggning och service',
    'casework and service',
    'handläggning',
    'service',
    'kundtjänst',
    'medborgarservice',
    'administration',
    'casework',
  ],
  'taxes-and-benefits': [
    'skatt stöd och försäkring',
    'taxes benefits and insurance',
    'skatt',
    'försäkring',
    'tax',
    'benefits',
  ],
  culture: [
    'kultur bibliotek och arkiv',
    'culture libraries and archives',
    'kultur',
    'bibliotek',
    'arkiv',
    'fritid',
    'kultur och fritid',
    'culture',
  ],
  research: ['forskning och statistik', 'research and statistics', 'forskning', 'statistik', 'research'],
  business: [
    'näringsliv och upphandling',
    'business and procurement',
    'näringsliv',
    'upphandling',
    'business',
    'inköp',
  ],
  'cross-sector': [
    'sektorsövergripande',
    'cross sector',
    'alla',
    'hela organisationen',
    'gemensamt',
    'övergripande',
    'all',
  ],
}

function vocabulary<Area extends string>(areas: readonly Area[], words: Record<Area, string[]>): Map<string, Area> {
  return new Map(
    areas.flatMap((area, at) => [
      [plainWords(area), area] as const,
      [String(at + 1), area] as const,
      ...words[area].map((word) => [plainWords(word), area] as const),
    ]),
  )
}

const needAreaOf = vocabulary(needAreas, needAreaWords)
const domainAreaOf = vocabulary(domainAreas, domainAreaWords)

/** One of the ten need areas, by its name in either language, its key, its number or a common word for it. */
export const readNeedArea = (words: string): NeedArea | undefined =>
  needAreaOf.get(plainWords(words).replace(/^\d+ (?=\p{L})/u, ''))
export const readDomainArea = (words: string): DomainArea | undefined =>
  domainAreaOf.get(plainWords(words).replace(/^\d+ (?=\p{L})/u, ''))

export interface InformationClass {
  confidentiality: number
  integrity?: number
  availability?: number
}

/** "K2", "2", "K1R2T1", "K: 1, R: 2". Undefined where it cannot be told, and then nothing may be taken for harmless. */
export function readClass(words: string): InformationClass | undefined {
  const level = (letter: string) =>
    new RegExp(`(?:^|[^\\p{L}])${letter}\\s*[:=-]?\\s*([0-4])(?!\\d)`, 'iu').exec(
      words.replace(/([0-4])(?=[krt])/giu, '$1 '),
    )?.[1]
  const alone = /^\s*([0-4])\s*$/.exec(words)?.[1]
  const k = level('k') ?? level('konfidentialitet') ?? level('confidentiality') ?? alone
  if (k === undefined) return undefined
  const [r, t] = [level('r'), level('t')]
  return { confidentiality: Number(k), ...(r && { integrity: Number(r) }), ...(t && { availability: Number(t) }) }
}

const months = ['jan', 'feb', 'mar', 'apr', 'ma[jy]', 'jun', 'jul', 'aug', 'sep', 'o[kc]t', 'nov', 'dec'].map(
  (name) => new RegExp(`^${name}`),
)

/** A calendar date as 2026-05-12, from the ways in which Swedish and English lists write it. Undefined where it is none. */
export function readDate(words: string): string | undefined {
  const text = words.trim().toLowerCase()
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[t\s].*)?$/.exec(text)
  if (iso) return realDate(iso[1], iso[2], iso[3])
  const short = /^(\d{1,2})[/.-](\d{1,2})[/.\s-]+(\d{4})$/.exec(text)
  if (short) return realDate(short[3], short[2], short[1])
  const named =
    /^(\d{1,2})\.?\s+(\p{L}+)\.?,?\s+(\d{4})$/u.exec(text) ?? swapped(/^(\p{L}+)\s+(\d{1,2}),?\s+(\d{4})$/u.exec(text))
  const month = named ? months.findIndex((pattern) => pattern.test(named[2] as string)) + 1 : 0
  return named && month > 0 ? realDate(named[3], month, named[1]) : undefined
}

const swapped = (match: RegExpExecArray | null) => match && [match[0], match[2], match[1], match[3]]

function realDate(year: unknown, month: unknown, day: unknown): string | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const right = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return right ? date.toISOString().slice(0, 10) : undefined
}

const email = /[^\s<>,;()"']+@[^\s<>,;()"']+\.[^\s<>,;()"']+/

/** A cell that may hold a name, an address or both: "Åsa Öberg <asa@ekvalla.example>". */
export function readContact(words: string): { name: string; email: string } {
  const address = email.exec(words)?.[0]?.replace(/[.]$/, '') ?? ''
  const name = words
    .replace(address, '')
    .replace(/mailto:/i, '')
    .replace(/[<>()]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:/-]+|[\s,;:/-]+$/g, '')
  return { name: address ? name : words, email: address }
}
