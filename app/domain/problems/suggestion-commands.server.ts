import { eq } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { problemNeeds, problems, suggestions } from '../../../db/schema/problems.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { linkDuplicate, unlinkDuplicate } from '../needs/duplicate-commands.server.ts'
import type { Person } from '../people/person.ts'
import { can } from '../people/permissions.ts'
import { NotFound, NotPermitted, Refusal } from '../refusal.ts'
import { emptyProblem } from './problem-emptying.server.ts'
import {
  addNeeds,
  createProblem,
  linkResource,
  mergeProblems,
  removeNeeds,
  splitProblem,
  unlinkResource,
  unmergeProblem,
} from './problem-commands.server.ts'
import { personId } from './problem-changing.server.ts'
import type { SuggestionStatus, SuggestionUndo } from './suggestion.ts'

export type Suggestion = typeof suggestions.$inferSelect

/** What an answer led to: a problem to look at, or a need. */
export interface Answered {
  kind: Suggestion['kind']
  problemId: string | null
  needId: string | null
}

/** Does what the suggestion proposes, through the same command that a person would use: one event, and undoable. */
export function acceptSuggestion(actor: Person, id: string, reason = ''): Promise<Answered> {
  return answer(actor, id, 'accepted', (suggestion) => carryOut(actor, suggestion, reason))
}

/** What may be changed before a suggestion is carried out. */
export interface Change {
  problemId?: string
  needIds?: readonly string[]
  title?: string
  description?: string
  reason?: string
}

/** Carries out the suggestion as the coordinator has changed it: other needs, another problem, another name. */
export function changeSuggestion(actor: Person, id: string, change: Change): Promise<Answered> {
  return answer(actor, id, 'changed', (suggestion) =>
    // A need that was to found a problem may turn out to belong to one that there is.
    change.problemId && suggestion.kind === 'new'
      ? carryOut(
          actor,
          {
            ...suggestion,
            kind: 'join',
            problemId: change.problemId,
            needIds: [...(change.needIds ?? suggestion.needIds)],
          },
          change.reason ?? '',
        )
      : carryOut(
          actor,
          {
            ...suggestion,
            problemId: suggestion.kind === 'join' ? (change.problemId ?? suggestion.problemId) : suggestion.problemId,
            needIds: [...(change.needIds ?? suggestion.needIds)],
            title: change.title ?? suggestion.title,
          },
          change.reason ?? '',
          change.description,
        ),
  )
}

/** Says no. It does not come back unless something in it changes. */
export function rejectSuggestion(actor: Person, id: string): Promise<Answered> {
  return answer(actor, id, 'rejected', async (suggestion) => {
    await command(actor, (record) =>
      record({
        verb: 'suggestion.rejected',
        noun: 'suggestion',
        id,
        change: { kind: suggestion.kind, needCount: suggestion.needIds.length },
      }),
    )
    return { problemId: suggestion.problemId, needId: suggestion.leadNeedId, undo: { act: 'reopen' } }
  })
}

/** Takes the last answer back: what it did is undone, and the suggestion is open again. */
export function undoSuggestion(actor: Person, id: string): Promise<Answered> {
  return transaction(async () => {
    const suggestion = await load(actor, id)
    if (suggestion.status === 'open' || suggestion.status === 'stale' || !suggestion.undo)
      throw new Refusal('suggestionNotUndoable')
    await takeBack(actor, suggestion, suggestion.undo as SuggestionUndo)
    await db
      .update(suggestions)
      .set({ status: 'open', undo: null, answeredById: null, answeredAt: null })
      .where(eq(suggestions.id, id))
    return { kind: suggestion.kind, problemId: suggestion.problemId, needId: suggestion.leadNeedId }
  })
}

type Outcome = { problemId: string | null; needId: string | null; undo: SuggestionUndo }

function answer(
  actor: Person,
  id: string,
  status: SuggestionStatus,
  work: (suggestion: Suggestion) => Promise<Outcome>,
): Promise<Answered> {
  return transaction(async () => {
    const suggestion = await load(actor, id)
    if (suggestion.status === 'stale') throw new Refusal('suggestionOutdated')
    if (suggestion.status !== 'open') throw new Refusal('suggestionAnswered')
    const { undo, ...outcome } = await work(suggestion)
    await db
      .update(suggestions)
      .set({ status, undo: { ...undo }, answeredById: personId(actor), answeredAt: now() })
      .where(eq(suggestions.id, id))
    return { kind: suggestion.kind, ...outcome }
  })
}

