import type { NeedContent } from './need.ts'

/** The pages of the form, in their order. The last one shows all answers and has no fields of its own. */
export const needSteps = ['need', 'affected', 'tried', 'data', 'urgency', 'check'] as const
export type NeedStep = (typeof needSteps)[number]
export const answerSteps = ['need', 'affected', 'tried', 'data', 'urgency'] as const
export type AnswerStep = (typeof answerSteps)[number]

/** The fields of each page, in their order. */
export const stepFields = {
  need: ['title', 'description'],
  affected: ['affected', 'whoElse', 'needArea', 'domainArea'],
  tried: ['tried', 'consequence'],
  data: ['dataKind', 'pattern', 'legalQuestions', 'competences', 'confidentiality', 'integrity', 'availability'],
  urgency: ['urgency', 'urgencyReason', 'euRelevance', 'contactName', 'contactEmail'],
} as const satisfies Record<AnswerStep, readonly (keyof NeedContent)[]>

/** How far the form has come: never back, though one goes back to change an answer. */
export function furthestStep(reached: string | null, step: NeedStep): NeedStep {
  const before = needSteps.indexOf(reached as NeedStep)
  return needSteps[Math.max(before, needSteps.indexOf(step))] as NeedStep
}

/** The page after this one. */
export function stepAfter(step: AnswerStep): NeedStep {
  return needSteps[needSteps.indexOf(step) + 1] as NeedStep
}

/** A page of the form as somebody has it open. */
export interface OpenedPage {
  page: AnswerStep
  /** What it said when it was opened. */
  seen: string | undefined
  /** A mark of its own for each time the page is opened: what it wrote itself is no change to it. */
  mark?: string
}
