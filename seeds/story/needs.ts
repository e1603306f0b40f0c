import {
  confirmRelayedNeed,
  correctRelayedNeed,
  disownRelayedNeed,
  relayNeed,
} from '../../app/domain/needs/relay-commands.server.ts'
import { saveNeedDraft, startNeed, submitNeed } from '../../app/domain/needs/draft-commands.server.ts'
import { acknowledgeNeed } from '../../app/domain/needs/need-commands.server.ts'
import { linkDuplicate } from '../../app/domain/needs/duplicate-commands.server.ts'
import { endorseNeed } from '../../app/domain/needs/endorsement-commands.server.ts'
import type { NeedContent } from '../../app/domain/needs/need.ts'
import { referNeed, replyToReferral } from '../../app/domain/needs/referral-commands.server.ts'
import { eq } from 'drizzle-orm'
import { db } from '../../db/client.ts'
import { needs as needRows } from '../../db/schema/needs.ts'
import type { Person } from '../../app/domain/people/person.ts'
import type { Register } from '../load-register.ts'
import { needs } from '../needs/needs.ts'
import { individualNeeds, problems } from '../problems.ts'
import { organisations } from '../reference/organisations.ts'
import type { SeedNeed } from '../reference/seed-types.ts'
import { firstRound } from './rounds.ts'
import { type Scene, type StoryTime, steady } from './scene.ts'

/** Ids of the needs that have been handed in so far, by key. */
export type NeedIds = Map<string, string>

const inProblem = new Map(problems.flatMap((problem) => problem.needKeys.map((need) => [need, problem.key])))
const individual = new Map(individualNeeds.map(({ need, resources }) => [need, resources]))

/** Each need is handed in at its own time: those of the first round first, those in the inbox in the last weeks. */
function submittedDaysAgo(need: SeedNeed): number {
  const problem = inProblem.get(need.key)
  if (problem && firstRound.includes(problem)) return 245 + steady(need.key, 60)
  if (problem) return 85 + steady(need.key, 110)
  if (individual.has(need.key)) return 20 + steady(need.key, 150)
  return 1 + steady(need.key, 17)
}

export function needScenes(register: Register, ids: NeedIds, time: StoryTime): Scene[] {
  const coordinator = register.people.get('ingrid-stahl') as Person
  return [
    ...needs.flatMap((need) => lifeOf(need, register, ids, time, coordinator)),
    ...endorsementScenes(register, ids, time),
    ...draftScenes(register, time),
    ...duplicateScenes(ids, time, coordinator),
  ]
}

function lifeOf(need: SeedNeed, register: Register, ids: NeedIds, time: StoryTime, coordinator: Person): Scene[] {
  const day = submittedDaysAgo(need)
  const hour = 8 + steady(need.key, 9)
  const minute = steady(need.title, 60)
  const owner = register.representativeOf(need.organisation)
  const id = () => ids.get(need.key) as string
  const scenes: Scene[] = [
    {
      at: time(day, hour, minute),
      play: async () => void ids.set(need.key, await handIn(need, register, owner)),
    },
  ]
  if (need.network) scenes.push(...answersToRelay(need, id, owner, time, day))
  // The newest stand in the inbox, not yet read.
  if (day > 6) scenes.push({ at: time(day - 3, 9, minute), play: () => acknowledgeNeed(coordinator, id()) })
  const resources = individual.get(need.key)
  if (resources) scenes.push(...answerScenes(need, resources, register, id, owner, time, day, coordinator))
  return scenes
}

async function handIn(need: SeedNeed, register: Register, owner: Person): Promise<string> {
  const organisationId = register.organisations.get(need.organisation) as string
  const fields = contentOf(need, owner)
  const id = need.network
    ? await relayNeed(register.coordinatorOf(need.network), {
        ...fields,
        networkId: register.networks.get(need.network) as string,
        organisationId,
        reference: need.networkReference,
        status: need.networkStatus,
      })
    : await startNeed(owner, { organisationId })
  if (!need.network) {
    await saveNeedDraft(owner, id, fields, { reached: 'check' })
    await submitNeed(owner, id)
  }
  await db.update(needRows).set({ source: need.source }).where(eq(needRows.id, id))
  return id
}

function contentOf(need: SeedNeed, owner: Person): NeedContent {
  return {
    title: need.title,
    description: need.description,
    affected: need.affected,
    consequence: need.consequence,
    tried: need.tried,
    whoElse: need.whoElse ?? '',
    domainArea: need.domainArea,
    needArea: need.needArea,
    dataKind: need.dataKind,
    pattern: need.pattern ?? null,
    legalQuestions: need.legalQuestions ?? '',
    competences: need.competences,
    urgency: need.urgency,
    urgencyReason: need.urgencyReason,
    euRelevance: need.euRelevance ?? '',
    contactName: owner.name,
    contactEmail: owner.email,
    confidentiality: need.informationClass.k,
    integrity: need.informationClass.r,
    availability: need.informationClass.t,
  }
}

