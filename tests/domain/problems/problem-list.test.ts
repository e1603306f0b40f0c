import { expect, test } from 'vitest'
import { declineProblem } from '../../../app/domain/problems/problem-commands.server.ts'
import { listProblems } from '../../../app/domain/problems/problem-queries.server.ts'
import { anonymous } from '../../../app/domain/people/person.ts'
import { aProblem } from './problem-builders.ts'

test('beside each filter stands how many there would be, whatever is chosen in it', async () => {
  await aProblem({ needArea: 'access' })
  await aProblem({ needArea: 'access' })
  await aProblem({ needArea: 'identity' })
  await aProblem()
  await aProblem({ needArea: 'access', status: 'proposed' })
  const declined = await aProblem({ needArea: 'access' })
  await declineProblem(declined.actor, declined.id, 'Löst på annat håll.')

  const counted = async (filter: Parameters<typeof listProblems>[1]) => {
    const { rows, total, byStatus, byArea } = await listProblems(anonymous, filter)
    return { rows: rows.length, total, byStatus, byArea }
  }
  expect(await counted({})).toEqual({
    rows: 5,
    total: 5,
    byStatus: { open: 4, declined: 1 },
    byArea: { access: 3, identity: 1 },
  })
  expect(await counted({ status: 'open' })).toEqual({
    rows: 4,
    total: 4,
    byStatus: { open: 4, declined: 1 },
    byArea: { access: 2, identity: 1 },
  })
  expect(await counted({ area: 'access', perPage: 2 })).toEqual({
    rows: 2,
    total: 3,
    byStatus: { open: 2, declined: 1 },
    byArea: { access: 3, identity: 1 },
  })
  expect(await counted({ area: 'identity', status: 'declined' })).toMatchObject({ rows: 0, total: 0 })
})
