import { borderlineFirst } from '../../similarity/strictness.ts'
import { calendarDate } from '../clock.ts'
import { commonLikeness } from './strictness.ts'
import type { SuggestionKind } from './suggestion.ts'

interface Waiting {
  id: string
  submittedAt: Date | null
  reopenedAt: Date | null
}

/** When the wait for an answer began: it begins again when the submitter says that the answer did not help. */
export const waitsSince = ({ reopenedAt, submittedAt }: Omit<Waiting, 'id'>): Date | null => reopenedAt ?? submittedAt

/**
 * The oldest day first, since every need waits for an answer. Of what came on one day, those first whose suggestion is
 * hardest to tell, because these answers teach the engine most; those without a suggestion last, each in the order given.
 */
export function inboxOrder<Need extends Waiting>(
  waiting: readonly Need[],
  suggestions: ReadonlyMap<string | null, { kind: SuggestionKind; score: number }>,
  strictness: number,
): Need[] {
  const days = new Map<string, Need[]>()
  for (const need of waiting) {
    const since = waitsSince(need)
    const day = since ? calendarDate(since) : ''
    days.set(day, [...(days.get(day) ?? []), need])
  }
  return [...days.values()].flatMap((needs) => {
    const judged = needs.map((need) => {
      const suggestion = suggestions.get(need.id)
      return { need, likeness: suggestion && commonLikeness(suggestion.kind, suggestion.score) }
    })
    const asked = judged.flatMap(({ need, likeness }) => (likeness === undefined ? [] : [{ need, likeness }]))
    const others = judged.filter(({ likeness }) => likeness === undefined)
    return [...borderlineFirst(asked, strictness), ...others].map(({ need }) => need)
  })
}
