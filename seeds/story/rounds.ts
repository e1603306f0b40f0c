import type { Person } from '../../app/domain/people/person.ts'
import { defaultCriteria } from '../../app/domain/priorities/default-criteria.ts'
import {
  closeRound,
  createRound,
  finishAssessment,
  inviteAssessors,
  openRound,
  publishRound,
  recuseFromProblem,
  revealRound,
  saveAssessment,
  setRoundProblems,
} from '../../app/domain/priorities/round-commands.server.ts'
import type { Register } from '../load-register.ts'
import { problems } from '../problems.ts'
import type { ProblemIds } from './problems.ts'
import { comingDay, dateOf, type Scene, seasonOf, type StoryTime, steady } from './scene.ts'

/** Problems of the first round, which was closed and published. */
export const firstRound = [
  'find-data-and-ai-resources',
  'legal-support-protected-data',
  'shared-authorisation',
  'text-image-and-sound',
  'share-specialists',
  'owners-and-metadata',
  'grid-connection',
  'coordination-that-lasts',
]
/** Problems of the second round, which is being assessed now. */
export const secondRound = [
  'reuse-assessments',
  'test-language-models',
  'prototype-to-operation',
  'computing-for-the-small',
  'secure-environments-for-more',
  'models-leaving-environments',
  'speech-to-text-in-care',
  'synthetic-test-data',
  'answer-and-sort-questions',
]

/** Ids of the rounds: first, second. */
export type RoundIds = string[]

const assessors = ['elin-forsgren', 'karim-haddad', 'lena-sjoo', 'per-nordahl', 'sara-wikner', 'mattias-ronn']
/** Karim Haddad's authority has a need in these and would get what is decided. */
const recused: Record<string, string> = {
  'shared-authorisation': 'Statens registerverk har lämnat ett av behoven och skulle bygga lösningen.',
  'models-leaving-environments': 'Statens registerverk driver en av miljöerna.',
}

/** How strong each problem is, criterion by criterion, in the order of the default criteria: benefit … effort. */
const strength: Record<string, number[]> = {
  'find-data-and-ai-resources': [4, 4, 3, 4, 3, 4, 3, 3, 3],
  'legal-support-protected-data': [4, 4, 4, 3, 2, 4, 3, 4, 2],
  'shared-authorisation': [4, 4, 3, 4, 2, 4, 3, 3, 1],
  'text-image-and-sound': [3, 3, 3, 3, 3, 4, 3, 2, 2],
  'share-specialists': [3, 3, 2, 3, 3, 2, 1, 3, 3],
  'owners-and-metadata': [4, 2, 2, 3, 3, 3, 1, 3, 3],
  'grid-connection': [2, 4, 3, 3, 1, 2, 3, 2, 1],
  'coordination-that-lasts': [3, 4, 2, 2, 2, 2, 1, 2, 3],
}

const remarks = [
  'Behoven beskriver samma hinder, och ingen kan lösa det ensam.',
  'Många väntar på samma svar. Ett svar räcker för alla.',
  'Tekniken finns. Det som saknas är ett gemensamt sätt att göra det på.',
  'Det finns en risk att vi bygger något som redan finns.',
  'Rättsläget är oklart och tar tid att reda ut.',
  'Går att börja i liten skala och utöka.',
  'Europeiska kommissionen arbetar med samma fråga.',
  'Flera har redan pausat sina projekt.',
  'Kräver personer som alla andra också behöver.',
]

