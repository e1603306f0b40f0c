import { daysBetween } from '../clock.ts'

/** The bodies that decide, from the one that prepares to the one that steers. */
export const bodies = ['committee', 'tactical_forum', 'strategic_forum'] as const
export type Body = (typeof bodies)[number]

export const meetingStatuses = ['planned', 'called', 'in_session', 'minuted'] as const
export type MeetingStatus = (typeof meetingStatuses)[number]

export const itemKinds = ['problem', 'round', 'report', 'other'] as const
export type ItemKind = (typeof itemKinds)[number]

export const meetingsPerPage = 20

/** Which roles have a seat in each body. */
export const seatsOf: Record<Body, readonly string[]> = {
  committee: ['committee_member'],
  tactical_forum: ['resource_owner'],
  strategic_forum: ['committee_member', 'resource_owner'],
}

/** Why something cannot be done: a code of `refusals` with what fills its gaps. */
export interface Hindrance {
  code: string
  params?: Record<string, string | number>
}

const order: Record<MeetingStatus, number> = { planned: 0, called: 1, in_session: 2, minuted: 3 }

export const hasBeenCalled = (status: MeetingStatus) => order[status] >= order.called
/** Date, place and officers may change until the meeting is opened. */
export const canChangeMeeting = (status: MeetingStatus) => order[status] < order.in_session
/** The agenda is built until the pack is frozen. */
export const canBuildAgenda = (status: MeetingStatus) => status === 'planned'
export const canOpen = (status: MeetingStatus) => status === 'called'
export const canTakeAttendance = (status: MeetingStatus) => status === 'called' || status === 'in_session'
/** Conflicts of interest are known from the day one reads the agenda. */
export const canRecuse = (status: MeetingStatus) => status !== 'minuted'
export const canDecide = (status: MeetingStatus) => status === 'in_session'

const unless = (allowed: boolean, code: string): Hindrance | null => (allowed ? null : { code })

export const changingHindrance = (status: MeetingStatus) => unless(canChangeMeeting(status), 'meetingUnchangeable')
export const agendaHindrance = (status: MeetingStatus) => unless(canBuildAgenda(status), 'agendaFrozen')
export const openingHindrance = (status: MeetingStatus) => unless(canOpen(status), 'meetingNotCalled')
export const attendanceHindrance = (status: MeetingStatus) => unless(canTakeAttendance(status), 'attendanceClosed')

interface ItemState {
  withdrawn: boolean
  decided: boolean
}
const settledHindrance = ({ withdrawn, decided }: ItemState) =>
  unless(!withdrawn, 'itemWithdrawn') ?? unless(!decided, 'itemDecided')

export const recusalHindrance = (status: MeetingStatus, item: ItemState) =>
  unless(canRecuse(status), 'minutesLocked') ?? settledHindrance(item)
/** Of deciding an item, and of leaving it without a decision. */
export const decidingHindrance = (status: MeetingStatus, item: ItemState) =>
  unless(canDecide(status), 'meetingNotOpen') ?? settledHindrance(item)

/**
 * A meeting is called, opened and minuted here as it is held, so it is never set to a day that has been; one whose day
 * passed meanwhile keeps it. All are calendar dates in Sweden, YYYY-MM-DD.
 */
export const meetingDayHindrance = (day: string, today: string, before?: string): Hindrance | null =>
  day < today && day !== before ? { code: 'meetingInThePast', params: { date: day } } : null

/** Days left by the calendar until the day that a meeting is called to: 0 on the day itself, below 0 once it has passed. */
export const daysUntil = (startsAt: Date, now: Date) => daysBetween(now, startsAt) - daysBetween(startsAt, now)

export interface ItemToCall {
  position: number
  kind: ItemKind
  proposal: string
  secret: boolean
  secrecyProvision: string
}

/** All that is missing before the meeting can be called, so that the page can list it in one go. */
export function callingHindrances(
  meeting: { status: MeetingStatus; chairId: string | null; secretaryId: string | null },
  items: ItemToCall[],
): Hindrance[] {
  if (meeting.status !== 'planned') return [{ code: 'meetingAlreadyCalled' }]
  const found: Hindrance[] = []
  if (items.length === 0) found.push({ code: 'agendaEmpty' })
  if (!meeting.chairId) found.push({ code: 'chairMissing' })
  if (!meeting.secretaryId) found.push({ code: 'secretaryMissing' })
  for (const item of items) {
    if (item.kind === 'problem' && !item.proposal.trim())
      found.push({ code: 'proposalMissing', params: { position: item.position } })
    if (item.secret && !item.secrecyProvision.trim())
      found.push({ code: 'provisionMissing', params: { position: item.position } })
  }
  return found
}

export interface ItemToMinute {
  position: number
  kind: ItemKind
  proposal: string
  withdrawn: boolean
  decided: boolean
}

/** Problems, and whatever else has a proposal to decide on, are decided or withdrawn; the rest may be noted only. */
export const mustBeSettled = ({ kind, proposal }: Pick<ItemToMinute, 'kind' | 'proposal'>) =>
  kind === 'problem' || proposal.trim() !== ''

/** All that is missing before the minutes can be locked. */
export function lockingHindrances(
  meeting: { status: MeetingStatus },
  items: ItemToMinute[],
  approver: { id: string; present: boolean; chair: boolean } | null,
): Hindrance[] {
  if (meeting.status === 'minuted') return [{ code: 'minutesLocked' }]
  if (meeting.status !== 'in_session') return [{ code: 'meetingNotOpen' }]
  const found: Hindrance[] = items
    .filter((item) => mustBeSettled(item) && !item.withdrawn && !item.decided)
    .map((item) => ({ code: 'itemUndecided', params: { position: item.position } }))
  if (!approver) found.push({ code: 'approverMissing' })
  else if (!approver.present) found.push({ code: 'approverAbsent' })
  else if (approver.chair) found.push({ code: 'approverIsChair' })
  return found
}

/** Moves one of the ids a step up or down; at the end of the list nothing happens. */
export function moved(ids: readonly string[], id: string, direction: 'up' | 'down'): string[] {
  const from = ids.indexOf(id)
  const to = direction === 'up' ? from - 1 : from + 1
  const result = [...ids]
  if (from < 0 || to < 0 || to >= ids.length) return result
  result[from] = ids[to] as string
  result[to] = id
  return result
}

/** What a form about attendance is filled in from: who is noted as present, or null where nobody has noted anything. */
export function attendanceNoted(noted: readonly { personId: string; present: boolean }[]) {
  const present = noted.filter((one) => one.present).map(({ personId }) => personId)
  return { present: noted.length === 0 ? null : present.sort() }
}
