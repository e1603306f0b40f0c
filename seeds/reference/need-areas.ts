import type { SeedNeedArea } from './seed-types.ts'

/** The ten points of the summary in chapter 2.5 of the main report, in its order. */
export const needAreas: SeedNeedArea[] = [
  {
    key: 'coordination',
    sv: 'Samordning',
    en: 'Coordination',
    description: 'Ökad samordning för att minska fragmentering och parallella initiativ.',
    descriptionEn: 'More coordination, with less fragmentation and fewer parallel initiatives.',
  },
  {
    key: 'reuse',
    sv: 'Återanvändning',
    en: 'Reuse and scaling',
    description: 'Bättre möjligheter att återanvända och skala lösningar som fungerar.',
    descriptionEn: 'Better ways to reuse and scale solutions that work.',
  },
  {
    key: 'discoverability',
    sv: 'Upptäckbarhet',
    en: 'Discoverability',
    description: 'Lättare att hitta data och AI-resurser, även sådana som inte är öppna.',
    descriptionEn: 'Data and AI resources easier to find, also those that are not open.',
  },
  {
    key: 'access',
    sv: 'Villkor och åtkomst',
    en: 'Conditions and access',
    description: 'Tydliga villkor och effektiva processer för åtkomst till data, även skyddade data.',
    descriptionEn: 'Clear conditions and efficient processes for access to data, also protected data.',
  },
  {
    key: 'identity',
    sv: 'Identitet och tillit',
    en: 'Identity and trust',
    description: 'Gemensamma lösningar för identitet, behörighet och tillit när AI används.',
    descriptionEn: 'Shared solutions for identity, authorisation and trust where AI is used.',
  },
  {
    key: 'data-quality',
    sv: 'Datakvalitet',
    en: 'Data quality',
    description: 'Mer strukturerade, dokumenterade och kvalitetssäkrade data att använda för AI.',
    descriptionEn: 'More structured, documented and quality-assured data to use for AI.',
  },
  {
    key: 'data-management',
    sv: 'Intern datahantering',
    en: 'Internal data management',
    description: 'Metadata, informationsklassning och informationsägare i den egna organisationen.',
    descriptionEn: 'Metadata, classification and information owners in the organisation itself.',
  },
  {
    key: 'competence',
    sv: 'Kompetens',
    en: 'Competence',
    description: 'Mer kunskap om data, AI, juridik och informationssäkerhet.',
    descriptionEn: 'More knowledge of data, AI, law and information security.',
  },
  {
    key: 'lasting-collaboration',
    sv: 'Hållbar samverkan',
    en: 'Lasting collaboration',
    description: 'Samverkan som går från projekt till långsiktiga strukturer.',
    descriptionEn: 'Collaboration that moves from projects to lasting structures.',
  },
  {
    key: 'delivery',
    sv: 'Från samverkan till resultat',
    en: 'From collaboration to results',
    description: 'Bättre förmåga att omsätta samverkan i konkreta, gemensamma resultat som går att skala.',
    descriptionEn: 'A better ability to turn collaboration into concrete, shared results that scale.',
  },
]