async function load(actor: Person, id: string): Promise<Suggestion> {
  if (!can(actor, 'problem.build')) throw new NotPermitted('problem.build')
  const [suggestion] = await db.select().from(suggestions).where(eq(suggestions.id, id))
  if (!suggestion) throw new NotFound('suggestion')
  return suggestion
}

const suggested = { suggested: true } as const
const undo = { undo: true } as const

async function carryOut(actor: Person, suggestion: Suggestion, reason: string, description = ''): Promise<Outcome> {
  const { kind, needIds, problemId, otherId, title, leadNeedId } = suggestion
  switch (kind) {
    case 'join': {
      const target = must(problemId)
      const inside = await db
        .select({ needId: problemNeeds.needId })
        .from(problemNeeds)
        .where(eq(problemNeeds.problemId, target))
      const arriving = needIds.filter((needId) => !inside.some((row) => row.needId === needId))
      await addNeeds(actor, target, needIds, reason, suggested)
      return {
        problemId: target,
        needId: leadNeedId,
        undo: { act: 'removeNeeds', problemId: target, needIds: arriving },
      }
    }
    case 'new': {
      const { id } = await createProblem(actor, { title, description, needIds, needArea: null, reason, way: suggested })
      const [made] = await db.select({ version: problems.version }).from(problems).where(eq(problems.id, id))
      return {
        problemId: id,
        needId: leadNeedId,
        undo: { act: 'emptyProblem', problemId: id, version: made?.version ?? 1 },
      }
    }
    case 'duplicate':
      await linkDuplicate(actor, must(leadNeedId), must(otherId), reason)
      return { problemId: null, needId: leadNeedId, undo: { act: 'unlinkDuplicate', needId: must(leadNeedId) } }
    case 'merge':
      await mergeProblems(actor, must(problemId), must(otherId), reason, suggested)
      return { problemId, needId: null, undo: { act: 'unmerge', problemId: must(otherId) } }
    case 'split': {
      const made = await splitProblem(actor, must(problemId), { title, needIds, reason, way: suggested })
      // What was split off goes back whole by going up in the problem that it came from.
      return {
        problemId: made.id,
        needId: null,
        undo: { act: 'removeNeeds', problemId: made.id, needIds: [...needIds] },
      }
    }
    case 'resource':
      await linkResource(actor, must(problemId), must(otherId))
      return {
        problemId,
        needId: null,
        undo: { act: 'unlinkResource', problemId: must(problemId), resourceId: must(otherId) },
      }
  }
}

async function takeBack(actor: Person, suggestion: Suggestion, act: SuggestionUndo): Promise<void> {
  switch (act.act) {
    case 'removeNeeds': {
      if (suggestion.kind === 'split') return mergeProblems(actor, must(suggestion.problemId), act.problemId, '', undo)
      const rows = await db
        .select({ needId: problemNeeds.needId })
        .from(problemNeeds)
        .where(eq(problemNeeds.problemId, act.problemId))
      const there = act.needIds.filter((needId) => rows.some((row) => row.needId === needId))
      if (there.length === 0) throw new Refusal('suggestionNotUndoable')
      return removeNeeds(actor, act.problemId, there, '', undo)
    }
    case 'emptyProblem':
      return emptyProblem(actor, act.problemId, act.version)
    case 'unlinkDuplicate':
      return unlinkDuplicate(actor, act.needId)
    case 'unmerge':
      return unmergeProblem(actor, act.problemId, '')
    case 'unlinkResource':
      return unlinkResource(actor, act.problemId, act.resourceId)
    case 'reopen':
      await command(actor, (record) =>
        record({
          verb: 'suggestion.reopened',
          noun: 'suggestion',
          id: suggestion.id,
          change: { kind: suggestion.kind },
        }),
      )
  }
}

function must(id: string | null): string {
  if (id === null) throw new Refusal('suggestionOutdated')
  return id
}
