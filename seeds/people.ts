import type { SeedPerson } from './reference/seed-types.ts'

/** The cast of the demonstration. Every person is invented; the addresses are in the domain reserved for examples. */
export const people: SeedPerson[] = [
  {
    key: 'maria-edholm',
    name: 'Maria Edholm',
    email: 'maria.edholm@granasa.example',
    organisations: ['granasa-kommun'],
    roles: [{ role: 'representative', organisation: 'granasa-kommun' }],
    introduction: {
      sv: 'Behovsägare i Granåsa kommun. Har ett behov som nätverket lämnade och som nu är beslutat.',
      en: 'Represents Granåsa Municipality. Has a need that the network handed over and that is now decided.',
    },
  },
  {
    key: 'tove-hagman',
    name: 'Tove Hagman',
    email: 'tove.hagman@ekvalla.example',
    organisations: ['ekvalla-kommun'],
    roles: [{ role: 'representative', organisation: 'ekvalla-kommun' }],
    introduction: {
      sv: 'Behovsägare i Ekvalla kommun. Har ett utkast kvar att lämna in.',
      en: 'Represents Ekvalla Municipality. Has a draft left to submit.',
    },
  },
  {
    key: 'jonas-brolin',
    name: 'Jonas Brolin',
    email: 'jonas.brolin@lindhamra.example',
    organisations: ['lindhamra-kommun'],
    roles: [{ role: 'representative', organisation: 'lindhamra-kommun' }],
    introduction: {
      sv: 'Behovsägare i Lindhamra kommun. Ska bekräfta behov som SKR:s nätverk har lämnat.',
      en: 'Represents Lindhamra Municipality. Is asked to confirm needs that the SKR network handed over.',
    },
  },
  {
    key: 'samira-nouri',
    name: 'Samira Nouri',
    email: 'samira.nouri@mellansjo.example',
    organisations: ['region-mellansjo'],
    roles: [{ role: 'representative', organisation: 'region-mellansjo' }],
    introduction: {
      sv: 'Behovsägare i Region Mellansjö. Har lämnat samma behov på två vägar.',
      en: 'Represents Region Mellansjö. Has submitted the same need by two ways.',
    },
  },
  {
    key: 'gustav-ekroth',
    name: 'Gustav Ekroth',
    email: 'gustav.ekroth@registerverket.example',
    organisations: ['statens-registerverk'],
    roles: [{ role: 'representative', organisation: 'statens-registerverk' }],
    introduction: {
      sv: 'Behovsägare i Statens registerverk. Följer ett problem som bedöms just nu.',
      en: 'Represents the National Register Agency. Follows a problem that is being assessed now.',
    },
  },
  {
    key: 'petra-lovgren',
    name: 'Petra Lövgren',
    email: 'petra.lovgren@ostvik.example',
    organisations: ['region-ostvik'],
    roles: [{ role: 'representative', organisation: 'region-ostvik' }],
    introduction: {
      sv: 'Behovsägare i Region Östvik. Delar flera behov med andra regioner.',
      en: 'Represents Region Östvik. Shares several needs with other regions.',
    },
  },
  {
    key: 'hakan-sjodin',
    name: 'Håkan Sjödin',
    email: 'hakan.sjodin@askoga.example',
    organisations: ['askoga-kommun'],
    roles: [{ role: 'representative', organisation: 'askoga-kommun' }],
    introduction: {
      sv: 'Behovsägare i Åskoga kommun. Väntar på svar om ett enskilt behov.',
      en: 'Represents Åskoga Municipality. Awaits the answer to an individual need.',
    },
  },
  {
    key: 'amina-warsame',
    name: 'Amina Warsame',
    email: 'amina.warsame@stodarenden.example',
    organisations: ['myndigheten-for-stodarenden'],
    roles: [{ role: 'representative', organisation: 'myndigheten-for-stodarenden' }],
    introduction: {
      sv: 'Behovsägare i Myndigheten för stödärenden. Har fått frågan om behovet är löst.',
      en: 'Represents the Agency for Support Cases. Is asked whether the need is solved.',
    },
  },
  {
    key: 'anders-melin',
    name: 'Anders Melin',
    email: 'anders.melin@sambruk.example',
    organisations: ['sambruk'],
    roles: [{ role: 'network_coordinator', network: 'sambruk' }],
    introduction: {
      sv: 'Samordnare för nätverket Sambruk. Lämnar över en hel lista med behov.',
      en: 'Coordinates the Sambruk network. Hands over a whole list of needs.',
    },
  },
  {
    key: 'helena-strid',
    name: 'Helena Strid',
    email: 'helena.strid@skr.example',
    organisations: ['skr'],
    roles: [{ role: 'network_coordinator', network: 'skr-ai' }],
    introduction: {
      sv: 'Samordnare för SKR:s nätverk för AI. Väntar på att kommuner bekräftar.',
      en: 'Coordinates SKR’s AI network. Waits for municipalities to confirm.',
    },
  },
  {
    key: 'david-karlstrom',
    name: 'David Karlström',
    email: 'david.karlstrom@esam.example',
    organisations: ['esam'],
    roles: [{ role: 'network_coordinator', network: 'esam' }],
    introduction: {
      sv: 'Samordnare i eSam. Följer vad som hände med myndigheternas behov.',
      en: 'Coordinates eSam. Follows what happened to the needs of the authorities.',
    },
  },
  {
    key: 'ingrid-stahl',
    name: 'Ingrid Ståhl',
    email: 'ingrid.stahl@digg.example',
    organisations: ['digg'],
    roles: [{ role: 'coordinator', organisation: 'digg' }],
    introduction: {
      sv: 'Samordnare på Digg. Tar emot behov, bildar gemensamma problem och förbereder omgångar.',
      en: 'Coordinator at Digg. Receives needs, forms shared problems and prepares rounds.',
    },
  },
  {
    key: 'johan-myren',
    name: 'Johan Myrén',
    email: 'johan.myren@digg.example',
    organisations: ['digg'],
    roles: [{ role: 'coordinator', organisation: 'digg' }],
    introduction: {
      sv: 'Samordnare på Digg. Förbereder utskottets möten och hänvisar enskilda behov.',
      en: 'Coordinator at Digg. Prepares the meetings of the committee and refers individual needs.',
    },
  },
  {
    key: 'elin-forsgren',
    name: 'Elin Forsgren',
    email: 'elin.forsgren@mellansjo.example',
    organisations: ['region-mellansjo'],
    roles: [{ role: 'assessor', organisation: 'region-mellansjo' }],
    introduction: {
      sv: 'Bedömare från Region Mellansjö. Har hunnit en bit i den öppna omgången.',
      en: 'Assessor from Region Mellansjö. Is part of the way through the open round.',
    },
  },
  {
    key: 'karim-haddad',
    name: 'Karim Haddad',
    email: 'karim.haddad@registerverket.example',
    organisations: ['statens-registerverk'],
    roles: [
      { role: 'assessor', organisation: 'statens-registerverk' },
      { role: 'committee_member', organisation: 'statens-registerverk' },
    ],
    introduction: {
      sv: 'Bedömare och utskottsledamot från Statens registerverk. Jävig i ett problem.',
      en: 'Assessor and committee member from the National Register Agency. Recused in one problem.',
    },
  },
  {
    key: 'lena-sjoo',
    name: 'Lena Sjöö',
    email: 'lena.sjoo@norrvalla.example',
    organisations: ['norrvalla-kommun'],
    roles: [{ role: 'assessor', organisation: 'norrvalla-kommun' }],
    introduction: {
      sv: 'Bedömare från Norrvalla kommun. Klar med den öppna omgången.',
      en: 'Assessor from Norrvalla Municipality. Done with the open round.',
    },
  },
  {
    key: 'per-nordahl',
    name: 'Per Nordahl',
    email: 'per.nordahl@kb.example',
    organisations: ['kungliga-biblioteket'],
    roles: [
      { role: 'assessor', organisation: 'kungliga-biblioteket' },
      { role: 'committee_member', organisation: 'kungliga-biblioteket' },
    ],
    introduction: {
      sv: 'Bedömare och utskottsledamot från Kungliga biblioteket.',
      en: 'Assessor and committee member from the National Library.',
    },
  },
  {
    key: 'sara-wikner',
    name: 'Sara Wikner',
    email: 'sara.wikner@ostvik.example',
    organisations: ['region-ostvik'],
    roles: [{ role: 'assessor', organisation: 'region-ostvik' }],
    introduction: {
      sv: 'Bedömare från Region Östvik. Har inte börjat än.',
      en: 'Assessor from Region Östvik. Has not started yet.',
    },
  },
  {
    key: 'mattias-ronn',
    name: 'Mattias Rönn',
    email: 'mattias.ronn@forsakringskassan.example',
    organisations: ['forsakringskassan'],
    roles: [
      { role: 'assessor', organisation: 'forsakringskassan' },
      { role: 'committee_member', organisation: 'forsakringskassan' },
    ],
    introduction: {
      sv: 'Bedömare och utskottsledamot från Försäkringskassan.',
      en: 'Assessor and committee member from the Social Insurance Agency.',
    },
  },
  {
    key: 'anders-wiklund',
    name: 'Anders Wiklund',
    email: 'anders.wiklund@digg.example',
    organisations: ['digg'],
    roles: [{ role: 'committee_member', organisation: 'digg' }],
    introduction: {
      sv: 'Utskottets ordförande, från Digg.',
      en: 'Chairs the committee, from Digg.',
    },
  },
  {
    key: 'leila-hosseini',
    name: 'Leila Hosseini',
    email: 'leila.hosseini@skatteverket.example',
    organisations: ['skatteverket'],
    roles: [{ role: 'committee_member', organisation: 'skatteverket' }],
    introduction: {
      sv: 'Utskottsledamot från Skatteverket. Justerar protokollet.',
      en: 'Committee member from the Tax Agency. Approves the minutes.',
    },
  },
  {
    key: 'karin-oberg',
    name: 'Karin Öberg',
    email: 'karin.oberg@mellansjo.example',
    organisations: ['region-mellansjo'],
    roles: [{ role: 'committee_member', organisation: 'region-mellansjo' }],
    introduction: {
      sv: 'Utskottsledamot från Region Mellansjö. Hade avvikande mening i ett beslut.',
      en: 'Committee member from Region Mellansjö. Dissented in one decision.',
    },
  },
  {
    key: 'sofia-brandt',
    name: 'Sofia Brandt',
    email: 'sofia.brandt@ekvalla.example',
    organisations: ['ekvalla-kommun'],
    roles: [{ role: 'committee_member', organisation: 'ekvalla-kommun' }],
    introduction: {
      sv: 'Utskottsledamot från Ekvalla kommun. Jävig i ett ärende.',
      en: 'Committee member from Ekvalla Municipality. Recused in one item.',
    },
  },
  {
    key: 'bengt-sandahl',
    name: 'Bengt Sandahl',
    email: 'bengt.sandahl@scb.example',
    organisations: ['statistiska-centralbyran'],
    roles: [{ role: 'resource_owner', organisation: 'statistiska-centralbyran' }],
    introduction: {
      sv: 'Resursägare i taktiskt samordningsforum, från Statistiska centralbyrån.',
      en: 'Resource owner in the tactical forum, from Statistics Sweden.',
    },
  },
  {
    key: 'monika-hedlund',
    name: 'Monika Hedlund',
    email: 'monika.hedlund@socialstyrelsen.example',
    organisations: ['socialstyrelsen'],
    roles: [{ role: 'resource_owner', organisation: 'socialstyrelsen' }],
    introduction: {
      sv: 'Resursägare i taktiskt samordningsforum, från Socialstyrelsen.',
      en: 'Resource owner in the tactical forum, from the National Board of Health and Welfare.',
    },
  },
  {
    key: 'farid-azimi',
    name: 'Farid Azimi',
    email: 'farid.azimi@digg.example',
    organisations: ['digg'],
    roles: [{ role: 'group_lead', organisation: 'digg' }],
    introduction: {
      sv: 'Leder den tematiska arbetsgruppen om skyddade data.',
      en: 'Leads the thematic group on protected data.',
    },
  },
  {
    key: 'klara-vinge',
    name: 'Klara Vinge',
    email: 'klara.vinge@stromhaga.example',
    organisations: ['stromhaga-medicinteknik'],
    roles: [{ role: 'partner', organisation: 'stromhaga-medicinteknik' }],
    introduction: {
      sv: 'Partner från ett medicintekniskt företag. Söker utlysningar och konsortier.',
      en: 'Partner from a medical technology company. Looks for calls and consortia.',
    },
  },
  {
    key: 'yrsa-lind',
    name: 'Yrsa Lind',
    email: 'yrsa.lind@digg.example',
    organisations: ['digg'],
    roles: [{ role: 'administrator' }],
    introduction: {
      sv: 'Administratör. Ser vem som får göra vad, och varför.',
      en: 'Administrator. Sees who may do what, and why.',
    },
  },
]
