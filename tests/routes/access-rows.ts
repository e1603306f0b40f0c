/**
 * Who reaches what: a row for every route. A letter is a person of the world (tests/support/world.ts):
 * o represents the organisation whose things these are, x another one, n coordinates its network, f another network,
 * c is coordinator, a assessor in the round, b assessor elsewhere, m committee member, r resource owner,
 * d administrator, p partner. Those who have not signed in are always asked too.
 */
import type { ThingName, Who } from '../support/world.ts'

const letters = {
  o: 'own',
  x: 'other',
  n: 'network',
  f: 'foreignNetwork',
  c: 'coordinator',
  a: 'assessor',
  b: 'foreignAssessor',
  m: 'committee',
  r: 'resourceOwner',
  d: 'administrator',
  p: 'partner',
} as const
const all = Object.values(letters) as Who[]
const people = (short: string): Who[] =>
  short === '*' ? all : [...short].map((letter) => letters[letter as keyof typeof letters])

/** `ok` gets the page or may do it (whatever the form then lacks), `in` is asked to sign in, `no` is 403, `gone` 404. */
export type Outcome = 'ok' | 'in' | 'no' | 'gone'
type Expected = (who: Who, thing: ThingName) => Outcome
export interface Check {
  kind: 'read' | 'send'
  expected: Expected
  things: ThingName[]
}

/** Who may see each thing. Everything else follows from this: what one may not see does not exist. */
const sees: Partial<Record<ThingName, string>> = {
  draft: 'o',
  restrictedNeed: 'ocabmd',
  restrictedRelayedNeed: 'oncabmd',
  proposedProblem: 'c',
  draftRound: 'c',
  openRound: 'cam',
  revealedRound: 'cam',
  closedRound: 'cam',
  plannedMeeting: 'cmr',
  calledMeeting: 'cmr',
  openMeeting: 'cmr',
}
const maySee = (who: Who, thing: ThingName) => {
  const short = sees[thing]
  return short === undefined || people(short).includes(who)
}

const open: Expected = () => 'ok'
const nowhere: Expected = () => 'gone'
const known: Expected = (who) => (who === 'anonymous' ? 'in' : 'ok')
const seen: Expected = (who, thing) => (maySee(who, thing) ? 'ok' : 'gone')
/** A permission that concerns no particular thing: asked first. */
const only =
  (short: string): Expected =>
  (who) =>
    who === 'anonymous' ? 'in' : people(short).includes(who) ? 'ok' : 'no'
/** Something done to a thing: first it has to exist for the person, then the person has to be allowed. */
const deed =
  (short: string): Expected =>
  (who, thing) =>
    who === 'anonymous' ? 'in' : !maySee(who, thing) ? 'gone' : people(short).includes(who) ? 'ok' : 'no'
/** What exists for its owners alone. */
const theirs =
  (short: string): Expected =>
  (who) =>
    who === 'anonymous' ? 'in' : people(short).includes(who) ? 'ok' : 'gone'
const nobody = theirs('')
const but =
  (expected: Expected, exceptions: string, outcome: Outcome): Expected =>
  (who, thing) =>
    people(exceptions).includes(who) ? outcome : expected(who, thing)

const read = (expected: Expected, ...things: ThingName[]): Check => ({
  kind: 'read',
  expected,
  things: things.length > 0 ? things : ['nothing'],
})
const send = (expected: Expected, ...things: ThingName[]): Check => ({ ...read(expected, ...things), kind: 'send' })
const both = (expected: Expected, ...things: ThingName[]): Check[] => [
  read(expected, ...things),
  send(expected, ...things),
]
/** A route that only takes forms. */
const formOnly = (expected: Expected, ...things: ThingName[]): Check[] => [
  read(nowhere, ...things),
  send(expected, ...things),
]

