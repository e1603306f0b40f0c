import { hasRole, networksOf, organisationsOf, seesRestricted, type Viewer } from './person.ts'

/** What can() needs to know of a need. */
export interface NeedFacts {
  status: string
  organisationId: string
  networkId: string | null
  authorId: string | null
  relay: string
  confidentiality: number
}
export interface ProblemFacts {
  status: string
}
export interface RoundFacts {
  status: string
  /** Whether the viewer is one of the round's assessors. */
  assessor?: boolean
}
export interface MeetingFacts {
  status: string
}
export interface NetworkFacts {
  id: string
}

type Rule<Thing> = (viewer: Viewer, thing: Thing) => boolean

const own = (viewer: Viewer, need: NeedFacts) => organisationsOf(viewer).includes(need.organisationId)
const viaOwnNetwork = (viewer: Viewer, need: NeedFacts) =>
  need.networkId !== null && networksOf(viewer).includes(need.networkId)
const coordinator = (viewer: Viewer) => hasRole(viewer, 'coordinator')
const administrator = (viewer: Viewer) => hasRole(viewer, 'administrator')

/** Who may do what: every verb once. A thing that may not be seen does not exist for the viewer. */
const rules = {
  'need.see': (viewer, need) =>
    need.status === 'draft'
      ? own(viewer, need)
      : need.confidentiality < 2 || own(viewer, need) || viaOwnNetwork(viewer, need) || seesRestricted(viewer),
  'need.seeContact': (viewer, need) => own(viewer, need) || viaOwnNetwork(viewer, need) || coordinator(viewer),
  'need.start': (viewer) => organisationsOf(viewer).length > 0,
  'need.edit': (viewer, need) => own(viewer, need),
  // A network may take back what it handed over for as long as the organisation has not made it its own.
  'need.withdraw': (viewer, need) => own(viewer, need) || (need.relay === 'unconfirmed' && viaOwnNetwork(viewer, need)),
  'need.confirm': (viewer, need) => own(viewer, need),
  'need.endorse': (viewer) => organisationsOf(viewer).length > 0,
  'need.answer': coordinator,
  'need.import': (viewer, network) => networksOf(viewer).includes(network.id) || coordinator(viewer),
  'inbox.see': coordinator,
  'problem.see': (viewer, problem) => !['proposed', 'undone'].includes(problem.status) || coordinator(viewer),
  'problem.build': coordinator,
  // How suggestions come about is for everyone to know: decisions build on them.
  'engine.see': () => true,
  'engine.tune': coordinator,
  'problem.endorse': (viewer) => organisationsOf(viewer).length > 0,
  'round.see': (viewer, round) =>
    round.status === 'published' ||
    coordinator(viewer) ||
    (round.status !== 'draft' && (round.assessor === true || hasRole(viewer, 'committee_member'))),
  'round.seeResult': (viewer, round) =>
    round.status === 'published' ||
    ((round.status === 'revealed' || round.status === 'closed') &&
      (coordinator(viewer) || hasRole(viewer, 'committee_member') || round.assessor === true)),
  'round.run': coordinator,
  'round.assess': (viewer, round) => hasRole(viewer, 'assessor') && round.assessor === true,
  'meeting.see': (viewer, meeting) =>
    meeting.status === 'minuted' || coordinator(viewer) || hasRole(viewer, 'committee_member', 'resource_owner'),
  'meeting.seePack': (viewer) => coordinator(viewer) || hasRole(viewer, 'committee_member', 'resource_owner'),
  'meeting.run': coordinator,
  'meeting.recuse': (viewer) => hasRole(viewer, 'committee_member', 'resource_owner'),
  'decision.seeSecret': (viewer) => coordinator(viewer) || hasRole(viewer, 'committee_member', 'resource_owner'),
  'decision.commit': (viewer) => hasRole(viewer, 'resource_owner') || coordinator(viewer),
  'register.keep': (viewer) => administrator(viewer) || coordinator(viewer),
  'person.invite': (viewer) => administrator(viewer) || coordinator(viewer),
  'person.administer': administrator,
  'job.administer': administrator,
  'event.see': (viewer) => coordinator(viewer) || administrator(viewer),
} satisfies {
  'need.see': Rule<NeedFacts>
  'need.seeContact': Rule<NeedFacts>
  'need.edit': Rule<NeedFacts>
  'need.withdraw': Rule<NeedFacts>
  'need.confirm': Rule<NeedFacts>
  'need.import': Rule<NetworkFacts>
  'problem.see': Rule<ProblemFacts>
  'round.see': Rule<RoundFacts>
  'round.seeResult': Rule<RoundFacts>
  'round.assess': Rule<RoundFacts>
  'meeting.see': Rule<MeetingFacts>
} & Record<string, (viewer: Viewer, thing: never) => boolean>

export type Verb = keyof typeof rules
export const verbs = Object.keys(rules) as Verb[]
type ThingOf<V extends Verb> = Parameters<(typeof rules)[V]> extends [Viewer, infer Thing] ? Thing : undefined

/**
 * The one permission function: guard, command, button, search, feed, mail, export and API ask it alike.
 * Verbs that concern no particular thing take no third argument.
 */
export function can<V extends Verb>(
  viewer: Viewer,
  verb: V,
  ...[thing]: ThingOf<V> extends undefined ? [] : [ThingOf<V>]
): boolean {
  return (rules[verb] as (viewer: Viewer, thing: unknown) => boolean)(viewer, thing)
}
