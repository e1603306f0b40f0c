import { eq } from 'drizzle-orm'
import { commitResources } from '../../app/domain/committee/commitment-commands.server.ts'
import { type DecisionInput, recordDecision } from '../../app/domain/committee/decision-commands.server.ts'
import {
  addAgendaItems,
  addRoundToAgenda,
  callMeeting,
  lockMinutes,
  openMeeting,
  planMeeting,
  recuseFromItem,
  rewordAgendaItem,
  setAttendance,
} from '../../app/domain/committee/meeting-commands.server.ts'
import type { Person } from '../../app/domain/people/person.ts'
import { db } from '../../db/client.ts'
import { agendaItems } from '../../db/schema/committee.ts'
import type { Register } from '../load-register.ts'
import type { ProblemIds } from './problems.ts'
import type { RoundIds } from './rounds.ts'
import { comingDay, dateOf, type Scene, type StoryTime } from './scene.ts'

const committee = [
  'anders-wiklund',
  'leila-hosseini',
  'karin-oberg',
  'sofia-brandt',
  'karim-haddad',
  'per-nordahl',
  'mattias-ronn',
]

export function meetingScenes(
  register: Register,
  problemIds: ProblemIds,
  roundIds: RoundIds,
  time: StoryTime,
  today: Date,
): Scene[] {
  const person = (key: string) => register.people.get(key) as Person
  const johan = person('johan-myren')
  const heldAt = time(95, 13)
  const meeting = { id: '' }
  const decided = new Map<string, string>()
  const coming = { id: '' }
  return [
    {
      at: time(116, 11),
      play: async () => {
        meeting.id = await planMeeting(johan, {
          body: 'committee',
          title: 'Utskottets möte om första omgången',
          startsAt: heldAt,
          place: 'Digg, Sundsvall, och på distans',
          quorum: 4,
          chairId: person('anders-wiklund').id,
          secretaryId: johan.id,
        })
        await addRoundToAgenda(johan, meeting.id, roundIds[0] as string, 8)
        for (const [key, proposal] of Object.entries(proposals))
          await rewordAgendaItem(johan, await itemOf(meeting.id, problemIds.get(key) as string), { proposal })
      },
    },
    { at: time(103, 10), play: () => callMeeting(johan, meeting.id) },
    { at: heldAt, play: () => openMeeting(johan, meeting.id) },
    {
      at: time(95, 13, 4),
      play: () =>
        setAttendance(
          johan,
          meeting.id,
          committee.filter((key) => key !== 'mattias-ronn').map((key) => person(key).id),
        ),
    },
    {
      at: time(95, 13, 10),
      play: async () =>
        recuseFromItem(johan, await itemOf(meeting.id, problemIds.get('shared-authorisation') as string), {
          personId: person('karim-haddad').id,
          reason: 'Statens registerverk har lämnat ett av behoven och skulle bygga lösningen.',
        }),
    },
    ...Object.entries(decisionsOf(register, time)).map(([key, decision], at) => ({
      at: time(95, 13, 20 + at * 4),
      play: async () => {
        const made = await recordDecision(johan, await itemOf(meeting.id, problemIds.get(key) as string), decision)
        decided.set(key, made.id)
      },
    })),
    { at: time(93, 9, 30), play: () => lockMinutes(johan, meeting.id, { approverId: person('leila-hosseini').id }) },
    ...commitments(register, decided, time),
    {
      at: time(12, 14),
      play: async () => {
        coming.id = await planMeeting(johan, {
          body: 'committee',
          title: 'Utskottets möte i december',
          startsAt: comingDay(today, 9),
          place: 'På distans',
          quorum: 4,
          chairId: person('anders-wiklund').id,
          secretaryId: johan.id,
        })
        await addAgendaItems(johan, coming.id, [
          {
            kind: 'problem',
            problemId: problemIds.get('open-data-alike') as string,
            proposal: 'Ge Digg i uppdrag att ta fram en gemensam profil för öppna data från kommuner och regioner.',
            rapporteurId: person('sofia-brandt').id,
          },
          {
            kind: 'report',
            title: 'Lägesrapport om resursåtagandena från första mötet',
            text: 'Nio av tolv personmånader är utlovade till arbetsgruppen om skyddade data. Utskottet tar ställning till hur resten ska lösas.',
            rapporteurId: person('leila-hosseini').id,
          },
        ])
      },
    },
    { at: time(2, 10), play: () => callMeeting(johan, coming.id) },
    {
      at: time(5, 15),
      play: () =>
        planMeeting(johan, {
          body: 'tactical_forum',
          title: 'Taktiskt samordningsforum',
          startsAt: comingDay(today, 24),
          place: 'Digg, Stockholm',
          quorum: 2,
        }),
    },
  ]
}