const needs = ['draft', 'need', 'restrictedNeed', 'restrictedRelayedNeed'] as const
const submitted = ['need', 'restrictedNeed', 'restrictedRelayedNeed'] as const
const rounds = ['draftRound', 'openRound', 'closedRound', 'publishedRound'] as const
const begun = ['openRound', 'revealedRound', 'publishedRound'] as const
const meetings = ['plannedMeeting', 'openMeeting', 'minutedMeeting'] as const
const problems = ['problem', 'proposedProblem'] as const

const publicPage = [read(open)]
const adminPage = [read(only('d'))]
/** The coordinator's work on one need, one problem, one round, one meeting. */
const answering = [read(only('c'), ...submitted), send(only('c'), 'need', 'restrictedNeed')]
const building = both(only('c'), ...problems)
const running = both(deed('c'), ...rounds)
const leading = [read(deed('c'), ...meetings), send(only('c'), 'plannedMeeting', 'openMeeting')]
const leadingItem = formOnly(only('c'), 'plannedMeeting', 'openMeeting')
const ownDeed = both(deed('o'), ...needs)
const assessing = both(theirs('a'), 'openRound', 'closedRound')
const resultOnly = [
  read(nowhere, 'draftRound', 'openRound'),
  read(seen, 'revealedRound', 'closedRound', 'publishedRound'),
]
/** Addresses of forms that lead readers back to their page. */
const leadsBack = read(open, 'need')

