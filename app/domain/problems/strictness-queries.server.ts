import { desc, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { people } from '../../../db/schema/people.ts'
import { suggestions } from '../../../db/schema/problems.ts'
import { strictnessSettings } from '../../../db/schema/similarity.ts'
import { DEFAULT_STRICTNESS, strictnessInUse, strictnessLearnt } from './strictness.ts'

/** The latest answers tell what coordinators want now. */
const answersRead = 2000

export interface StrictnessState {
  default: number
  /** What answers have taught. Derived from the answers themselves, so that an answer taken back teaches nothing. */
  learnt: number
  /** What coordinators have set on top of it: above zero is stricter. */
  offset: number
  inUse: number
  setting: { reason: string; at: Date; by: string | null } | null
}

/** How strict suggestions are now, and why. */
export async function strictnessNow(): Promise<StrictnessState> {
  const answers = await db
    .select({ kind: suggestions.kind, status: suggestions.status, score: suggestions.score })
    .from(suggestions)
    .where(inArray(suggestions.status, ['accepted', 'rejected']))
    .orderBy(desc(suggestions.answeredAt), desc(suggestions.id))
    .limit(answersRead)
  const [set] = await db
    .select({
      offset: strictnessSettings.offset,
      reason: strictnessSettings.reason,
      at: strictnessSettings.createdAt,
      by: people.name,
    })
    .from(strictnessSettings)
    .leftJoin(people, eq(people.id, strictnessSettings.setById))
    .orderBy(desc(strictnessSettings.createdAt), desc(strictnessSettings.id))
    .limit(1)
  const learnt = strictnessLearnt(answers)
  const offset = set?.offset ?? 0
  return {
    default: DEFAULT_STRICTNESS,
    learnt,
    offset,
    inUse: strictnessInUse(learnt, offset),
    setting: set ? { reason: set.reason, at: set.at, by: set.by } : null,
  }
}
