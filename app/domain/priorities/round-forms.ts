import { z } from 'zod'
import { recusalGrounds } from './assessment.ts'
import { highestScore, highestWeight, mostReason } from './round.ts'

const words = (most: number) => z.string().trim().max(most, 'common.form.tooLong')
const required = (most: number, missing: string) => words(most).min(1, missing)
const empty = (value: unknown) =>
  value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value
/** A number as people write it: spaces between thousands, comma or point for decimals. */
const readNumber = (value: unknown) =>
  typeof value === 'string' ? Number(value.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')) : value
const bounded = (most: number, whole: boolean) =>
  z
    .number('common.form.number')
    .min(0, 'rounds.form.amount')
    .max(most, 'rounds.form.amount')
    .refine((number) => !whole || Number.isInteger(number), 'rounds.form.whole')
const amount = (most: number) => z.preprocess(readNumber, bounded(most, false))
const optionalAmount = (most: number, { whole } = { whole: false }) =>
  z.preprocess((value) => readNumber(empty(value)), bounded(most, whole).nullable())

export const mostMonths = 10_000
export const mostSek = 2_000_000_000
const version = z.coerce.number().int().optional()

const isDate = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
export const settingsForm = z.object({
  title: required(120, 'rounds.form.titleMissing'),
  assessBy: z.preprocess(empty, z.union([z.null(), z.string().trim().refine(isDate, 'common.form.date')])),
  topPlaces: z.coerce
    .number('common.form.number')
    .int('rounds.form.whole')
    .min(1, 'rounds.form.topPlaces')
    .max(60, 'rounds.form.topPlaces'),
  capMonths: optionalAmount(mostMonths),
  capSek: optionalAmount(mostSek, { whole: true }),
  version,
})

export const versionForm = z.object({ version })

/** Fields `weight-<key>`, and `step` with a key and a direction from the plus and minus buttons. */
export const weightsForm = z
  .object({
    version,
    step: z
      .string()
      .regex(/^[\w-]+:(up|down)$/)
      .optional(),
  })
  .catchall(z.unknown())
  .transform(({ version: at, step, ...fields }, context) => {
    const weights: Record<string, number> = {}
    for (const [name, value] of Object.entries(fields)) {
      const key = name.match(/^weight-([\w-]+)$/)?.[1]
      if (!key) continue
      const parsed = amount(highestWeight).safeParse(value)
      if (parsed.success) weights[key] = parsed.data
      else context.addIssue({ code: 'custom', path: [name], message: 'rounds.form.weight' })
    }
    const [key, direction] = step?.split(':') ?? []
    if (key && weights[key] !== undefined)
      weights[key] = Math.min(highestWeight, Math.max(0, weights[key] + (direction === 'up' ? 1 : -1)))
    return { version: at, weights }
  })

const texts = (most: number) =>
  z.object({ sv: required(most, 'rounds.form.textMissing'), en: required(most, 'rounds.form.textMissing') })
const steps = z.array(required(300, 'rounds.form.textMissing')).length(highestScore + 1)
/** Fields `name.sv`, `question.en`, `step.sv.3` and so on. */
export const criterionForm = z.preprocess(
  (typed) => {
    const fields = typed as Record<string, unknown>
    const both = (name: string) => ({ sv: fields[`${name}.sv`], en: fields[`${name}.en`] })
    const all = (locale: string) => [0, 1, 2, 3, 4].map((step) => fields[`step.${locale}.${step}`])
    return {
      version: fields.version,
      name: both('name'),
      question: both('question'),
      step: { sv: all('sv'), en: all('en') },
    }
  },
  z.object({ version, name: texts(60), question: texts(200), step: z.object({ sv: steps, en: steps }) }),
)

/** Fields `problem` (ids, once for each), `months-<id>` and `sek-<id>`. */
export const problemsForm = z
  .object({
    version,
    problem: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string().max(40))),
  })
  .catchall(z.unknown())
  .transform((typed, context) => {
    const number = (name: string, most: number, whole: boolean) => {
      const parsed = optionalAmount(most, { whole }).safeParse(typed[name])
      if (parsed.success) return parsed.data ?? 0
      context.addIssue({ code: 'custom', path: [name], message: whole ? 'rounds.form.sek' : 'rounds.form.months' })
      return 0
    }
    const chosen = [...new Set(typed.problem)].map((id) => ({
      problemId: id,
      personMonths: number(`months-${id}`, mostMonths, false),
      sek: number(`sek-${id}`, mostSek, true),
    }))
    return { version: typed.version, chosen }
  })

export const assessorsForm = z.object({
  version,
  person: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.string().max(40)).min(1, 'rounds.form.choosePerson'),
  ),
})
export const withdrawalForm = z.object({ person: z.string().max(40), reason: words(500).default('') })

const score = z.preprocess(empty, z.union([z.null(), z.coerce.number().int().min(0).max(highestScore)]))
/**
 * Fields `score-<key>` and `reason-<key>` of one criterion or of all, and `next`, where to go then. `was-score-<key>` and
 * `was-reason-<key>` say what stood there before: a criterion that is as it was is left out, so that what has been written
 * about it in another window stays.
 */
export const assessmentForm = z
  .object({ next: z.string().max(20).optional() })
  .catchall(z.unknown())
  .transform(({ next, ...fields }, context) => {
    const scores: Record<string, { value: number | null; reason: string }> = {}
    for (const [name, value] of Object.entries(fields)) {
      const [, kind, key] = name.match(/^(score|reason)-([\w-]+)$/) ?? []
      if (!kind || !key || isAsItWas(fields, key)) continue
      const shape = kind === 'score' ? score : z.string().trim().max(mostReason)
      const parsed = shape.safeParse(value)
      const before = scores[key] ?? { value: null, reason: '' }
      if (!parsed.success)
        context.addIssue({
          code: 'custom',
          path: [name],
          message: kind === 'score' ? 'rounds.form.score' : 'rounds.form.reasonTooLong',
        })
      else
        scores[key] =
          kind === 'score'
            ? { ...before, value: parsed.data as number | null }
            : { ...before, reason: parsed.data as string }
    }
    return { next, scores }
  })

function isAsItWas(fields: Record<string, unknown>, key: string): boolean {
  return ['score', 'reason'].every((kind) => fields[`was-${kind}-${key}`] === (fields[`${kind}-${key}`] ?? ''))
}

export const recusalForm = z.object({
  ground: z.enum(recusalGrounds, 'rounds.form.ground'),
  reason: required(500, 'rounds.form.recusalReason'),
})

/** The address of a result: caps as they were typed, or none. */
export function readCaps(search: URLSearchParams): {
  months: number | null
  sek: number | null
  asked: boolean
  wrong: ('months' | 'sek')[]
} {
  const read = (name: 'months' | 'sek', most: number) =>
    optionalAmount(most, { whole: name === 'sek' }).safeParse(search.get(name) ?? undefined)
  const months = read('months', mostMonths)
  const sek = read('sek', mostSek)
  return {
    months: months.success ? months.data : null,
    sek: sek.success ? sek.data : null,
    asked: search.has('months') || search.has('sek'),
    wrong: [...(months.success ? [] : ['months' as const]), ...(sek.success ? [] : ['sek' as const])],
  }
}