async function itemOf(meetingId: string, problemId: string): Promise<string> {
  const items = await db.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId))
  const item = items.find((one) => one.problemId === problemId)
  if (!item) throw new Error(`No item about problem ${problemId}`)
  return item.id
}

const proposals: Record<string, string> = {
  'legal-support-protected-data': 'Inrätta en tematisk arbetsgrupp med jurister från stat, region och kommun.',
  'find-data-and-ai-resources':
    'Utveckla dataportalen inom Ena så att den visar AI-modeller och säkra behandlingsmiljöer.',
  'shared-authorisation': 'Begär ett regeringsuppdrag om gemensam behörighet mellan maskiner.',
  'text-image-and-sound':
    'Inrätta en tematisk arbetsgrupp som tar fram vägledning om att märka upp text, bild och ljud.',
  'owners-and-metadata': 'Hänvisa till det stöd för metadata som finns.',
  'share-specialists': 'Låt Digg ta fram ett rättsligt klargörande om att låna ut specialister.',
  'grid-connection': 'Parkera frågan till dess EU-utlysningen är känd.',
  'coordination-that-lasts': 'Gå inte vidare. Frågan bereds i Regeringskansliet.',
}

function decisionsOf(register: Register, time: StoryTime): Record<string, DecisionInput> {
  const person = (key: string) => register.people.get(key) as Person
  const effectiveOn = dateOf(time(95))
  return {
    'find-data-and-ai-resources': {
      type: 'ena_development',
      title: 'Sveriges dataportal ska visa AI-modeller och säkra behandlingsmiljöer',
      text: 'att dataportalen utvecklas inom Ena så att den visar AI-modeller, säkra behandlingsmiljöer och hur var och en har prövats. En första version ska kunna användas av alla inom ett halvår.',
      reasons:
        'Arton organisationer av fyra slag har samma behov. Problemet kom först i omgången i nästan varje viktning. Det som saknas är beskrivningar, inte teknik, och Ena har redan ansvaret för portalen.',
      effectiveOn,
      reviewOn: dateOf(new Date(time(95).getTime() + 190 * 86_400_000)),
      needed: [
        { competence: 'data-governance', personMonths: 6 },
        { competence: 'testing', personMonths: 4 },
      ],
      neededSek: 1_200_000,
    },
    'legal-support-protected-data': {
      type: 'thematic_group',
      title: 'Arbetsgrupp och rättsligt förtydligande om skyddade data där de finns',
      text: 'att inrätta en tematisk arbetsgrupp om hur skyddade data får användas där de finns. Gruppen ska inom fyra månader lämna rättsliga bedömningar som alla kan återanvända, med början i frågan om kommunal omsorg.',
      reasons:
        'Tekniken och viljan finns. Det som stoppar är att varje organisation gör sin egen bedömning, med olika svar. En gemensam bedömning gör nytta för alla som väntar, och Integritetsskyddsmyndighetens arbete visar att det går.',
      effectiveOn,
      reviewOn: dateOf(new Date(time(95).getTime() + 150 * 86_400_000)),
      needed: [
        { competence: 'law', personMonths: 8 },
        { competence: 'testing', personMonths: 2 },
        { competence: 'data-governance', personMonths: 2 },
      ],
      neededSek: 1_400_000,
      dissents: [
        {
          personId: person('karin-oberg').id,
          text: 'Gruppen borde börja i vården. Där är frågan avgränsad och det finns två prövade fall att utgå från.',
        },
      ],
      votes: { for: 4, against: 1, abstained: 1 },
    },
    'shared-authorisation': {
      type: 'government_commission',
      title: 'Begäran om regeringsuppdrag: gemensam behörighet mellan maskiner',
      text: 'att Digg begär ett regeringsuppdrag om gemensam behörighet när AI-tjänster hämtar data hos andra. Begäran ska bygga på de två prövade anslutningarna i registren.',
      reasons:
        'Frågan kräver att flera myndigheter ändrar sina system samtidigt. Det kan ingen besluta ensam. Erfarenheterna från de två prövade anslutningarna i registren visar vad som krävs.',
      secretPassages: ['de två prövade anslutningarna i registren'],
      secrecyProvision: '18 kap. 8 § offentlighets- och sekretesslagen (2009:400)',
      effectiveOn,
      reviewOn: dateOf(new Date(time(95).getTime() + 365 * 86_400_000)),
      needed: [{ competence: 'identity', personMonths: 18 }],
      neededSek: 2_600_000,
    },
    'text-image-and-sound': {
      type: 'thematic_group',
      title: 'Arbetsgrupp om att göra text, bild och ljud användbara',
      text: 'att inrätta en tematisk arbetsgrupp som tar fram en gemensam vägledning för att märka upp text, bild och ljud, och prövar den på tre samlingar.',
      reasons:
        'Alla väntar på samma vägledning. Tre organisationer har samlingar som går att pröva på utan att uppgifter lämnar dem.',
      effectiveOn,
      reviewOn: dateOf(new Date(time(95).getTime() + 240 * 86_400_000)),
      needed: [
        { competence: 'data-governance', personMonths: 5 },
        { competence: 'law', personMonths: 2 },
        { competence: 'computing', personMonths: 2 },
      ],
      neededSek: 1_100_000,
    },
    'owners-and-metadata': {
      type: 'existing_resource',
      title: 'Hänvisning till stödet för informationsförvaltning',
      text: 'att hänvisa till det stöd för metadata som redan finns, och ber Digg att göra det lättare att hitta.',
      reasons: 'Stödet finns och har prövats av flera kommuner. De som har behovet kände inte till det.',
      resourceId: register.resources.get('metadatatest') ?? null,
      effectiveOn,
    },
    'share-specialists': {
      type: 'legal_clarification',
      title: 'Rättsligt klargörande om att låna ut specialister',
      text: 'att Digg tar fram ett rättsligt klargörande om hur offentliga organisationer får låna ut jurister och dataspecialister till varandra.',
      reasons:
        'Flera vill dela, men är osäkra på om det är en upphandling. Ett klargörande krävs innan något annat kan göras.',
      effectiveOn,
      reviewOn: dateOf(new Date(time(95).getTime() + 120 * 86_400_000)),
      needed: [{ competence: 'law', personMonths: 3 }],
    },
    'grid-connection': {
      type: 'park',
      title: 'Nätanslutning över organisationsgränser får vänta på EU-utlysningen',
      text: 'att parkera frågan tills utlysningen i programmet för ett digitalt Europa är känd.',
      reasons: 'Insatsen är stor och går inte att bära med de resurser som finns. En utlysning på området väntas.',
      wakeOn: dateOf(new Date(time(95).getTime() + 200 * 86_400_000)),
      wakeWhen: 'Kommissionen öppnar utlysningen om energidata',
      effectiveOn,
    },
    'coordination-that-lasts': {
      type: 'decline',
      title: 'Samordning som består: ingen åtgärd av utskottet',
      text: 'att inte gå vidare med frågan.',
      reasons:
        'Frågan ligger i förslaget om samverkansstrukturen, som regeringen bereder. Utskottet kan inte föregripa det.',
      effectiveOn,
    },
  }
}

