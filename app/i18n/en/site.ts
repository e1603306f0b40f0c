export default {
  nav: {
    inbox: 'Inbox',
    needs: 'Needs',
    problems: 'Shared problems',
    rounds: 'Rounds',
    meetings: 'Meetings',
    decisions: 'Decisions',
    resources: 'Resources',
    imports: 'Import',
    admin: 'Administration',
  },
  footer: {
    about: 'About Samsyn',
    openData: 'Open data',
    howWeCount: 'How we count',
    contact: 'Contact',
    accessibility: 'Accessibility statement',
    privacy: 'Personal data',
    cookies: 'Cookies',
    records: 'Public records',
  },
  demonstration:
    'Demonstration. Persons, figures and decisions are invented. The needs build on the reports that propose the collaboration structure.',
} as const
