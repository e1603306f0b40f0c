/**
 * What happened: the demonstration, told through the same commands that people use, each at its own time.
 * It shows every stage: drafts, relayed needs that wait for an answer, duplicates, problems with their ledgers,
 * a round that was closed and published, one that is open, a meeting that was held and one that comes.
 */
import { and, isNull, lt } from 'drizzle-orm'
import { db, transaction } from '../db/client.ts'
import { notices } from '../db/schema/notices.ts'
import { setClock } from '../app/domain/clock.ts'
import { indexEverything } from '../app/domain/search/documents.server.ts'
import { drainJobs } from '../app/jobs/worker.server.ts'
import { loadRegister } from './load-register.ts'
import { meetingScenes } from './story/meetings.ts'
import { type NeedIds, needScenes } from './story/needs.ts'
import { type ProblemIds, problemScenes } from './story/problems.ts'
import { type RoundIds, roundScenes } from './story/rounds.ts'
import { type Scene, storyTime } from './story/scene.ts'

export async function tellStory(today = new Date()): Promise<void> {
  // One transaction: a demonstration is whole or is not there, and the disk is waited for once.
  await transaction(() => playScenes(today))
  await transaction(async () => {
    await drainJobs()
    // Resources come with the register, without events of their own.
    await indexEverything()
    // People have read what they were told of, but for the last days.
    const read = and(isNull(notices.readAt), lt(notices.at, storyTime(today)(9)))
    await db.update(notices).set({ readAt: today }).where(read)
  })
}

async function playScenes(today: Date): Promise<void> {
  const time = storyTime(today)
  const register = await loadRegister(time(320))
  const needIds: NeedIds = new Map()
  const problemIds: ProblemIds = new Map()
  const roundIds: RoundIds = []
  const scenes: Scene[] = [
    ...needScenes(register, needIds, time),
    ...problemScenes(register, needIds, problemIds, time),
    ...roundScenes(register, problemIds, roundIds, time, today),
    ...meetingScenes(register, problemIds, roundIds, time, today),
  ]
  scenes.sort((a, b) => a.at.getTime() - b.at.getTime())
  try {
    for (const { at, play } of scenes) {
      setClock(at)
      await play()
    }
  } finally {
    setClock()
  }
}
