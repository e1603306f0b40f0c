const levels = [
  { below: 0.3, name: 'veryLoose' },
  { below: 0.45, name: 'loose' },
  { below: 0.55, name: 'middle' },
  { below: 0.7, name: 'strict' },
] as const

/** The word for a strictness of 0 to 1: a number would say nothing to a reader. */
export function levelOf(strictness: number) {
  return levels.find(({ below }) => strictness < below - 1e-9)?.name ?? 'very'
}
