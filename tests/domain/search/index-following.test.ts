import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '../../../db/client.ts'
import { jobs } from '../../../db/schema/jobs.ts'
import { askToIndex, indexFollowing, indexJob } from '../../../app/domain/search/index-following.server.ts'
import type { SearchDocument, SearchEngine } from '../../../app/domain/search/search.ts'
import { chooseSearchEngine } from '../../../app/domain/search/search-engine.server.ts'
import { aNeed } from '../../support/builders-needs.ts'

const put: SearchDocument[] = []
const engine = (state: { answers: boolean; refuses?: boolean }): SearchEngine => ({
  async put(documents) {
    if (!state.answers || state.refuses) throw new Error('no answer')
    put.push(...documents)
  },
  remove: async () => {},
  clear: async () => {},
  search: async () => ({ hits: [], counts: {}, meant: null }),
  isHealthy: async () => state.answers,
})
const waiting = () => db.select().from(jobs).where(eq(jobs.key, indexJob))

describe('bringing search up to date', () => {
  beforeEach(async () => {
    put.length = 0
    await db.delete(jobs)
  })

  test('one job waits for all that ask, from the earliest event', async () => {
    for (const seq of [7, 5, 9]) await askToIndex(seq)
    expect((await waiting()).map((job) => job.payload)).toEqual([{ seq: 5 }])
  })

  test('everything since is indexed, each thing once', async () => {
    chooseSearchEngine(engine({ answers: true }))
    const made = [await aNeed(), await aNeed()]
    await indexFollowing(1)
    expect(put.map((document) => document.nounId).sort()).toEqual(made.map(({ id }) => id).sort())
  })

  test('an engine that is down is asked again later, without the job failing', async () => {
    chooseSearchEngine(engine({ answers: false }))
    await aNeed()
    await indexFollowing(1)
    const [asked] = await waiting()
    expect(asked?.payload).toEqual({ seq: 1 })
    expect(asked?.runAt.getTime()).toBeGreaterThan(Date.now() + 10_000)
  })

  test('an engine that answers and refuses is a failure of the job', async () => {
    chooseSearchEngine(engine({ answers: true, refuses: true }))
    await aNeed()
    await expect(indexFollowing(1)).rejects.toThrow('no answer')
  })
})
