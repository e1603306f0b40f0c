import type { DecisionType } from '../committee/decision.ts'
import type { Named } from '../organisations/organisation.ts'
import type { MarkCounts } from '../problems/demand.ts'

/** A problem as a story names it: as it is called and shared today, as far as the viewer may know. */
export interface ProblemReference {
  number: number
  title: string
  demand: number
  /** It has gone up in another problem, and is shared by nobody any more. */
  merged: boolean
  marks: { counts: MarkCounts; unconfirmed: MarkCounts }
}

/** Who did it and why: people of the organisation by name only for those who may know who they are. */
interface Act {
  by: string | null
  reason?: string
}

export interface RankedIn {
  round: { number: number; title: string }
  place: number
  of: number
  /** Points of 100. */
  total: number
  assessors: number
  /** Other problems with the same total, and so the same place. */
  sharedWith: number
  /** Other places of the same round that it cannot be told apart from. */
  inseparableFrom: number[]
  /** Criteria that spoke most for it, the strongest first, and the one that spoke least. */
  strongest: { sv: string; en: string }[]
  weakest: { sv: string; en: string } | null
}

export interface DecidedOn {
  registryNumber: string
  type: DecisionType
  title: string
  text: string
  reasons: string
  body: string
  dissents: number
  masked: boolean
  supersededBy: string | null
  wakeOn: string | null
  wakeWhen: string | null
  months: { needed: number; committed: number }
  /** What exists already, that the decision points to. */
  resource: (Named & { key: string }) | null
}

/** What a station tells. The sentences are in the catalogues. */
export type Told =
  | ({ kind: 'submitted'; organisation: Named; registryNumber: string } & Act)
  | ({
      kind: 'relayed'
      network: (Named & { key: string }) | null
      reference: string | null
      registryNumber: string
    } & Act)
  | ({ kind: 'confirmed' | 'disowned' | 'withdrawn' | 'reopened' | 'acknowledged' | 'unlinked' } & Act)
  | ({ kind: 'corrected' | 'revised'; version: number } & Act)
  | ({ kind: 'revisedByNetwork'; version: number; network: Named | null } & Act)
  | ({ kind: 'withdrawnByNetwork'; network: Named | null } & Act)
  | { kind: 'shared'; organisations: Named[] }
  | ({
      kind: 'duplicateOf' | 'hasDuplicate'
      need: { id: string; title: string; registryNumber: string | null; organisation: Named }
    } & Act)
  | ({ kind: 'formed'; needs: number; problem: ProblemReference } & Act)
  | ({ kind: 'placed' | 'removed'; problem: ProblemReference } & Act)
  | ({
      kind: 'moved'
      how: 'moved' | 'merged' | 'unmerged' | 'split'
      from: ProblemReference
      problem: ProblemReference
    } & Act)
  | ({ kind: 'parked'; problem: ProblemReference; wakeOn: string | null; wakeWhen: string | null } & Act)
  | ({ kind: 'woken' | 'declined'; problem: ProblemReference } & Act)
  /** Sealed: that it goes on, and no more. The round itself only for those who may see it. */
  | { kind: 'assessing'; round: { number: number; title: string; assessBy: string | null } | null }
  | ({ kind: 'ranked' } & RankedIn)
  | ({ kind: 'decided' } & DecidedOn)
  /** `html` is the answer as the page of the need shows it. */
  | ({ kind: 'referred'; html: string; resource: (Named & { key: string }) | null } & Act)
  | ({ kind: 'helped' | 'notHelped' } & Act)
  /** In the story of many needs: the same thing done to several of them on one day, the first of them by name. */
  | { kind: 'acts'; act: NeedAct; count: number; orMore: boolean; needs: { id: string; title: string }[] }
  /** In the story of many needs: how many of them are in a problem. */
  | { kind: 'gathered'; problem: ProblemReference; needs: number }
  | Ahead

export type NeedAct =
  | 'submitted'
  | 'confirmed'
  | 'disowned'
  | 'withdrawn'
  | 'reopened'
  | 'referred'
  | 'helped'
  | 'notHelped'

/** What has not happened yet. */
export type Ahead =
  | { kind: 'awaitsConfirmation'; organisation: Named }
  | { kind: 'answerDue'; overdue: boolean }
  | { kind: 'awaitsReply' }
  | { kind: 'awaitsRound' }
  | { kind: 'awaitsDecision'; meeting: { id: string; title: string } | null }
  | { kind: 'workBegins'; type: DecisionType; months: { needed: number; committed: number } }
  | { kind: 'review'; registryNumber: string }
  | { kind: 'wakes'; when: string | null }
  | { kind: 'askedWhetherSolved' }
  | { kind: 'confirmationsDue'; count: number }
  | { kind: 'answersDue'; count: number; overdue: boolean }

export type Station = Told & {
  key: string
  /** An instant, a calendar date such as 2027-03-01, or null where nobody knows yet. */
  at: Date | string | null
  ahead: boolean
  /** In the story of many needs: the problems that it happened to, and how many of the needs are in each. */
  about?: { number: number; title: string; needs: number }[]
}

/** The one sentence that answers "what happened to my need?" as of now. */
export type StoryAnswer =
  | { kind: 'withdrawn' | 'disowned' | 'closed' | 'unconfirmed' }
  | { kind: 'received' | 'acknowledged' | 'overdue' | 'reopened' | 'notHelped'; due: Date | null }
  | { kind: 'answered'; resource: Named | null }
  | { kind: 'inProblem' | 'assessing' | 'declined'; problem: ProblemReference }
  | { kind: 'parked'; problem: ProblemReference; wakeOn: string | null; wakeWhen: string | null }
  | { kind: 'ranked'; problem: ProblemReference; place: number; of: number }
  | {
      kind: 'decided'
      problem: ProblemReference
      decision: { type: DecisionType; title: string; registryNumber: string } | null
    }
  | { kind: 'inProgress' | 'resolved'; problem: ProblemReference }

export interface NeedStory {
  answer: StoryAnswer
  /** What the organisation is waited for to do; null when nothing. */
  todo: 'confirm' | 'reply' | null
  stations: Station[]
}

/** The line of many needs: the latest of what happened, and what comes next. */
export interface GroupStory {
  stations: Station[]
  /** Stations before the first that is told. */
  earlier: number
}