export function roundScenes(
  register: Register,
  problemIds: ProblemIds,
  ids: RoundIds,
  time: StoryTime,
  today: Date,
): Scene[] {
  const ingrid = register.people.get('ingrid-stahl') as Person
  const johan = register.people.get('johan-myren') as Person
  return [
    ...setUp(ingrid, register, problemIds, ids, 0, firstRound, seasonOf(time(124)), dateOf(time(124)), time, 152),
    ...assessors.flatMap((key, at) => sitting(key, firstRound, register, problemIds, ids, 0, time, 146 - at * 3, 1)),
    { at: time(122, 9, 5), play: () => revealRound(ingrid, ids[0] as string) },
    { at: time(120, 15, 40), play: () => closeRound(ingrid, ids[0] as string) },
    { at: time(118, 10), play: () => publishRound(ingrid, ids[0] as string) },
    ...setUp(
      johan,
      register,
      problemIds,
      ids,
      1,
      secondRound,
      seasonOf(comingDay(today, 17)),
      dateOf(comingDay(today, 17)),
      time,
      19,
    ),
    ...sitting('lena-sjoo', secondRound, register, problemIds, ids, 1, time, 9, 1),
    ...sitting('karim-haddad', secondRound, register, problemIds, ids, 1, time, 7, 0.7),
    ...sitting('elin-forsgren', secondRound, register, problemIds, ids, 1, time, 4, 0.45),
    ...sitting('per-nordahl', secondRound, register, problemIds, ids, 1, time, 3, 0.3),
  ]
}

function setUp(
  actor: Person,
  register: Register,
  problemIds: ProblemIds,
  ids: RoundIds,
  index: number,
  chosen: string[],
  title: string,
  assessBy: string,
  time: StoryTime,
  day: number,
): Scene[] {
  const id = () => ids[index] as string
  return [
    {
      at: time(day, 9, 30),
      play: async () => {
        const round = await createRound(actor, { title, assessBy, topPlaces: 3, capMonths: 40, capSek: 5_000_000 })
        ids[index] = round.id
        const efforts = chosen.map((key) => problems.find((problem) => problem.key === key)?.effort)
        await setRoundProblems(
          actor,
          round.id,
          chosen.map((key, at) => ({ problemId: problemIds.get(key) as string, ...efforts[at] })),
        )
        await inviteAssessors(
          actor,
          round.id,
          assessors.map((key) => (register.people.get(key) as Person).id),
        )
      },
    },
    { at: time(day - 4, 12), play: () => openRound(actor, id(), { seed: 20_260_828 + index }) },
  ]
}

/** One assessor's work: `share` of the problems, in order, finished when it is all of them. */
function sitting(
  key: string,
  chosen: string[],
  register: Register,
  problemIds: ProblemIds,
  ids: RoundIds,
  index: number,
  time: StoryTime,
  day: number,
  share: number,
): Scene[] {
  const assessor = register.people.get(key) as Person
  const done = chosen.slice(0, Math.round(chosen.length * share))
  const scenes = done.map((problem, at) => ({
    at: time(day, 9 + Math.floor(at / 3), (at % 3) * 20),
    play: async () => {
      const problemId = problemIds.get(problem) as string
      const reason = key === 'karim-haddad' ? recused[problem] : undefined
      if (reason) await recuseFromProblem(assessor, ids[index] as string, problemId, reason)
      else await saveAssessment(assessor, ids[index] as string, problemId, scoresOf(key, problem))
    },
  }))
  if (share < 1) return scenes
  return [...scenes, { at: time(day, 16), play: () => finishAssessment(assessor, ids[index] as string) }]
}

/** The assessor's view of the problem: near its strength, a step up or down where people differ. */
function scoresOf(assessor: string, problem: string) {
  return Object.fromEntries(
    defaultCriteria.map((criterion, at) => {
      const base = strength[problem]?.[at] ?? 1 + steady(problem + criterion.key, 4)
      const turn = steady(assessor + problem + criterion.key, 8)
      const value = Math.max(
        0,
        Math.min(4, base + (turn === 0 ? -1 : turn === 1 ? 1 : turn === 2 && at === 4 ? -2 : 0)),
      )
      const says = steady(criterion.key + assessor + problem, 3) === 0
      return [criterion.key, { value, reason: says ? (remarks[at] ?? '') : '' }]
    }),
  )
}
