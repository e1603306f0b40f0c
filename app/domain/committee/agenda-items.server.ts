import { eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { agendaItems } from '../../../db/schema/committee.ts'
import { rounds } from '../../../db/schema/priorities.ts'
import { problems } from '../../../db/schema/problems.ts'
import { NotFound, Refusal } from '../refusal.ts'
import { isDecidable } from './decision.ts'
import type { ItemKind } from './meeting.ts'
import { listItems, type Meeting, nextPosition } from './meeting-loading.server.ts'

export interface ItemWording {
  title?: string
  text?: string
  /** What the coordinator proposes that the body decides. */
  proposal?: string
  rapporteurId?: string | null
  secret?: boolean
  secrecyProvision?: string
}

export interface ItemToAdd extends ItemWording {
  kind: ItemKind
  problemId?: string | null
  roundId?: string | null
}

/** Puts items last on the agenda, with the titles of their problems or rounds where they have none of their own. */
export async function insertItems(meeting: Meeting, items: ItemToAdd[]) {
  const first = await nextPosition(meeting.id)
  const rows = []
  for (const [at, item] of items.entries()) {
    const title = item.title?.trim() || (await ownTitle(item))
    if (!title) throw new Refusal('itemTitleMissing')
    rows.push({
      ...wordsOf({ ...item, title }),
      id: newId(),
      meetingId: meeting.id,
      position: first + at,
      kind: item.kind,
      problemId: item.problemId ?? null,
      roundId: item.roundId ?? null,
    })
  }
  await requireNotTwice(meeting.id, rows)
  await db.insert(agendaItems).values(rows)
  return rows
}

/** One problem is one item of a meeting. */
async function requireNotTwice(meetingId: string, rows: { problemId: string | null }[]): Promise<void> {
  const there = (await listItems(meetingId)).flatMap((item) => item.problemId ?? [])
  const all = [...there, ...rows.flatMap((row) => row.problemId ?? [])]
  if (new Set(all).size < all.length) throw new Refusal('problemOnAgenda')
}

async function ownTitle(item: ItemToAdd): Promise<string> {
  if (item.problemId) {
    const [problem] = await db
      .select({ title: problems.title, status: problems.status })
      .from(problems)
      .where(eq(problems.id, item.problemId))
    if (!problem) throw new NotFound('problem')
    if (!isDecidable(problem.status)) throw new Refusal('problemNotDecidable')
    return problem.title
  }
  if (item.roundId) {
    const [round] = await db.select({ title: rounds.title }).from(rounds).where(eq(rounds.id, item.roundId))
    if (!round) throw new NotFound('round')
    return round.title
  }
  return ''
}

/** The words of an item as they are stored. */
export function wordsOf(item: ItemWording & { title: string }) {
  return {
    title: item.title.trim(),
    text: item.text?.trim() ?? '',
    proposal: item.proposal?.trim() ?? '',
    rapporteurId: item.rapporteurId || null,
    secret: item.secret ?? false,
    secrecyProvision: item.secret ? (item.secrecyProvision?.trim() ?? '') : '',
  }
}
