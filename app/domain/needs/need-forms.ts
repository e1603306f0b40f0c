import { z } from 'zod'
import {
  answerLimit,
  commentLimit,
  competences,
  dataKinds,
  domainAreas,
  needAreas,
  needLimits,
  needStatuses,
  patterns,
  referralKinds,
  urgencies,
} from './need.ts'
import { type AnswerStep, type OpenedPage, stepFields } from './need-steps.ts'

const words = (most: number) => z.string().trim().max(most, 'common.form.tooLong')
const optional = (most: number) => words(most).default('')
/** A choice that may be left open: an empty value is none. */
const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    z.enum(values, 'common.form.choose').nullable(),
  )
/** Checkboxes: none, one or several of the same name. */
const choices = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(values, 'common.form.choose')).max(values.length),
  )
const level = z.coerce
  .number('common.form.choose')
  .int('common.form.choose')
  .min(0, 'common.form.choose')
  .max(4, 'common.form.choose')
  .default(0)

/** The address of whoever may be asked about a need, whichever way it comes in. */
export const contactAddress = z.email('common.form.email').max(needLimits.contactEmail, 'common.form.tooLong')

const fields = {
  title: words(needLimits.title).min(1, 'needs.form.title.missing'),
  description: words(needLimits.description).min(1, 'needs.form.description.missing'),
  affected: optional(needLimits.affected),
  whoElse: optional(needLimits.whoElse),
  domainArea: choice(domainAreas),
  needArea: choice(needAreas),
  consequence: optional(needLimits.consequence),
  tried: optional(needLimits.tried),
  dataKind: choice(dataKinds),
  pattern: choice(patterns),
  legalQuestions: optional(needLimits.legalQuestions),
  competences: choices(competences),
  confidentiality: level,
  integrity: level,
  availability: level,
  urgency: choice(urgencies),
  urgencyReason: optional(needLimits.urgencyReason),
  euRelevance: optional(needLimits.euRelevance),
  contactName: optional(needLimits.contactName),
  contactEmail: z.union([z.literal(''), contactAddress]).default(''),
}

/** One page of the form. */
export const stepForms = {
  need: z.object({ title: fields.title, description: fields.description }),
  affected: z.object({
    affected: fields.affected,
    whoElse: fields.whoElse,
    domainArea: fields.domainArea,
    needArea: fields.needArea,
  }),
  tried: z.object({ tried: fields.tried, consequence: fields.consequence }),
  data: z.object({
    dataKind: fields.dataKind,
    pattern: fields.pattern,
    legalQuestions: fields.legalQuestions,
    competences: fields.competences,
    confidentiality: fields.confidentiality,
    integrity: fields.integrity,
    availability: fields.availability,
  }),
  urgency: z.object({
    urgency: fields.urgency,
    urgencyReason: fields.urgencyReason,
    euRelevance: fields.euRelevance,
    contactName: fields.contactName,
    contactEmail: fields.contactEmail,
  }),
} satisfies Record<AnswerStep, z.ZodObject>

/** The whole text at once: a new version, a correction, a row of an import. */
export const needForm = z.object(fields)
export type NeedForm = z.infer<typeof needForm>

export const revisionForm = needForm.extend({
  reason: words(commentLimit).min(1, 'needs.revision.reason.missing'),
  version: z.coerce.number().int().min(1),
})
export const correctionForm = needForm.extend({ version: z.coerce.number().int().min(1) })

/**
 * What of a half-written page can be kept while somebody types: texts that fit and choices that exist.
 * Nothing is missing here, and what does not fit is left for the form itself to say.
 */
export function draftFields(step: AnswerStep, typed: Record<string, unknown>): Partial<NeedForm> {
  const loose = { ...fields, title: words(needLimits.title), description: words(needLimits.description) }
  const kept: Record<string, unknown> = {}
  for (const field of stepFields[step]) {
    if (!(field in typed) && field !== 'competences') continue
    const parsed = loose[field].safeParse(typed[field])
    if (parsed.success) kept[field] = parsed.data
  }
  return kept as Partial<NeedForm>
}

/** Which opened page was sent, as its form says. */
export function openedIn(page: AnswerStep, { seen, mark }: Record<string, unknown>): OpenedPage {
  return {
    page,
    seen: typeof seen === 'string' ? seen : undefined,
    mark: typeof mark === 'string' && /^[\w-]{1,40}$/.test(mark) ? mark : undefined,
  }
}

const filtered = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values).optional().catch(undefined)
const flag = z
  .enum(['1'])
  .optional()
  .catch(undefined)
  .transform((value) => value === '1')
const key = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/)
  .optional()
  .catch(undefined)

/** What a list of needs is filtered by, in its address. What makes no sense is left out. */
export const needFilterForm = z.object({
  area: filtered(needAreas),
  kind: filtered(['state', 'region', 'municipality', 'university', 'company', 'other']),
  status: filtered(needStatuses),
  network: key,
  organisation: key,
  own: flag,
  unconfirmed: flag,
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export const startForm = z.object({ organisationId: z.string('common.form.choose').min(1, 'common.form.choose') })
export const reasonForm = z.object({ reason: words(commentLimit).min(1, 'needs.reason.missing') })
export const endorsementForm = z.object({
  organisationId: z.string('common.form.choose').min(1, 'common.form.choose'),
  comment: optional(commentLimit),
})
export const organisationForm = z.object({
  organisationId: z.string('common.form.choose').min(1, 'common.form.choose'),
})
export const referralForm = z
  .object({
    kind: z.enum(referralKinds, 'common.form.choose'),
    resourceId: z
      .string()
      .optional()
      .transform((id) => id || undefined),
    answer: words(answerLimit).min(1, 'needs.referral.answer.missing'),
    /** How many answers the need had when the form was opened. */
    answers: z.coerce.number().int().min(0).optional().catch(undefined),
  })
  .refine((form) => form.kind === 'other' || form.kind === 'guidance' || form.resourceId !== undefined, {
    path: ['resourceId'],
    message: 'needs.referral.resource.missing',
  })
export const referralReplyForm = z
  .object({
    helped: z.enum(['yes', 'no'], 'common.form.choose').transform((answer) => answer === 'yes'),
    reply: optional(commentLimit),
  })
  .refine((form) => form.helped || form.reply !== '', { path: ['reply'], message: 'needs.referralReply.reply.missing' })
export const duplicateForm = z.object({
  /** An id, a registry number or the address of the page. */
  original: words(300).min(1, 'needs.duplicate.original.missing'),
  reason: optional(commentLimit),
})
