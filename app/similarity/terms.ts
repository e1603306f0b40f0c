import type { TermEntry } from './term-list.ts'

export const TERMS: readonly TermEntry[] = [
  { sv: ['artificiell intelligens', 'AI'], en: ['artificial intelligence', 'AI'] },
  { sv: ['dataskyddsförordningen', 'GDPR', 'allmänna dataskyddsförordningen'], en: ['general data protection regulation', 'GDPR'] },
]
