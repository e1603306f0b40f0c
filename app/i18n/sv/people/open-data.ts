export default {
  openData: {
    files: 'Filer',
    intro: 'Varje fil görs när du hämtar den.',
    needs: {
      title: 'Behov (CSV)',
      text: 'Alla offentliga behov: vem som har lämnat dem, när, och hur långt de har kommit. En rad för varje behov.',
    },
    problems: {
      title: 'Gemensamma problem (CSV)',
      text: 'Problemen med antal organisationer och behov.',
    },
    decisions: {
      title: 'Beslut (CSV)',
      text: 'Besluten med typ, skäl och datum. Det som är maskerat i beslutet är maskerat i filen.',
    },
    organisations: {
      title: 'Organisationer (CSV)',
      text: 'Registret över organisationer, med organisationsnummer där det är känt.',
    },
  },
} as const