const relayed = needs.filter((need) => need.network && inProblem.has(need.key))
const corrected = relayed[2]
export const disowned = relayed[6]

/** Most organisations confirm what a network handed in for them; some have not answered, one corrects, one disowns. */
function answersToRelay(need: SeedNeed, id: () => string, owner: Person, time: StoryTime, day: number): Scene[] {
  const place = relayed.indexOf(need)
  const at = time(Math.max(day - 9, 1), 14, steady(need.key, 60))
  if (owner.name === 'Jonas Brolin' || day < 12 || (place >= 0 && place % 5 === 4)) return []
  if (need === corrected)
    return [
      {
        at,
        play: () =>
          correctRelayedNeed(owner, id(), {
            affected: `${need.affected} Nätverket hade skrivit fel enhet, nu är det rätt.`,
          }),
      },
    ]
  if (need === disowned)
    return [
      {
        at,
        play: () => disownRelayedNeed(owner, id(), 'Det här är inte vårt behov. Det gäller regionen, inte oss.'),
      },
    ]
  return [{ at, play: () => confirmRelayedNeed(owner, id()) }]
}

function answerScenes(
  need: SeedNeed,
  resources: string[],
  register: Register,
  id: () => string,
  owner: Person,
  time: StoryTime,
  day: number,
  coordinator: Person,
): Scene[] {
  const [first] = resources
  const answer = answers[need.key]
  if (!first || !answer) throw new Error(`No answer has been written to ${need.key}`)
  const resourceId = register.resources.get(first)
  if (!resourceId) throw new Error(`No resource ${first}`)
  const scenes: Scene[] = [
    {
      at: time(day - 8, 11, steady(need.key, 60)),
      play: () => referNeed(coordinator, id(), { kind: 'environment', resourceId, answer }),
    },
  ]
  const reply = replies[need.key]
  if (reply) scenes.push({ at: time(Math.max(day - 14, 1), 15), play: () => replyToReferral(owner, id(), reply) })
  return scenes
}

const answers: Record<string, string> = {
  'hedvika-vem-ringa':
    'Börja med leverantören, och skriv ned vad som hände så att ni kan visa det. AI-verkstaden har en enkel genomgång av vad man gör när en modell svarar fel. Ring dem, ni får hjälp samma vecka.',
  'lindhamra-kameror-atervinning':
    'Frågan om räkning i kameran passar Integritetsskyddsmyndighetens innovationsportal, som har vägledning om just kameror. Räcker det inte kan ni söka till innovationssandlådan.',
  'fastrmobi-mobil-kommunikation':
    'Det ni beskriver går att pröva i innovationssandlådan. För den tekniska delen har RISE testmiljöer som tar emot företag.',
  'kvarnasa-prova-metadata':
    'Metadatatestet på dataportalen visar vad som saknas i er beskrivning. Det är öppet för alla och kräver inget konto.',
  'ronnvika-vilken-licens':
    'Rekommendationen är CC0 eller CC BY. Läs rekommendationen om licenser, den har exempel från kommuner.',
  'stenaker-formulera-behov':
    'AI-verkstaden håller i en halv dag där ni formulerar behovet tillsammans. Boka direkt hos dem.',
  'tallmora-sekretess-till-region':
    'Säker digital kommunikation är byggt för det här. Kontakta er regions samordnare för att ansluta, det brukar ta två till tre månader.',
  'dalhamra-busstider':
    'Trafiklab har tidtabeller och realtid för hela landet som öppna data. Ni behöver bara en nyckel.',
  'forsnas-yrkesdata':
    'Arbetsförmedlingens JobTech har yrken och kompetenser som öppna data, med exempel på hur man använder dem.',
  'almhaga-namnden-forsta':
    'AI-verkstaden har ett underlag för nämnder på en timme. Ni kan hålla genomgången själva eller be dem komma.',
  'hogskolan-granasa-patientbilder':
    'TEF-Health tar emot er typ av prövning. Innovationsportalen hos Integritetsskyddsmyndigheten svarar på hur samtycket ska se ut.',
  'vasthav-kartlagga-behandling':
    'Innovationsportalen hos Integritetsskyddsmyndigheten har en mall för kartläggningen, med ett ifyllt exempel från en region.',
  'bergsnas-p-tillstand':
    'Förtroendemodellen beskriver steg för steg hur ni prövar modellen innan handläggarna använder den.',
  'norrvalla-gamla-covidsiffror': 'De gamla siffrorna finns kvar som öppna data, med beskrivning av hur de togs fram.',
  'sjohaga-prova-sensorer':
    'RISE har testmiljöer för sensorer i vård och omsorg. Skriv till dem med er beskrivning, den räcker.',
}
const replies: Record<string, { helped: boolean; reply: string }> = {
  'dalhamra-busstider': { helped: true, reply: 'Precis vad vi behövde. Skärmarna är igång.' },
  'ronnvika-vilken-licens': { helped: true, reply: 'Tack, vi valde CC0.' },
  'kvarnasa-prova-metadata': { helped: true, reply: 'Nu vet vi vad som fattas.' },
  'stenaker-formulera-behov': {
    helped: true,
    reply: 'Halva dagen räckte. Vi lämnar ett nytt behov i nästa månad.',
  },
  'tallmora-sekretess-till-region': {
    helped: false,
    reply: 'Regionen är inte ansluten och vet inte när den blir det. Vi skickar fortfarande papper.',
  },
}