export const rows: Record<string, Check[]> = {
  $: [read(nowhere)],
  _index: publicPage,
  about: publicPage,
  accessibility: publicPage,
  contact: publicPage,
  cookies: publicPage,
  'how-the-engine-thinks': publicPage,
  'how-we-count': publicPage,
  'open-data': publicPage,
  'open-data_.needs[.]csv': publicPage,
  'open-data_.organisations[.]csv': publicPage,
  'open-data_.problems[.]csv': publicPage,
  privacy: publicPage,
  records: publicPage,
  search: publicPage,
  'language.$locale': publicPage,

  'sign-in': [read(open), send(open)],
  'sign-in_.as': formOnly(nowhere),
  // Nobody comes here without the password: they begin at the sign-in page.
  'sign-in_.code': [read(() => 'in'), send(open)],
  'sign-in_.recovery-code': [read(() => 'in'), send(open)],
  'sign-in_.done': [read(known)],
  'sign-in_.password': [read(open), send(open)],
  'sign-in_.password_.$token': [read(nowhere), send(nowhere)],
  'sign-out': formOnly(open),
  account: both(known),
  'account_.password': both(known),
  'account_.second-factor': both(known),
  // Only whoever has begun finds what there is to confirm, and only whoever has finished has recovery codes.
  'account_.second-factor_.confirmation': [read(nobody), send(known)],
  'account_.second-factor_.recovery-codes': [read(nobody), send(known)],
  'account_.sessions.$id.revocation': formOnly(theirs('o'), 'session'),
  'account_.sessions.revocation': formOnly(known),
  invitations: [read(only('cd'))],
  'invitations_.new': both(only('cd')),
  'invitations_.$id_.withdrawal': formOnly(only('cd'), 'invitation'),
  'invitations_.$token': [read(open, 'invitation')],
  'invitations_.$token_.acceptance': formOnly(known, 'invitation'),

  admin: adminPage,
  'admin_.access': adminPage,
  'admin_.access[.]csv': adminPage,
  'admin_.jobs': adminPage,
  'admin_.jobs_.$id.retry': formOnly(only('d'), 'parkedJob'),
  'admin_.people': adminPage,
  'admin_.people_.$id': [read(only('d'), 'account')],
  'admin_.people_.$id_.deactivation': both(only('d'), 'account'),
  'admin_.people_.$id_.second-factor-reset': both(only('d'), 'account'),
  'admin_.people_.$id_.reactivation': formOnly(only('d'), 'closedAccount'),
  'admin_.people_.$id_.roles': both(only('d'), 'account'),
  'admin_.roles.$id.ending': both(only('d'), 'role'),
  'admin_.roles.$id.review': formOnly(only('d'), 'role'),
  'admin_.trail': both(only('d')),

  organisations: publicPage,
  'organisations_.$key': [read(open, 'organisation')],
  'organisations_.$key_.details': both(only('cd'), 'organisation'),
  'organisations_.new': both(only('cd')),
  'organisations_.import': both(only('cd')),
  // A list is found only by whoever handed it in.
  'organisations_.import_.$id': both(but(only(''), 'cd', 'gone')),
  networks: publicPage,
  'networks_.$key': [read(open, 'theNetwork')],
  'networks_.$key_.details': both(only('cd'), 'theNetwork'),
  'networks_.$key_.members': both(only('cd'), 'theNetwork'),
  'networks_.$key_.members_.$id_.ending': both(only('cd'), 'membership'),
  'networks_.new': both(only('cd')),
  follows: [read(known), send(deed('*'), 'need', 'draft', 'restrictedNeed')],
  'follows_.removal': formOnly(known, 'need'),
  notices: [read(known)],
  'notices_.$id_.reading': formOnly(theirs('o'), 'notice'),
  'notices_.reading': formOnly(known),

  'needs._index': publicPage,
  'needs.new': [read(known), send(only('ox'))],
  'needs.$id._index': [read(seen, ...needs, 'withdrawnNeed')],
  'needs.$id.versions': [read(seen, ...needs)],
  'needs.$id.acknowledgement': [leadsBack, send(only('c'), 'need', 'restrictedNeed')],
  'needs.$id.confirmation': [read(deed('o'), ...submitted), send(deed('o'), ...needs)],
  'needs.$id.correction': ownDeed,
  'needs.$id.disownment': ownDeed,
  'needs.$id.draft': formOnly(deed('o'), ...needs),
  'needs.$id.duplicate': answering,
  'needs.$id.duplicate_.removal': [read(only('c'), ...submitted), send(deed('c'), ...submitted)],
  'needs.$id.endorsement': [
    read(but(deed('ox'), 'x', 'ok'), 'need'),
    read(deed('o'), 'draft', 'restrictedNeed'),
    send(deed('ox'), 'need'),
    send(deed('o'), 'draft', 'restrictedRelayedNeed'),
  ],
  'needs.$id.endorsement_.withdrawal': [
    read(nobody, 'need'),
    send(deed('ox'), 'need'),
    send(deed('o'), 'draft', 'restrictedNeed'),
  ],
  'needs.$id.form.$step': both(theirs('o'), ...needs),
  'needs.$id.form.check': [read(theirs('o'), ...needs)],
  'needs.$id.receipt': [read(theirs('o'), ...submitted)],
  'needs.$id.referral': answering,
  'needs.$id.referral-reply': [read(theirs('o'), 'referredNeed'), send(deed('o'), ...needs, 'referredNeed')],
  'needs.$id.removal': [read(theirs('o'), 'draft'), send(deed('o'), ...needs)],
  'needs.$id.reopening': ownDeed,
  'needs.$id.revision': ownDeed,
  'needs.$id.similar': formOnly(theirs('o'), ...needs),
  'needs.$id.submission': [leadsBack, send(deed('o'), ...needs)],
  'needs.$id.withdrawal': [
    ...both(deed('o'), 'draft', 'need', 'restrictedNeed'),
    ...both(deed('on'), 'relayedNeed', 'restrictedRelayedNeed'),
  ],
  'resources._index': publicPage,
  'resources.$key': [read(open, 'resource')],

  'imports._index': both(known),
  'imports.template[.]csv': publicPage,
  'imports.template[.]xlsx': publicPage,
  'imports.$id._index': [read(theirs('nc'), 'import')],
  'imports.$id.bad-rows[.]csv': [read(theirs('nc'), 'import')],
  'imports.$id.columns': both(theirs('nc'), 'import'),
  'imports.$id.preview': [read(theirs('nc'), 'import')],
  'imports.$id.removal': both(theirs('nc'), 'import'),
  'imports.$id.report[.]csv': [read(theirs('nc'), 'import')],
  'imports.$id.rows': [read(theirs('nc'), 'import')],
  'imports.$id.run': [send(theirs('nc'), 'import')],
  'imports.$id.stop': [send(theirs('nc'), 'import')],
  'imports.$id.undo': both(theirs('nc'), 'import'),

  inbox: [read(only('c'))],
  'inbox_.placement': both(only('c')),
  'inbox_.strictness': both(only('c')),
  terms: [read(only('c'))],
  'terms_.new': both(only('c')),
  'terms_.$id': both(only('c'), 'term'),
  'terms_.$id_.removal': both(only('c'), 'term'),
  problems: publicPage,
  'problems_.new': both(only('c')),
  'problems_.$number': [read(seen, ...problems)],
  'problems_.themes[.]csv': publicPage,
  'problems_.$number_.ledger': [read(seen, ...problems)],
  'problems_.$number_.demand[.]csv': [read(seen, ...problems)],
  'problems_.$number_.print[.]css': [read(seen, ...problems)],
  'problems_.$number_.endorsement': [...both(deed('ox'), 'problem'), ...both(deed(''), 'proposedProblem')],
  'problems_.$number_.endorsement_.removal': [
    read(deed('*'), ...problems),
    send(deed('ox'), 'problem'),
    send(deed(''), 'proposedProblem'),
  ],
  'problems_.$number_.addition': building,
  'problems_.$number_.declining': building,
  'problems_.$number_.merge': building,
  'problems_.$number_.move': building,
  'problems_.$number_.name': building,
  'problems_.$number_.opening': building,
  'problems_.$number_.parking': building,
  'problems_.$number_.question': building,
  'problems_.$number_.removal': building,
  'problems_.$number_.resource': building,
  'problems_.$number_.resource_.removal': building,
  'problems_.$number_.split': building,
  'problems_.$number_.unmerge': building,
  'problems_.$number_.waking': building,
  'suggestions_.$id_.acceptance': both(only('c'), 'suggestion'),
  'suggestions_.$id_.change': both(only('c'), 'suggestion'),
  'suggestions_.$id_.rejection': both(only('c'), 'suggestion'),
  'suggestions_.$id_.undo': both(only('c'), 'suggestion'),

  'rounds._index': publicPage,
  'rounds.new': both(only('c')),
  'rounds.$number._index': [read(seen, ...rounds)],
  'rounds.$number.acceptability[.csv]': resultOnly,
  'rounds.$number.result._index': resultOnly,
  'rounds.$number.result.$problem': resultOnly,
  'rounds.$number.result[.csv]': resultOnly,
  'rounds.$number.print[.css]': resultOnly,
  'rounds.$number.spread[.csv]': resultOnly,
  'rounds.$number.assessment._index': [read(theirs('a'), ...begun), read(nobody, 'draftRound')],
  'rounds.$number.assessment.completion': assessing,
  'rounds.$number.assessment.$problem._index': [...assessing, ...both(nobody, 'draftRound')],
  'rounds.$number.assessment.$problem.draft': formOnly(theirs('a'), 'openRound', 'closedRound'),
  'rounds.$number.assessment.$problem.recusal': assessing,
  'rounds.$number.assessment.$problem.recusal-withdrawal': assessing,
  'rounds.$number.assessors._index': running,
  'rounds.$number.assessors.withdrawal': [send(deed('c'), ...rounds)],
  'rounds.$number.closing': running,
  'rounds.$number.criteria._index': [read(seen, ...rounds), send(deed('c'), ...rounds)],
  'rounds.$number.criteria.$key': running,
  'rounds.$number.equal-weights': [send(deed('c'), ...rounds)],
  'rounds.$number.opening': running,
  'rounds.$number.problems': running,
  'rounds.$number.publication': running,
  'rounds.$number.reveal': running,
  'rounds.$number.settings': running,

  meetings: publicPage,
  'meetings_.new': both(only('c')),
  'meetings_.$id': [read(seen, ...meetings)],
  'meetings_.$id_.print[.]css': [read(seen, ...meetings)],
  'meetings_.$id_.attendance': leading,
  'meetings_.$id_.calling': leading,
  'meetings_.$id_.change': leading,
  'meetings_.$id_.minutes': [
    read(nowhere, 'plannedMeeting'),
    read((who) => (who === 'coordinator' ? 'ok' : 'gone'), 'openMeeting'),
    read(open, 'minutedMeeting'),
    send(only('c'), 'openMeeting'),
  ],
  'meetings_.$id_.opening': leading,
  'meetings_.$id_.pack': [
    read(nobody, 'plannedMeeting'),
    read(theirs('cmr'), 'calledMeeting'),
    read(only('cmr'), 'minutedMeeting'),
  ],
  'meetings_.$id_.round-places': [read(deed('c'), ...meetings), send(only('c'), 'openMeeting')],
  'meetings_.$id_.items_.new': leading,
  'meetings_.$id_.items_.$item': [read(seen, ...meetings)],
  'meetings_.$id_.items_.$item_.decision': leading,
  'meetings_.$id_.items_.$item_.position': leadingItem,
  'meetings_.$id_.items_.$item_.recusal': [
    read(deed('cmr'), 'calledMeeting', 'openMeeting'),
    send(only('cm'), 'calledMeeting', 'openMeeting'),
  ],
  'meetings_.$id_.items_.$item_.recusal-withdrawal': formOnly(only('cm'), 'openMeeting'),
  'meetings_.$id_.items_.$item_.removal': leadingItem,
  'meetings_.$id_.items_.$item_.withdrawal': leading,
  'meetings_.$id_.items_.$item_.wording': leading,
  decisions: publicPage,
  'decisions[.]csv': publicPage,
  'decisions_.$number': [read(open, 'decision', 'unpublishedDecision', 'secretDecision')],
  'decisions_.$number_.print[.]css': [read(open, 'decision')],
  'decisions_.$number_.commitments': [
    ...both(only('cr'), 'decision'),
    read(
      (who) => (who === 'anonymous' ? 'in' : people('cr').includes(who) ? 'ok' : who === 'committee' ? 'no' : 'gone'),
      'secretDecision',
    ),
    send(only('cr'), 'secretDecision'),
  ],
  'decisions_.$number_.commitment-withdrawal': formOnly(but(only('cr'), 'cr', 'gone'), 'decision'),
}

/** What a form says in the name of an organisation that the sender does not represent. */
export const inTheNameOfOthers: [
  route: string,
  thing: ThingName,
  who: Who,
  fields: (ids: { own: string; other: string }) => Record<string, string>,
][] = [
  ['needs.new', 'nothing', 'other', ({ own }) => ({ organisationId: own })],
  ['needs.new', 'nothing', 'network', ({ own }) => ({ organisationId: own })],
  ['needs.$id.endorsement', 'need', 'other', ({ own }) => ({ organisationId: own, comment: '' })],
  ['needs.$id.endorsement_.withdrawal', 'need', 'other', ({ own }) => ({ organisationId: own })],
  [
    'problems_.$number_.endorsement',
    'problem',
    'other',
    ({ own }) => ({ organisation: own, answer: 'shares', comment: '' }),
  ],
  ['problems_.$number_.endorsement_.removal', 'problem', 'other', ({ own }) => ({ organisation: own })],
  [
    'decisions_.$number_.commitments',
    'decision',
    'resourceOwner',
    ({ own }) => ({ organisationId: own, personMonths: '1' }),
  ],
]