function commitments(register: Register, decided: Map<string, string>, time: StoryTime): Scene[] {
  const from = dateOf(time(80))
  const until = dateOf(new Date(time(80).getTime() + 240 * 86_400_000))
  const made: [
    person: string,
    organisation: string,
    decision: string,
    months: number,
    sek: number,
    competence: string,
    note: string,
  ][] = [
    [
      'bengt-sandahl',
      'statistiska-centralbyran',
      'legal-support-protected-data',
      2,
      0,
      'data-governance',
      'En metodstatistiker på halvtid.',
    ],
    [
      'monika-hedlund',
      'socialstyrelsen',
      'legal-support-protected-data',
      4,
      400_000,
      'law',
      'Två jurister med erfarenhet av hälsodata.',
    ],
    ['ingrid-stahl', 'digg', 'legal-support-protected-data', 3, 500_000, 'law', 'Samordning och en jurist.'],
    [
      'ingrid-stahl',
      'digg',
      'find-data-and-ai-resources',
      6,
      900_000,
      'data-governance',
      'Utvecklingen av dataportalen.',
    ],
    [
      'bengt-sandahl',
      'statistiska-centralbyran',
      'find-data-and-ai-resources',
      2,
      0,
      'testing',
      'Prövning av beskrivningarna.',
    ],
  ]
  return made.map(([person, organisation, decision, personMonths, sek, competence, note], at) => ({
    at: time(82 - at * 2, 10, at * 7),
    play: () =>
      commitResources(register.people.get(person) as Person, decided.get(decision) as string, {
        organisationId: register.organisations.get(organisation) as string,
        personMonths,
        sek,
        competence,
        note,
        from,
        until,
      }),
  }))
}
