import { listDecisions } from '../committee/decision-queries.server.ts'
import { anonymous } from '../people/person.ts'
import { listProblems } from '../problems/problem-queries.server.ts'
import { countedOnce } from '../events/counted-once.server.ts'
import { drawFlow } from './flow-picture.ts'
import { countPublicFigures } from './public-figures.server.ts'

const fewProblems = 4
const fewDecisions = 3

/** All that the public start page shows: the same for everyone, counted once for each state of the trail. */
export function publicStart() {
  return countedOnce('public start', async () => {
    const [figures, problems, decisions] = await Promise.all([
      countPublicFigures(),
      listProblems(anonymous, { sort: 'demand', perPage: fewProblems }),
      listDecisions(anonymous),
    ])
    const { drawn: _drawn, otherNeeds: _otherNeeds, round, ...shown } = figures
    return {
      figures: { ...shown, round: round && { number: round.number, title: round.title, ranked: round.ranked } },
      picture: drawFlow(figures),
      problems: problems.rows,
      decisions: decisions.rows
        .slice(0, fewDecisions)
        .map(({ registryNumber, hidden, title, type, decidedAt, provision, inForce, wakeOn, needArea }) => ({
          registryNumber,
          hidden,
          title,
          type,
          decidedAt,
          provision,
          inForce,
          wakeOn,
          needArea,
        })),
    }
  })
}
export type PublicStart = Awaited<ReturnType<typeof publicStart>>
