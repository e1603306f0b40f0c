import type { FrozenProblem } from '../../../db/schema/priorities.ts'
import type { RecordedPerson } from '../../../db/schema/committee.ts'
import type { Body, ItemKind } from './meeting.ts'

/** Where a problem came in a round, as the pack was frozen. */
export interface PackPlace {
  roundNumber: number
  title: string
  place: number
  of: number
  total: number
  /** Other problems with the same total, and so the same place. */
  sharedWith: number
  /** The other places whose order to this one is not robust. */
  inseparableFrom: number[]
}

export interface PackItem {
  itemId: string
  position: number
  kind: ItemKind
  title: string
  text: string
  proposal: string
  secret: boolean
  provision: string
  rapporteur: RecordedPerson | null
  problem: FrozenProblem | null
  places: PackPlace[]
  /** For an item about a round: its result, best first. */
  round: {
    number: number
    title: string
    places: { place: number; problemNumber: number; title: string; total: number }[]
  } | null
}

/** The decision pack: what the members were sent, for ever as it was. */
export interface DecisionPack {
  body: Body
  number: number
  title: string
  startsAt: string
  place: string
  quorum: number
  chair: RecordedPerson | null
  secretary: RecordedPerson | null
  members: RecordedPerson[]
  calledAt: string
  items: PackItem[]
  salt: string
}

export interface PackReader {
  /** Sees needs of class K2. */
  restricted: boolean
  /** Sees items and words that are secret. */
  secret: boolean
  /** Numbers of the rounds whose result the reader may see. */
  rounds: ReadonlySet<number>
}

/**
 * The pack as one reader may see it: needs that are not public are left out, and demand counts only what the reader
 * may know of. The hash belongs to the whole pack.
 */
export function packFor(pack: DecisionPack, reader: PackReader): Omit<DecisionPack, 'salt'> {
  const { salt: _salt, ...shown } = pack
  return { ...shown, items: pack.items.map((item) => itemFor(item, reader)) }
}

function itemFor(item: PackItem, reader: PackReader): PackItem {
  if (item.secret && !reader.secret)
    return { ...item, title: '', text: '', proposal: '', rapporteur: null, problem: null, places: [], round: null }
  return {
    ...item,
    problem: item.problem && problemFor(item.problem, reader),
    places: item.places.filter((place) => reader.rounds.has(place.roundNumber)),
    round: item.round && reader.rounds.has(item.round.number) ? item.round : null,
  }
}

function problemFor(problem: FrozenProblem, reader: PackReader): FrozenProblem {
  if (reader.restricted) return problem
  const whole = problem.demand === problem.publicDemand
  return {
    ...problem,
    demand: problem.publicDemand,
    demandByKind: whole ? problem.demandByKind : {},
    needs: problem.needs.filter((need) => need.public),
  }
}