const comments = [
  'Samma läge hos oss, sedan ett par år.',
  'Vi har pausat två projekt av samma skäl.',
  'Vi kan bidra med erfarenheter från ett försök.',
  'Gäller även våra bolag.',
  '',
]

/**
 * Organisations that share a need, chosen steadily, so that every problem is shared by several and none by all.
 * Only invented ones: what a real organisation needs is what the reports say of it.
 */
function endorsementScenes(register: Register, ids: NeedIds, time: StoryTime): Scene[] {
  const joiners = organisations.filter((organisation) => organisation.invented).map((organisation) => organisation.key)
  // A need may be in two problems; an organisation says once that it shares it.
  const said = new Set<string>()
  return problems.flatMap((problem) => {
    const shown = problem.needKeys
      .map((key) => needs.find((need) => need.key === key))
      .filter((need) => need !== undefined && need !== disowned && need.informationClass.k < 2) as SeedNeed[]
    const own = new Set(shown.map((need) => need.organisation))
    const joining = joiners.filter(
      (organisation) => !own.has(organisation) && steady(organisation + problem.key, 100) < 33,
    )
    return joining.flatMap((organisation) => {
      const need = shown[steady(organisation, shown.length)]
      if (!need || said.has(`${organisation} ${need.key}`)) return []
      said.add(`${organisation} ${need.key}`)
      const person = register.representativeOf(organisation)
      const organisationId = register.organisations.get(organisation) as string
      const comment = comments[steady(organisation + problem.key, comments.length)] as string
      const at = time(Math.max(submittedDaysAgo(need) - 20 - steady(organisation, 40), 2), 13, steady(organisation, 60))
      return [{ at, play: () => endorseNeed(person, ids.get(need.key) as string, { organisationId, comment }) }]
    })
  })
}

function draftScenes(register: Register, time: StoryTime): Scene[] {
  const drafts: [person: string, organisation: string, daysAgo: number, step: string, fields: Partial<NeedContent>][] =
    [
      [
        'tove-hagman',
        'ekvalla-kommun',
        3,
        'tried',
        {
          title: 'Vi vet inte om bygglovsarkivet får läsas av en språkmodell',
          description:
            'Arkivet är skannat och ska gå att söka i. Ingen hos oss kan säga om bilagorna får lämna vår egen server.',
          affected: 'Bygglovsenheten och de som bygger.',
        },
      ],
      [
        'petra-lovgren',
        'region-ostvik',
        1,
        'need',
        { title: 'Samtycke till forskning går inte att följa mellan system', description: '' },
      ],
    ]
  return drafts.map(([key, organisation, daysAgo, step, fields]) => ({
    at: time(daysAgo, 16, 20),
    play: async () => {
      const person = register.people.get(key) as Person
      const id = await startNeed(person, {
        organisationId: register.organisations.get(organisation) as string,
      })
      await saveNeedDraft(person, id, fields, { reached: step })
    },
  }))
}

/** The same need came by two ways, and one organisation took its need back. */
function duplicateScenes(ids: NeedIds, time: StoryTime, coordinator: Person): Scene[] {
  const pairs: [key: string, original: string, reason: string][] = [
    [
      'mellansjo-journaltext-skr',
      'mellansjo-journaler-direkt',
      'Regionen lämnade samma behov själv och genom nätverket.',
    ],
    ['askoga-gatubilder', 'askoga-vagbilder', 'Samma bilder och samma enhet, beskrivna två gånger.'],
  ]
  return pairs.map(([key, original, reason]) => ({
    at: time(Math.max(Math.min(daysAgoOf(key), daysAgoOf(original)) - 2, 1), 10, 30),
    play: () => linkDuplicate(coordinator, ids.get(key) as string, ids.get(original) as string, reason),
  }))

  function daysAgoOf(key: string): number {
    const need = needs.find((one) => one.key === key)
    if (!need) throw new Error(`No need ${key}`)
    return submittedDaysAgo(need)
  }
}
