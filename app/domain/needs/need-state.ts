import { type NeedStatus, needStatuses, type RelayStatus } from './need.ts'

/** What is said of a need wherever it stands: its status, or what matters more than that. */
export const needStates = [...needStatuses, 'disowned', 'duplicate'] as const
export type NeedState = (typeof needStates)[number]

/** `duplicate`: it is linked to an earlier need that the reader may see, and follows that until something becomes of it. */
export function needState(need: { status: NeedStatus; relay: RelayStatus; duplicate: boolean }): NeedState {
  const over = need.status === 'draft' || need.status === 'withdrawn' || need.status === 'closed'
  if (need.relay === 'disowned' && !over) return 'disowned'
  const waits = need.status === 'submitted' || need.status === 'acknowledged'
  return need.duplicate && waits ? 'duplicate' : need.status
}
