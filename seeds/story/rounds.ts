/** Problems of the first round, which was closed and published. */
export const firstRound = [
  'find-data-and-ai-resources',
  'legal-support-protected-data',
  'shared-authorisation',
  'text-image-and-sound',
  'share-specialists',
  'owners-and-metadata',
  'grid-connection',
  'coordination-that-lasts',
]
/** Problems of the second round, which is being assessed now. */
export const secondRound = [
  'reuse-assessments',
  'test-language-models',
  'prototype-to-operation',
  'computing-for-the-small',
  'secure-environments-for-more',
  'models-leaving-environments',
  'speech-to-text-in-care',
  'synthetic-test-data',
  'answer-and-sort-questions',
]
