import { eq } from 'drizzle-orm'
import {
  addNeeds,
  createProblem,
  endorseProblem,
  linkResource,
  mergeProblems,
  parkProblem,
  renameProblem,
  splitProblem,
  unmergeProblem,
} from '../../app/domain/problems/problem-commands.server.ts'
import { addTerm } from '../../app/domain/problems/term-commands.server.ts'
import type { Person } from '../../app/domain/people/person.ts'
import { db } from '../../db/client.ts'
import { problems as problemRows } from '../../db/schema/problems.ts'
import type { Register } from '../load-register.ts'
import { problems } from '../problems.ts'
import { organisations } from '../reference/organisations.ts'
import type { SeedProblem } from '../reference/seed-types.ts'
import { disowned, type NeedIds } from './needs.ts'
import { firstRound } from './rounds.ts'
import { type Scene, type StoryTime, steady } from './scene.ts'

/** Ids of the problems, by key. */
export type ProblemIds = Map<string, string>

/** When the coordinator forms the problem, and when the needs that came later are added. */
export function formedDaysAgo(key: string): number {
  return firstRound.includes(key) ? 232 - steady(key, 6) : 74 - steady(key, 6)
}

export function problemScenes(register: Register, needIds: NeedIds, ids: ProblemIds, time: StoryTime): Scene[] {
  const ingrid = register.people.get('ingrid-stahl') as Person
  const johan = register.people.get('johan-myren') as Person
  return [
    ...problems.flatMap((problem) =>
      formation(problem, steady(problem.key, 3) === 0 ? johan : ingrid, needIds, ids, time),
    ),
    ...mistakes(ingrid, johan, needIds, ids, time),
    ...answers(register, ids, time),
    ...links(ingrid, register, ids, time),
    {
      at: time(180, 11),
      play: async () => {
        // As the networks that deal with the connection of industries write it.
        await addTerm(ingrid, {
          concept: 'nätbolag',
          sv: ['elnätsbolag', 'elnätsföretag'],
          en: ['grid operator', 'distribution system operator'],
        })
      },
    },
  ]
}

function formation(problem: SeedProblem, actor: Person, needIds: NeedIds, ids: ProblemIds, time: StoryTime): Scene[] {
  const day = formedDaysAgo(problem.key)
  const first = problem.needKeys.slice(0, Math.max(3, Math.ceil(problem.needKeys.length * 0.6)))
  const later = problem.needKeys.slice(first.length)
  const idsOf = (keys: string[]) => keys.flatMap((key) => (key === disowned?.key ? [] : (needIds.get(key) ?? [])))
  const scenes: Scene[] = [
    {
      at: time(day, 10, steady(problem.key, 60)),
      play: async () => {
        const { title, description, needArea } = problem
        const made = await createProblem(actor, {
          title,
          description,
          needArea,
          needIds: idsOf(first),
          reason: 'Behoven kan lösas av samma lösning.',
        })
        ids.set(problem.key, made.id)
      },
    },
  ]
  if (later.length > 0)
    scenes.push({
      at: time(day - 7, 14, steady(problem.title, 60)),
      play: async () => {
        const joining = idsOf(later)
        if (joining.length > 0)
          await addNeeds(actor, ids.get(problem.key) as string, joining, 'Samma hinder som i de andra behoven.')
      },
    })
  return scenes
}

