import type { SeedDomainArea } from './seed-types.ts'

/** The fields of public work in which the reports place their examples (001 chapters 3.1 and 7, 002 chapter 1.4). */
export const domainAreas: SeedDomainArea[] = [
  { key: 'health', sv: 'Hälso- och sjukvård', en: 'Health care' },
  { key: 'social-services', sv: 'Socialtjänst och omsorg', en: 'Social services and care' },
  { key: 'education', sv: 'Skola och utbildning', en: 'Schools and education' },
  { key: 'labour', sv: 'Arbetsmarknad', en: 'Labour market' },
  { key: 'justice', sv: 'Rättsväsende', en: 'Justice' },
  { key: 'transport', sv: 'Transport och trafik', en: 'Transport and traffic' },
  { key: 'energy', sv: 'Energi', en: 'Energy' },
  { key: 'environment', sv: 'Miljö och klimat', en: 'Environment and climate' },
  { key: 'planning', sv: 'Samhällsbyggnad och geodata', en: 'Planning and geodata' },
  { key: 'preparedness', sv: 'Beredskap och säkerhet', en: 'Preparedness and security' },
  { key: 'casework', sv: 'Handläggning och service', en: 'Casework and service' },
  { key: 'taxes-and-benefits', sv: 'Skatt, stöd och försäkring', en: 'Taxes, benefits and insurance' },
  { key: 'culture', sv: 'Kultur, bibliotek och arkiv', en: 'Culture, libraries and archives' },
  { key: 'research', sv: 'Forskning och statistik', en: 'Research and statistics' },
  { key: 'business', sv: 'Näringsliv och upphandling', en: 'Business and procurement' },
  { key: 'cross-sector', sv: 'Sektorsövergripande', en: 'Cross-sector' },
]
