export default {
  nav: {
    inbox: 'Inkorg',
    needs: 'Behov',
    problems: 'Gemensamma problem',
    rounds: 'Omgångar',
    meetings: 'Möten',
    decisions: 'Beslut',
    resources: 'Resurser',
    imports: 'Import',
    admin: 'Administration',
  },
  footer: {
    about: 'Om Samsyn',
    openData: 'Öppna data',
    howWeCount: 'Så räknar vi',
    contact: 'Kontakt',
    accessibility: 'Tillgänglighetsredogörelse',
    privacy: 'Personuppgifter',
    cookies: 'Kakor',
    records: 'Allmänna handlingar',
  },
  demonstration:
    'Demonstration. Personer, siffror och beslut är påhittade. Behoven bygger på de rapporter som föreslår samverkansstrukturen.',
} as const
