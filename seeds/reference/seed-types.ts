/** Shapes of the reference data and the seeded content. Plain data: nothing here knows the application or the database. */

/** Which of the five source reports, by the number that begins its file name. */
export type DocumentKey = '000' | '001' | '002' | '003' | '004'

export interface Source {
  document: DocumentKey
  section: string
}

export interface QuotedSource extends Source {
  /** At most 25 words, verbatim from the report, that the need builds on. */
  quote: string
}

export type OrganisationKind = 'state' | 'region' | 'municipality' | 'university' | 'company' | 'other'

export interface SeedOrganisation {
  key: string
  name: string
  nameEn: string
  kind: OrganisationKind
  /** Ten digits without hyphen, checksum right; null when not known for certain. */
  number: string | null
  /** Proposed place in the collaboration structure, as the report says it. */
  seat: 'core' | 'participant' | null
  /** An example that does not exist in reality. */
  invented?: true
  /** Where the organisation is named; for an invented one, the passage whose kind of organisation it stands for. */
  source: Source
}

export interface SeedNetwork {
  key: string
  name: string
  nameEn: string
  description: string
  descriptionEn: string
  /** Organisation keys. */
  members: string[]
  keepsBacklog: boolean
  source: Source
}

export interface SeedTerm {
  key: string
  sv: string
  en: string
}

export type SeedCompetence = SeedTerm
export type SeedDomainArea = SeedTerm

export interface SeedNeedArea extends SeedTerm {
  description: string
  descriptionEn: string
}

export type ResourceKind =
  | 'environment'
  | 'service'
  | 'building_block'
  | 'guidance'
  | 'legal_assessment'
  | 'data_set'
  | 'ai_model'
  | 'agreement'
  | 'programme'

export interface SeedResource {
  key: string
  name: string
  nameEn: string
  kind: ResourceKind
  /** Organisation key of the one who owns or answers for it. */
  owner: string | null
  description: string
  descriptionEn: string
  /** How one gets in, as the report says. */
  access: string
  accessEn: string
  /** ISO date of the report that last confirmed it. */
  confirmedOn: string
  source: Source
}

export type DataKind = 'open' | 'shared' | 'protected'
export type Pattern = 'compute_to_data' | 'data_to_compute' | 'federated'
export type Urgency = 'low' | 'medium' | 'high'

/** Confidentiality (k), integrity (r) and availability (t). Confidentiality above 2 is never held here. */
export interface InformationClass {
  k: 0 | 1 | 2
  r: 0 | 1 | 2 | 3
  t: 0 | 1 | 2 | 3
}

export interface SeedNeed {
  key: string
  title: string
  /** Markdown, light. */
  description: string
  affected: string
  consequence: string
  tried: string
  whoElse?: string
  /** Domain area key. */
  domainArea: string
  /** Need area key. */
  needArea: string
  dataKind: DataKind
  pattern?: Pattern
  legalQuestions?: string
  /** Competence keys. */
  competences: string[]
  urgency: Urgency
  urgencyReason: string
  euRelevance?: string
  /** Organisation key. */
  organisation: string
  /** Network key, when a network handed the need over for the organisation. */
  network?: string
  /** The network's own reference, such as SKR-AI-014. */
  networkReference?: string
  networkStatus?: string
  informationClass: InformationClass
  source: QuotedSource
}

export interface SeedProblem {
  key: string
  title: string
  description: string
  /** Need area key. */
  needArea: string
  needKeys: string[]
  effort: { personMonths: number; sek: number }
}

/** A need of one organisation alone, with the resources that answer it. */
export interface SeedIndividualNeed {
  need: string
  /** Resource keys. */
  resources: string[]
}

export type SeedRoleName =
  | 'representative'
  | 'network_coordinator'
  | 'coordinator'
  | 'assessor'
  | 'committee_member'
  | 'resource_owner'
  | 'group_lead'
  | 'group_member'
  | 'partner'
  | 'administrator'

export interface SeedRole {
  role: SeedRoleName
  /** Organisation key the role is held for. */
  organisation?: string
  /** Network key the role is held for. */
  network?: string
}

export interface SeedPerson {
  key: string
  name: string
  email: string
  /** Organisation keys. */
  organisations: string[]
  roles: SeedRole[]
  /** One line on the sign-in page of the demonstration. */
  introduction: { sv: string; en: string }
}