/** What happens in real work: a merge that was wrong and undone, a problem that was two, a name that was bad. */
function mistakes(ingrid: Person, johan: Person, needIds: NeedIds, ids: ProblemIds, time: StoryTime): Scene[] {
  const id = (key: string) => ids.get(key) as string
  const need = (key: string) => needIds.get(key) as string
  return [
    {
      at: time(58, 9, 40),
      play: () =>
        mergeProblems(
          ingrid,
          id('secure-environments-for-more'),
          id('models-leaving-environments'),
          'Båda gäller säkra behandlingsmiljöer.',
        ),
    },
    {
      at: time(55, 16, 5),
      play: () =>
        unmergeProblem(
          johan,
          id('models-leaving-environments'),
          'De gäller olika saker: att få in data i miljön, och att få ut en modell ur den.',
        ),
    },
    {
      at: time(50, 11, 15),
      play: async () => {
        const [row] = await db
          .select()
          .from(problemRows)
          .where(eq(problemRows.id, id('open-data-alike')))
        if (!row) return
        await renameProblem(
          ingrid,
          row.id,
          {
            title: 'Publicera öppna data på samma sätt i hela landet',
            description: row.description,
            needArea: 'discoverability',
          },
          'Det handlar om att data ska gå att hitta, inte om kvaliteten i dem.',
          row.version,
        )
      },
    },
    {
      at: time(205, 13, 20),
      play: async () => {
        const split = await splitProblem(johan, id('text-image-and-sound'), {
          title: 'Bilder som ingen har märkt upp',
          description:
            'Bilder från vägar, planer och besiktningar som skulle kunna läsas av en modell om någon hade märkt upp dem.',
          needArea: 'data-quality',
          needIds: [need('askoga-vagbilder')],
          reason: 'Bilder kräver annan märkning än text och ljud.',
        } as never)
        ids.set('unlabelled-images', split.id)
      },
    },
    {
      at: time(201, 10, 10),
      play: () =>
        mergeProblems(
          ingrid,
          id('text-image-and-sound'),
          id('unlabelled-images'),
          'Båda väntar på samma vägledning om att märka upp data.',
        ),
    },
    {
      at: time(40, 15, 30),
      play: () =>
        parkProblem(ingrid, id('joint-eu-applications'), {
          reason: 'Nästa utlysning i programmet är inte beslutad. Vi tar upp frågan när den är känd.',
          wakeWhen: 'Kommissionen beslutar arbetsprogrammet för 2027–2028',
        }),
    },
  ]
}

/** Organisations that answer the question "do you have this?" without a need of their own. */
function answers(register: Register, ids: ProblemIds, time: StoryTime): Scene[] {
  const asked = organisations.filter((organisation) => organisation.invented).map((organisation) => organisation.key)
  return problems.flatMap((problem) =>
    asked
      .filter((organisation) => steady(`${organisation} ${problem.key} asked`, 100) < 12)
      .map((organisation) => ({
        at: time(Math.max(formedDaysAgo(problem.key) - 22 - steady(organisation, 20), 1), 12, steady(organisation, 60)),
        play: async () => {
          const person = register.representativeOf(organisation)
          const organisationId = register.organisations.get(organisation) as string
          const shares = steady(`${problem.key} ${organisation}`, 4) > 0
          // Who has a need in the problem already shares it; the rule says so and the story lets it.
          await endorseProblem(person, ids.get(problem.key) as string, {
            organisationId,
            answer: shares ? 'shares' : 'does_not',
            comment: shares ? 'Vi har samma fråga.' : 'Vi har löst det på eget håll.',
          }).catch(() => {})
        },
      })),
  )
}

function links(actor: Person, register: Register, ids: ProblemIds, time: StoryTime): Scene[] {
  const known: [problem: string, resource: string][] = [
    ['find-data-and-ai-resources', 'dataportalen'],
    ['legal-support-protected-data', 'innovationssandladan'],
    ['text-image-and-sound', 'ai-fabriken-mimer'],
    ['computing-for-the-small', 'ai-fabriken-mimer'],
    ['speech-to-text-in-care', 'ai-verkstaden'],
  ]
  return known.flatMap(([problem, resource]) => {
    const resourceId = register.resources.get(resource)
    if (!resourceId) return []
    return [
      {
        at: time(formedDaysAgo(problem) - 10, 9, 5),
        play: () => linkResource(actor, ids.get(problem) as string, resourceId),
      },
    ]
  })
}
