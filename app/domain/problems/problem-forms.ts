import { z } from 'zod'
import { needAreas } from '../needs/need.ts'
import { problemLimits } from './problem.ts'

const required = 'common.form.required'
const choose = 'common.form.choose'

const id = z.string().min(1).max(40)
/** A field that came once or several times, or not at all. */
const many = <Item extends z.ZodType>(item: Item, least = 0, tooFew?: string) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : [value].flat()),
    z.array(item).min(least, tooFew).max(1000),
  )
const needIds = many(id)
/** Of an act that is about needs: which ones comes first on its page, and so do they among what is missing. */
const chosenNeeds = many(id, 1, 'refusals.noNeedsChosen')
const number = z.coerce.number(choose).int(choose).min(1, choose).max(1_000_000, choose)
const optionalNumber = z.preprocess((value) => (value === '' ? undefined : value), number.optional())
const reason = z.string().trim().max(problemLimits.reason).default('')
const mustReason = z.string(required).trim().min(1, required).max(problemLimits.reason)
const title = z.string(required).trim().min(1, required).max(problemLimits.title)
const description = z.string().trim().max(problemLimits.description).default('')
const area = z.preprocess((value) => (value === '' ? null : value), z.enum(needAreas, choose).nullable().default(null))
const back = z.string().max(2000).optional()

export const newProblemForm = z.object({ title, description, needArea: area, need: needIds, reason })
export const renameForm = z.object({ title, description, needArea: area, reason, version: z.coerce.number().int() })
export const needsForm = z.object({ need: chosenNeeds, reason, back })
export const moveForm = z.object({ need: chosenNeeds, to: number, reason, back })
export const placementForm = z.object({ need: id, to: number, reason })
export const mergeForm = z.object({ absorbed: number, reason })
export const reasonForm = z.object({ reason, back })
export const mustReasonForm = z.object({ reason: mustReason })
export const splitForm = z.object({ need: chosenNeeds, title, description, reason })
export const parkForm = z.object({
  reason: mustReason,
  wakeOn: z.preprocess((value) => (value === '' ? undefined : value), z.iso.date('common.form.date').optional()),
  wakeWhen: z.string().trim().max(300).default(''),
})
export const endorseForm = z.object({
  organisation: id,
  answer: z.enum(['shares', 'does_not'], choose),
  comment: reason,
})
export const organisationForm = z.object({ organisation: id })
export const questionForm = z.object({ organisation: many(id) })
export const resourceForm = z.object({ resource: z.string(choose).min(1, choose).max(40), back })
export const backForm = z.object({ back })
export const changeForm = z.object({
  to: optionalNumber,
  need: needIds,
  title: z.string().trim().max(problemLimits.title).optional(),
  description,
  reason,
  back,
})

const steps = z.coerce.number(choose).int(choose).min(-3, choose).max(3, choose)
export const strictnessForm = z.object({ steps, reason: mustReason })
/** Forms of a term are written one a line. */
const forms = z
  .string()
  .max(4000)
  .default('')
  .transform((text) => text.split('\n'))
export const termForm = z.object({ concept: z.string(required).trim().min(1, required).max(200), sv: forms, en: forms })
