import type { z } from 'zod'
import type { decisionForm } from './decision-form.ts'

/** What was typed as the command takes it: votes only where any were typed, competences as a list. */
export function decisionInputOf(typed: z.infer<typeof decisionForm>) {
  const { votesFor, votesAgainst, votesAbstained, needed, dissent, ...rest } = typed
  const votes = { for: votesFor, against: votesAgainst, abstained: votesAbstained }
  return {
    ...rest,
    dissents: dissent,
    votes: votesFor + votesAgainst + votesAbstained > 0 ? votes : null,
    needed: Object.entries(needed).map(([competence, personMonths]) => ({ competence, personMonths })),
  }
}
