import type { SeedResource } from './seed-types.ts'

/** Environments, services and building blocks that one can work in or build on. */
export const workingEnvironments: SeedResource[] = [
  {
    key: 'ai-verkstaden',
    name: 'AI-verkstaden',
    nameEn: 'AI workshop',
    kind: 'service',
    owner: null,
    description:
      'Förvaltningsgemensamt stöd från Försäkringskassan och Skatteverket för att formulera behov, få metodstöd och ta fram prototyper. En ingång för den som saknar egen kapacitet.',
    descriptionEn:
      'Shared support run by the Social Insurance Agency and the Tax Agency for formulating needs, methods and prototypes. A way in for those without capacity of their own.',
    access:
      'Vänder sig till offentliga organisationer, särskilt kommuner och mindre myndigheter. Ersätter inte testmiljöer eller beräkningsmiljöer, utan visar vidare till rätt miljö.',
    accessEn:
      'For public organisations, especially municipalities and small authorities. It does not replace test or computing environments but leads on to the right one.',
    confirmedOn: '2026-05-19',
    source: { document: '001', section: '4.2.2.1' },
  },
  {
    key: 'ai-fabriken-mimer',
    name: 'AI-fabriken Mimer',
    nameEn: 'Mimer AI Factory',
    kind: 'environment',
    owner: 'linkopings-universitet',
    description:
      'Nationell resurs för AI-optimerad beräkning och lagring, främst för kortare projekt. Linköpings universitet, NAISS och RISE samverkar.',
    descriptionEn:
      'National resource for AI-optimised computing and storage, mainly for shorter projects. Linköping University, NAISS and RISE work together.',
    access:
      'För offentlig förvaltning, små och medelstora företag samt akademi. Planeras att öppna 1 februari 2027. Den som ansluter behöver egen kompetens i datavetenskap.',
    accessEn:
      'For public administration, small and medium-sized companies and academia. Planned to open on 1 February 2027. Those who connect need their own competence in data science.',
    confirmedOn: '2026-05-19',
    source: { document: '001', section: '4.2.2.3' },
  },
  {
    key: 'datalabbet-mimer',
    name: 'Datalabbet i AI-fabriken Mimer',
    nameEn: 'Data lab of the Mimer AI Factory',
    kind: 'environment',
    owner: 'linkopings-universitet',
    description:
      'Hjälper till att förbereda, strukturera och använda data för AI. En ingång till resurser och expertstöd, särskilt för mindre aktörer.',
    descriptionEn:
      'Helps prepare, structure and use data for AI. A way in to resources and expert support, especially for smaller organisations.',
    access: 'Etableras som en del av AI-fabriken, som planeras att öppna 1 februari 2027.',
    accessEn: 'Being set up as part of the AI factory, which is planned to open on 1 February 2027.',
    confirmedOn: '2026-05-19',
    source: { document: '001', section: '4.2.2.3' },
  },
  {
    key: 'tef-health',
    name: 'TEF-Health, svenska noden',
    nameEn: 'TEF-Health, Swedish node',
    kind: 'environment',
    owner: 'karolinska-institutet',
    description:
      'Europeisk test- och valideringsmiljö för AI i vården. Den svenska noden leds av Karolinska Institutet med bland andra RISE och SciLifeLab.',
    descriptionEn:
      'European environment for testing and validating AI in health care. Karolinska Institutet leads the Swedish node with RISE, SciLifeLab and others.',
    access: 'Den svenska noden ger tillgång till testbäddar, hälsodata, regulatoriskt stöd och expertmiljöer.',
    accessEn: 'The Swedish node gives access to test beds, health data, regulatory support and expert environments.',
    confirmedOn: '2026-05-19',
    source: { document: '001', section: '4.2.2.2' },
  },
  {
    key: 'rise-testmiljoer',
    name: 'Testmiljöer för data och AI hos RISE',
    nameEn: 'RISE test environments for data and AI',
    kind: 'environment',
    owner: 'rise',
    description: 'Miljöer där organisationer kan utveckla, testa och visa datadrivna lösningar och AI.',
    descriptionEn: 'Environments where organisations can develop, test and demonstrate data-driven solutions and AI.',
    access: 'Rapporten beskriver miljöerna men inte villkoren. Fråga RISE.',
    accessEn: 'The report describes the environments but not the conditions. Ask RISE.',
    confirmedOn: '2026-05-19',
    source: { document: '001', section: '4.2.2.2' },
  },
  {
    key: 'innovationssandladan',
    name: 'Innovationssandlådan för dataskydd',
    nameEn: 'Regulatory sandbox for data protection',
    kind: 'environment',
    owner: 'integritetsskyddsmyndigheten',
    description:
      'Fördjupad vägledning om dataskydd i ett avgränsat innovationsprojekt under sex månader. Slutar i en rapport som alla kan läsa.',
    descriptionEn:
      'In-depth guidance on data protection in one delimited innovation project during six months. Ends in a report that anyone can read.',
    access:
      'Kostnadsfritt. Intresseanmälan på imy.se/sandlada under anmälningsperioden. Två projekt väljs ut efter projektets status, samhällsnytta och hur tydliga frågorna är.',
    accessEn:
      'Free of charge. Expression of interest at imy.se/sandlada during the application period. Two projects are chosen by their status, benefit to society and how clear the questions are.',
    confirmedOn: '2026-04-14',
    source: { document: '004', section: 'Om innovationssandlådan och pågående projekt' },
  },
  {
    key: 'regulatorisk-sandlada-ai',
    name: 'Regulatorisk sandlåda för AI',
    nameEn: 'Regulatory sandbox for AI',
    kind: 'environment',
    owner: 'post-och-telestyrelsen',
    description:
      'Testning och utveckling av AI-system under tillsyn enligt AI-förordningen. Regeringen har aviserat att Post- och telestyrelsen ska få uppdraget.',
    descriptionEn:
      'Testing and development of AI systems under supervision according to the AI Act. The government has announced that the Post and Telecom Authority will get the task.',
    access: 'Inte öppen än. AI-verkstaden kan hjälpa den som vill förbereda sig.',
    accessEn: 'Not open yet. The AI workshop can help those who want to prepare.',
    confirmedOn: '2026-05-19',
    source: { document: '001', section: '4.2.2.2' },
  },
  {
    key: 'naiss-berakning',
    name: 'Nationella beräkningsresurser genom NAISS',
    nameEn: 'National computing resources through NAISS',
    kind: 'environment',
    owner: 'naiss',
    description: 'Nationell infrastruktur för högpresterande beräkning, som AI-fabriken bygger vidare på.',
    descriptionEn: 'National infrastructure for high-performance computing, on which the AI factory builds.',
    access:
      'Finansieras i dag med forskningsmedel. Rapporten föreslår en särskild andel för offentlig förvaltning från 2028.',
    accessEn:
      'Funded by research money today. The report proposes a separate share for public administration from 2028.',
    confirmedOn: '2026-05-19',
    source: { document: '001', section: '5.5' },
  },
  {
    key: 'dataverkstaden-stod',
    name: 'Dataverkstaden',
    nameEn: 'Dataverkstaden',
    kind: 'service',
    owner: 'internetstiftelsen',
    description: 'Stöd till offentliga organisationer som vill komma vidare med sina data.',
    descriptionEn: 'Support for public organisations that want to get further with their data.',
    access: 'Kontakta Internetstiftelsen.',
    accessEn: 'Contact the Swedish Internet Foundation.',
    confirmedOn: '2026-05-19',
    source: { document: '001', section: '2.4' },
  },
  {
    key: 'sveriges-dataportal',
    name: 'Sveriges dataportal',
    nameEn: 'Sweden’s data portal',
    kind: 'service',
    owner: 'digg',
    description:
      'Nationell förteckning över öppna data och informationspunkt för skyddade data: metadata om datamängder, API:er, begrepp och specifikationer.',
    descriptionEn:
      'National catalogue of open data and single information point for protected data: metadata on data sets, APIs, concepts and specifications.',
    access:
      'Öppen för alla på dataportal.se. Metadata om AI-modeller, analysmiljöer och åtkomstvillkor finns inte än men föreslås.',
    accessEn:
      'Open to everyone at dataportal.se. Metadata on AI models, analysis environments and access conditions are proposed but not there yet.',
    confirmedOn: '2026-05-19',
    source: { document: '001', section: '1.4.1' },
  },
  {
    key: 'metadatatest',
    name: 'Testmiljö för metadata',
    nameEn: 'Test environment for metadata',
    kind: 'service',
    owner: 'digg',
    description:
      'Här kan den som ska publicera prova sina metadata innan de hamnar på Sveriges dataportal. Visar fel, brutna länkar och vad som kan bli bättre.',
    descriptionEn:
      'Here a publisher can try out metadata before they reach the data portal. Shows errors, broken links and what can be improved.',
    access: 'Öppen för den som publicerar. Lathundar finns på docs.dataportal.se.',
    accessEn: 'Open to those who publish. Guides are at docs.dataportal.se.',
    confirmedOn: '2021-01-31',
    source: { document: '002', section: '2.2.5' },
  },
  {
    key: 'dataportalens-forum',
    name: 'Communityt på Sveriges dataportal',
    nameEn: 'Community of the data portal',
    kind: 'service',
    owner: 'digg',
    description: 'En yta för kunskapsdelning och frågor om data, API:er och portalen.',
    descriptionEn: 'A place for sharing knowledge and asking about data, APIs and the portal.',
    access: 'Öppet för alla.',
    accessEn: 'Open to everyone.',
    confirmedOn: '2021-01-31',
    source: { document: '002', section: '2.2.3' },
  },
  {
    key: 'samkatalog-halsodata',
    name: 'Samkatalog för sekundäranvändning av hälsodata',
    nameEn: 'Shared catalogue for secondary use of health data',
    kind: 'service',
    owner: null,
    description:
      'Katalog där hälsodatamängder från flera regioner ska gå att hitta, enligt rapportens användningsfall.',
    descriptionEn:
      'Catalogue in which health data sets of several regions are to be found, as the use case of the report describes it.',
    access: 'Åtkomst till själva uppgifterna kräver tillstånd enligt EHDS.',
    accessEn: 'Access to the data themselves requires a permit under the European Health Data Space.',
    confirmedOn: '2026-05-19',
    source: { document: '001', section: '3.1.1' },
  },
  {
    key: 'af-jobtech',
    name: 'Datalabbet AF JobTech',
    nameEn: 'Data lab AF JobTech',
    kind: 'service',
    owner: 'arbetsformedlingen',
    description: 'Arbetsförmedlingens datalabb, som delar kunskap om öppna data och öppen källkod.',
    descriptionEn:
      'The data lab of the Public Employment Service, which shares knowledge of open data and open source.',
    access: 'Deltar i nätverket NOSAD med månatliga seminarier.',
    accessEn: 'Takes part in the NOSAD network with monthly seminars.',
    confirmedOn: '2021-01-31',
    source: { document: '002', section: '2.3.4' },
  },
  {
    key: 'trafiklab',
    name: 'Trafiklab',
    nameEn: 'Trafiklab',
    kind: 'service',
    owner: 'samtrafiken',
    description: 'Samtrafikens datalabb.',
    descriptionEn: 'The data lab of Samtrafiken.',
    access: 'Deltar i nätverket NOSAD med månatliga seminarier.',
    accessEn: 'Takes part in the NOSAD network with monthly seminars.',
    confirmedOn: '2021-01-31',
    source: { document: '002', section: '2.3.4' },
  },
  {
    key: 'samordnad-identitet',
    name: 'Samordnad identitet och behörighet',
    nameEn: 'Coordinated identity and authorisation',
    kind: 'building_block',
    owner: 'digg',
    description:
      'Gemensam grund i Ena för att avgöra vem någon är och vad den får göra, över organisationsgränser. Gäller även utbyte mellan system.',
    descriptionEn:
      'Shared ground within Ena for deciding who somebody is and what they may do, across organisations. Also for exchange between systems.',
    access: 'Byggs på regeringens uppdrag. En tillämpning för data och AI föreslås från 2027.',
    accessEn: 'Being built on a government commission. An application to data and AI is proposed from 2027.',
    confirmedOn: '2026-05-19',
    source: { document: '001', section: '1.4.2' },
  },
  {
    key: 'saker-digital-kommunikation',
    name: 'Säker digital kommunikation (SDK)',
    nameEn: 'Secure digital communication (SDK)',
    kind: 'building_block',
    owner: 'digg',
    description:
      'Etablerad komponent i Ena för säker och standardiserad överföring av information mellan offentliga organisationer. Bygger på principer i eDelivery.',
    descriptionEn:
      'Established component of Ena for secure and standardised transfer of information between public organisations. Builds on eDelivery principles.',
    access: 'För offentliga organisationer som anslutit sig. Löser överföring, inte analys där data finns.',
    accessEn: 'For public organisations that have joined. It solves transfer, not analysis where the data are.',
    confirmedOn: '2026-05-19',
    source: { document: '001', section: '5.4.1' },
  },
  {
    key: 'edelivery',
    name: 'eDelivery',
    nameEn: 'eDelivery',
    kind: 'building_block',
    owner: null,
    description: 'Europeisk byggsten för säker meddelandeöverföring med kryptering och certifikat.',
    descriptionEn: 'European building block for secure messaging with encryption and certificates.',
    access: 'Öppen europeisk standard.',
    accessEn: 'Open European standard.',
    confirmedOn: '2026-05-19',
    source: { document: '001', section: '5.4.1' },
  },
]
