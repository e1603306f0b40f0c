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
import { requirePerson } from './members.server.ts'

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
    await requirePerson(item.rapporteurId)
    const subject = await titleOfSubject(item)
    const title = item.title?.trim() || subject
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

/** The title of the problem or round that the item is about, which has to be there also where another title is given. */
async function titleOfSubject({ problemId, roundId }: ItemToAdd): Promise<string> {
  const ofRound = roundId ? await titleOfRound(roundId) : ''
  if (!problemId) return ofRound
  const [problem] = await db
    .select({ title: problems.title, status: problems.status })
    .from(problems)
    .where(eq(problems.id, problemId))
  if (!problem) throw new NotFound('problem')
  if (!isDecidable(problem.status)) throw new Refusal('problemNotDecidable')
  return problem.title
}

async function titleOfRound(roundId: string): Promise<string> {
  const [round] = await db.select({ title: rounds.title }).from(rounds).where(eq(rounds.id, roundId))
  if (!round) throw new NotFound('round')
  return round.title
}

/** The last item of the agenda, where it is this very one: the form was sent twice. A problem is refused by its own rule. */
export async function findLastItem(meetingId: string, item: ItemToAdd): Promise<string | undefined> {
  const last = (await listItems(meetingId)).at(-1)
  if (!last || item.problemId || last.problemId || last.kind !== item.kind) return undefined
  const words = wordsOf({ ...item, title: item.title?.trim() || (item.roundId ? last.title : '') })
  const same = (Object.keys(words) as (keyof typeof words)[]).every((word) => last[word] === words[word])
  return same && last.roundId === (item.roundId ?? null) ? last.id : undefined
}

/** The words of an item as they are stored. Refused where it is secret and no provision says why. */
export function wordsOf(item: ItemWording & { title: string }) {
  if (item.secret && !item.secrecyProvision?.trim()) throw new Refusal('secrecyProvisionMissing')
  return {
    title: item.title.trim(),
    text: item.text?.trim() ?? '',
    proposal: item.proposal?.trim() ?? '',
    rapporteurId: item.rapporteurId || null,
    secret: item.secret ?? false,
    secrecyProvision: item.secret ? (item.secrecyProvision?.trim() ?? '') : '',
  }
}
