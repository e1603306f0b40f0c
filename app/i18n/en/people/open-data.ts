export default {
  openData: {
    files: 'Files',
    intro: 'Each file is made when you download it.',
    needs: {
      title: 'Needs (CSV)',
      text: 'All public needs: who submitted them, when, and how far they have come. One row for each need.',
    },
    problems: {
      title: 'Shared problems (CSV)',
      text: 'The problems with the number of organisations and needs.',
    },
    decisions: {
      title: 'Decisions (CSV)',
      text: 'The decisions with type, reasons and dates. What is masked in the decision is masked in the file.',
    },
    organisations: {
      title: 'Organisations (CSV)',
      text: 'The register of organisations, with organisation numbers where they are known.',
    },
  },
} as const
