import { type DecisionType, type NeededMonths, takesCommitments } from './decision.ts'
import type { Hindrance } from './meeting.ts'

/** Letters of the reason for which a commitment is withdrawn. */
export const mostWithdrawalReason = 4000

export interface Committed {
  competence: string | null
  personMonths: number
  sek: number
  from: string | null
}

export interface Balance {
  needed: number
  committed: number
  missing: number
}

export interface CompetenceBalance extends Balance {
  /** Empty for months that are not divided by competence. */
  competence: string
  /** First day that something committed is there, 2027-03-01. */
  from: string | null
}

export interface CommitmentBalance {
  months: Balance
  sek: Balance
  competences: CompetenceBalance[]
}

/**
 * What a decision needs against what is committed, in person-months and SEK, as a whole and by competence.
 * More than needed in one competence does not fill what is missing in another.
 */
export function commitmentBalance(
  needed: { months: number; sek: number; byCompetence: NeededMonths[] },
  committed: readonly Committed[],
): CommitmentBalance {
  const wanted = new Map<string, number>()
  for (const { competence, personMonths } of needed.byCompetence)
    wanted.set(competence, (wanted.get(competence) ?? 0) + personMonths)
  const divided = sum([...wanted.values()])
  if (needed.months > divided) wanted.set('', (wanted.get('') ?? 0) + needed.months - divided)
  const given = committed.filter((one) => one.personMonths > 0)
  const asked = [...wanted.keys(), ...given.map((one) => one.competence ?? '')]
  const competences = [...new Set(asked)].map((competence) => {
    const parts = given.filter((one) => (one.competence ?? '') === competence)
    const days = parts.flatMap((part) => part.from ?? []).sort()
    return {
      competence,
      ...balance(wanted.get(competence) ?? 0, sum(parts.map((part) => part.personMonths))),
      from: days[0] ?? null,
    }
  })
  const months = {
    needed: sum(competences.map((part) => part.needed)),
    committed: sum(competences.map((part) => part.committed)),
    missing: sum(competences.map((part) => part.missing)),
  }
  return { months, sek: balance(needed.sek, sum(committed.map((one) => one.sek))), competences }
}

function balance(needed: number, committed: number): Balance {
  return { needed, committed, missing: Math.max(0, tenths(needed - committed)) }
}
const sum = (numbers: number[]) => tenths(numbers.reduce((total, number) => total + number, 0))
/** Person-months have one decimal; adding them must not give 0.30000000000000004. */
const tenths = (number: number) => Math.round(number * 10) / 10

export interface CommitmentToMake {
  personMonths: number
  sek: number
  competence: string | null
  from: string | null
  until: string | null
  note: string
}

/** Why nobody can commit anything to a decision, or null. */
export function committingHindrance({
  type,
  inForce,
  registryNumber,
}: {
  type: DecisionType
  inForce: boolean
  registryNumber: string
}): Hindrance | null {
  if (!inForce) return { code: 'commitmentToSuperseded', params: { number: registryNumber } }
  return takesCommitments(type) ? null : { code: 'nothingToCommit' }
}

/** The first rule that a commitment breaks, or null. */
export function commitmentHindrance(
  decision: { type: DecisionType; supersededById: string | null; registryNumber: string },
  commitment: CommitmentToMake,
): Hindrance | null {
  const closed = committingHindrance({ ...decision, inForce: decision.supersededById === null })
  if (closed) return closed
  if (commitment.personMonths < 0 || commitment.sek < 0) return { code: 'commitmentNegative' }
  const expertise = commitment.competence !== null && commitment.note.trim() !== ''
  if (commitment.personMonths === 0 && commitment.sek === 0 && !expertise) return { code: 'commitmentEmpty' }
  if (commitment.from && commitment.until && commitment.until < commitment.from) return { code: 'commitmentEndsFirst' }
  return null
}
