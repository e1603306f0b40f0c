/** On what ground somebody takes no part: the grounds that the page offers. */
export const recusalGrounds = ['organisation', 'close', 'other'] as const
export type RecusalGround = (typeof recusalGrounds)[number]

/** A recusal is kept as one text, the ground first. */
export function recusalText(ground: RecusalGround, words: string): string {
  return `${ground}: ${words.trim()}`
}

/** Ground and words of a recusal; no ground when the text was given as it is. */
export function readRecusal(reason: string): { ground: RecusalGround | null; words: string } {
  const ground = recusalGrounds.find((one) => reason.startsWith(`${one}: `) || reason === `${one}:`) ?? null
  return { ground, words: ground ? reason.slice(ground.length + 1).trim() : reason }
}

/** How far an assessor has come with one problem. */
export type Progress = 'none' | 'some' | 'done' | 'recused'

export function progressOf(assessment: { scored: number; recused: boolean } | undefined, criteria: number): Progress {
  if (assessment?.recused) return 'recused'
  if (!assessment || assessment.scored === 0) return 'none'
  return assessment.scored >= criteria ? 'done' : 'some'
}
