import type { Named } from '~/domain/organisations/organisation.ts'
import type { FrozenCriterion, RoundStatus } from '~/domain/priorities/round.ts'

type Instant = Date | string

/** A round as the pages get it. */
export interface RoundShown {
  number: number
  title: string
  status: RoundStatus
  registryNumber: string | null
  assessBy: string | null
  createdAt: Instant
  openedAt: Instant | null
  revealedAt: Instant | null
  closedAt: Instant | null
  publishedAt: Instant | null
  createdBy: string | null
  criteria: FrozenCriterion[]
  topPlaces: number
  capMonths: number | null
  capSek: number | null
  seed: number
  samples: number
  version: number
  problems: ProblemShown[]
  /** Calendar date in Sweden. */
  today: string
  mayRun: boolean
  mayAssess: boolean
}

export interface ProblemShown {
  problemId: string
  number: number
  title: string
  needArea: string | null
  demand: number
  asOf: string | null
  personMonths: number
  sek: number
}

export interface AssessorShown {
  personId: string
  name: string
  organisation: Named | null
}
