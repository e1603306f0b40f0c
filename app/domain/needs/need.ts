import { addWorkingDays } from './working-days.ts'

export const needStatuses = [
  'draft',
  'submitted',
  'acknowledged',
  'individual',
  'shared',
  'answered',
  'closed',
  'withdrawn',
] as const
export type NeedStatus = (typeof needStatuses)[number]

export const relayStatuses = ['none', 'unconfirmed', 'confirmed', 'corrected', 'disowned'] as const
export type RelayStatus = (typeof relayStatuses)[number]

/** The ten needs of chapter 2.5, the fields of public work and the competences of chapter 4.2, by the keys of the register. */
export const needAreas = [
  'coordination',
  'reuse',
  'discoverability',
  'access',
  'identity',
  'data-quality',
  'data-management',
  'competence',
  'lasting-collaboration',
  'delivery',
] as const
export type NeedArea = (typeof needAreas)[number]
export const domainAreas = [
  'health',
  'social-services',
  'education',
  'labour',
  'justice',
  'transport',
  'energy',
  'environment',
  'planning',
  'preparedness',
  'casework',
  'taxes-and-benefits',
  'culture',
  'research',
  'business',
  'cross-sector',
] as const
export type DomainArea = (typeof domainAreas)[number]
export const competences = [
  'computing',
  'cyber-security',
  'testing',
  'identity',
  'connectivity',
  'law',
  'data-governance',
  'eu-funding',
] as const
export type Competence = (typeof competences)[number]

export const dataKinds = ['open', 'shared', 'protected', 'unknown'] as const
export const patterns = ['compute_to_data', 'data_to_compute', 'federated', 'unknown'] as const
export const urgencies = ['low', 'medium', 'high'] as const
export const referralKinds = ['environment', 'guidance', 'resource', 'other'] as const
export type ReferralKind = (typeof referralKinds)[number]

/** Most characters of each text, in the order of the form. */
export const needLimits = {
  title: 150,
  description: 4000,
  affected: 2000,
  whoElse: 1000,
  consequence: 2000,
  tried: 2000,
  legalQuestions: 2000,
  urgencyReason: 1000,
  euRelevance: 1000,
  contactName: 120,
  contactEmail: 200,
} as const
/** Comments, reasons and replies; answers of the coordinator. */
export const commentLimit = 1000
export const answerLimit = 4000

export const needsPerPage = 20

/** Working days within which the coordinator answers. */
export const answerDays = 15

/** Information of higher confidentiality than this is not received here: the service is not built to protect it. */
export const highestConfidentiality = 2

/** What a submitter says, as it is versioned and hashed. */
export interface NeedContent {
  title: string
  description: string
  affected: string
  consequence: string
  tried: string
  whoElse: string
  domainArea: string | null
  needArea: string | null
  dataKind: (typeof dataKinds)[number] | null
  pattern: (typeof patterns)[number] | null
  legalQuestions: string
  competences: string[]
  urgency: (typeof urgencies)[number] | null
  urgencyReason: string
  euRelevance: string
  contactName: string
  contactEmail: string
  confidentiality: number
  integrity: number
  availability: number
}
export const contentFields = [
  'title',
  'description',
  'affected',
  'consequence',
  'tried',
  'whoElse',
  'domainArea',
  'needArea',
  'dataKind',
  'pattern',
  'legalQuestions',
  'competences',
  'urgency',
  'urgencyReason',
  'euRelevance',
  'contactName',
  'contactEmail',
  'confidentiality',
  'integrity',
  'availability',
] as const satisfies readonly (keyof NeedContent)[]

/** What a need says, apart from what has become of it. */
export function contentOf(need: NeedContent): NeedContent {
  return Object.fromEntries(contentFields.map((field) => [field, need[field]])) as unknown as NeedContent
}

/** Everything that a need may say, said nothing of. */
export const emptyContent: NeedContent = {
  title: '',
  description: '',
  affected: '',
  consequence: '',
  tried: '',
  whoElse: '',
  domainArea: null,
  needArea: null,
  dataKind: null,
  pattern: null,
  legalQuestions: '',
  competences: [],
  urgency: null,
  urgencyReason: '',
  euRelevance: '',
  contactName: '',
  contactEmail: '',
  confidentiality: 0,
  integrity: 0,
  availability: 0,
}

