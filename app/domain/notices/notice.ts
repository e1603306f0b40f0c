export const noticesPerPage = 30
export const followsPerPage = 50

/** Whom an event concerns beside those who follow what it is about. */
export type Concern =
  /** Representatives of the organisations that are subjects of the event. */
  | 'organisations'
  /** Coordinators of the networks that are subjects of the event. */
  | 'networks'
  /** Representatives of every organisation that shares the problems that are subjects, and those who follow needs in them. */
  | 'problemSharers'
  /** Representatives of the organisations that have the needs that are subjects, or share them. */
  | 'needSharers'
  /** The assessors of the round. */
  | 'assessors'
  /** Committee members and resource owners. */
  | 'committee'
  | 'coordinators'
  /** Whoever committed something to the decisions that are subjects, and resource owners of the same organisations. */
  | 'committers'

/**
 * The events that people are told of, and whom they concern. What is not here is seen by those who look.
 * Sealed work (who has assessed what) is never told of.
 */
export const noticed = {
  'need.submitted': ['coordinators'],
  'need.relayed': ['organisations'],
  'need.acknowledged': ['organisations'],
  'need.revised': [],
  'need.confirmed': [],
  'need.corrected': ['networks'],
  'need.disowned': ['coordinators', 'networks'],
  'need.endorsed': ['organisations'],
  'need.referred': ['organisations'],
  'need.helped': [],
  'need.notHelped': ['coordinators'],
  'need.withdrawn': [],
  'need.reopened': ['coordinators'],
  'need.linked': ['organisations'],
  'need.unlinked': ['organisations'],
  'problem.created': ['problemSharers'],
  'problem.opened': ['problemSharers'],
  'problem.needsAdded': ['problemSharers'],
  'problem.needsMoved': ['problemSharers'],
  'problem.needsRemoved': ['needSharers'],
  'problem.renamed': ['problemSharers'],
  'problem.merged': ['problemSharers'],
  'problem.split': ['problemSharers'],
  'problem.parked': ['problemSharers'],
  'problem.woken': ['problemSharers'],
  'problem.declined': ['problemSharers'],
  'problem.asked': ['organisations'],
  'round.opened': ['assessors'],
  'round.revealed': ['assessors', 'committee'],
  'round.published': ['problemSharers', 'assessors', 'committee'],
  'meeting.called': ['committee'],
  'meeting.minuted': ['committee'],
  'decision.recorded': ['problemSharers', 'committers'],
  'commitment.made': [],
  'commitment.withdrawn': [],
  'import.finished': [],
} as const satisfies Record<string, Concern[]>

export type NoticedVerb = keyof typeof noticed
export const noticedVerbs = Object.keys(noticed) as NoticedVerb[]

export function isNoticed(verb: string): verb is NoticedVerb {
  return verb in noticed
}

/** What a notice may repeat of an event: names and numbers of things, and reasons. Never contents or contact details. */
const told = [
  'title',
  'before',
  'number',
  'registryNumber',
  'reason',
  'absorbedNumber',
  'absorbedTitle',
  'newNumber',
  'newTitle',
  'toNumber',
  'toTitle',
  'problemNumber',
  'problemTitle',
  'meetingTitle',
  'organisation',
  'organisationEn',
  'count',
  'fileName',
  'supersedes',
] as const

/** Words and numbers of the event that the sentence of the notice may use. */
export function noticeData(change: Record<string, unknown>): Record<string, string | number> {
  const data: Record<string, string | number> = {}
  for (const key of told) {
    const value = change[key]
    if (typeof value === 'number' || (typeof value === 'string' && value !== '')) data[key] = value
  }
  return data
}

/**
 * By which events a person begins to follow what they are about: who hands in, shares, answers or commits wants to know
 * how it goes.
 */
export const followedByActing: Record<string, 'need' | 'problem' | 'decision' | 'import'> = {
  // An import takes a while and is ended by the platform: whoever started it is told.
  'import.started': 'import',
  'need.submitted': 'need',
  'need.endorsed': 'need',
  'need.confirmed': 'need',
  'need.corrected': 'need',
  'problem.endorsed': 'problem',
  'commitment.made': 'decision',
}

const ofDecisions: readonly string[] = ['decision.recorded', 'commitment.made', 'commitment.withdrawn']

/** Events of a problem that say nothing but which needs are in it: whoever has one of them is told which. */
const ofNeeds: readonly string[] = ['problem.needsAdded', 'problem.needsMoved', 'problem.needsRemoved']

export function tellsOfNeeds(verb: string): boolean {
  return ofNeeds.includes(verb)
}

/** A secret decision is told of by its number alone; one that supersedes another says which. One's own needs are named. */
export function sentenceOf(notice: { verb: string; data: Record<string, string | number> }): string {
  const secret = ofDecisions.includes(notice.verb) && notice.data.title === undefined
  if (secret) return `${notice.verb}Secretly`
  if (tellsOfNeeds(notice.verb) && notice.data.needTitle !== undefined) return `${notice.verb}Own`
  return notice.verb === 'decision.recorded' && notice.data.supersedes !== undefined
    ? 'decision.superseding'
    : notice.verb
}
