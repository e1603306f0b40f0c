import type { SeedCompetence } from './seed-types.ts'

/** The eight competences that chapter 4.2 of the main report asks of the core. */
export const competences: SeedCompetence[] = [
  { key: 'computing', sv: 'Beräkningskapacitet', en: 'Computing capacity' },
  { key: 'cyber-security', sv: 'Cybersäkerhet', en: 'Cyber security' },
  { key: 'testing', sv: 'Testning och validering', en: 'Testing and validation' },
  { key: 'identity', sv: 'Identitet och behörighet', en: 'Identity and authorisation' },
  { key: 'connectivity', sv: 'Konnektivitet', en: 'Connectivity' },
  { key: 'law', sv: 'Juridik', en: 'Law' },
  { key: 'data-governance', sv: 'Datastyrning', en: 'Data governance' },
  { key: 'eu-funding', sv: 'EU-finansiering', en: 'EU funding' },
]