/** From each state, the states that a command may move the need to. Reopening leads back to `submitted`, where the coordinator finds it. */
export const needTransitions: Record<NeedStatus, readonly NeedStatus[]> = {
  draft: ['submitted'],
  submitted: ['acknowledged', 'individual', 'shared', 'answered', 'withdrawn'],
  acknowledged: ['individual', 'shared', 'answered', 'withdrawn'],
  individual: ['acknowledged', 'shared', 'answered', 'closed', 'withdrawn', 'submitted'],
  shared: ['acknowledged', 'individual', 'answered', 'closed', 'withdrawn', 'submitted'],
  answered: ['shared', 'acknowledged', 'closed', 'submitted'],
  closed: ['submitted', 'shared'],
  withdrawn: ['submitted'],
}
export function canMove(from: NeedStatus, to: NeedStatus): boolean {
  return needTransitions[from].includes(to)
}

/** What has to be said before a need can be submitted: the fields that are still empty. */
export function missingFields(need: Pick<NeedContent, 'title' | 'description'>): ('title' | 'description')[] {
  return (['title', 'description'] as const).filter((field) => need[field].trim() === '')
}
export function canSubmit(
  need: Pick<NeedContent, 'title' | 'description' | 'confidentiality'> & { status: NeedStatus },
): boolean {
  return need.status === 'draft' && missingFields(need).length === 0 && !isTooSecret(need)
}
export function isTooSecret(need: { confidentiality: number }): boolean {
  return need.confidentiality > highestConfidentiality
}

/** A need that has been submitted, and neither withdrawn, closed nor disowned, may get a new version from its organisation. */
export function canRevise(need: { status: NeedStatus; relay: RelayStatus }): boolean {
  return !['draft', 'withdrawn', 'closed'].includes(need.status) && need.relay !== 'disowned'
}
/** Up to the decision: `decided` says that a problem with this need has one. */
export function canWithdraw(need: { status: NeedStatus }, decided: boolean): boolean {
  return canMove(need.status, 'withdrawn') && !decided
}
/** Whether an organisation still has something to say of a need that a network submitted for it. */
export function canAnswerRelay({ status }: { status: NeedStatus }): boolean {
  return status !== 'withdrawn' && status !== 'closed'
}
/** After an answer, an outcome or a withdrawal that the organisation wants undone. */
export function canReopen(need: { status: NeedStatus; answeredAt: Date | null }): boolean {
  return (
    ['answered', 'closed', 'withdrawn'].includes(need.status) ||
    (need.status === 'individual' && need.answeredAt !== null)
  )
}
export function canBeEndorsed(need: { status: NeedStatus; relay: RelayStatus }): boolean {
  return !['draft', 'withdrawn', 'closed'].includes(need.status) && need.relay !== 'disowned'
}
export function canBeReferred(need: { status: NeedStatus }): boolean {
  return ['submitted', 'acknowledged', 'individual', 'shared'].includes(need.status)
}
/** The organisation may still confirm or correct what it has disowned. */
export function awaitsOrganisation(need: { relay: RelayStatus }): boolean {
  return need.relay === 'unconfirmed'
}
/** Whether the submitting organisation is counted as having the need: not before it exists, not when it says it does not. */
export function countsAsDemand(need: { status: NeedStatus; relay: RelayStatus }): boolean {
  return need.status !== 'draft' && need.status !== 'withdrawn' && need.relay !== 'disowned'
}

/** The last instant at which the coordinator's answer is in time: fifteen working days after it came, or came back. */
export function answerDue(need: { submittedAt: Date | null; reopenedAt?: Date | null }): Date | null {
  const from = need.reopenedAt ?? need.submittedAt
  return from && addWorkingDays(from, answerDays)
}
export function isAnswerOverdue(
  need: { status: NeedStatus; submittedAt: Date | null; reopenedAt?: Date | null },
  now: Date,
): boolean {
  const due = answerDue(need)
  return (need.status === 'submitted' || need.status === 'acknowledged') && due !== null && due < now
}

/** Which fields differ between two texts, in the order of the form. Competences are the same in whatever order. */
export function changedFields(before: NeedContent, after: NeedContent): (keyof NeedContent)[] {
  const told = (content: NeedContent) => ({ ...content, competences: content.competences.toSorted() })
  return contentFields.filter((field) => JSON.stringify(told(before)[field]) !== JSON.stringify(told(after)[field]))
}
