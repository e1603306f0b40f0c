import { z } from 'zod'
import { competences } from '../needs/need.ts'
import { decisionTypes } from './decision.ts'
import { bodies, itemKinds } from './meeting.ts'

export const mostTitle = 200
export const mostText = 20_000
export const mostPassages = 50

const line = (most: number) => z.string().trim().max(most)
const required = (most: number) => line(most).min(1, 'committee.errors.required')
const day = z.string().trim().refine(isDay, 'common.form.date')
const optionalDay = z.union([z.literal(''), day]).default('')
const choice = z.string().max(64).default('')
const yes = z.literal('yes').optional().transform((value) => value === 'yes')
/** A field that comes once, several times or not at all. */
const several = (most: number) => z.union([z.string().max(64).transform((one) => [one]), z.array(z.string().max(64)).max(most)]).default([])
/** 12, 12.5 or 12,5; empty is nothing. */
const amount = (most: number, digits: number) =>
  z
    .string()
    .trim()
    .max(20)
    .default('')
    .transform((typed, context) => {
      if (typed === '') return 0
      const number = Number(typed.replace(/[\s\u00a0]/g, '').replace(',', '.'))
      if (Number.isFinite(number) && number >= 0 && number <= most && Number(number.toFixed(digits)) === number) return number
      context.addIssue({ code: 'custom', message: digits === 0 ? 'committee.errors.wholeNumber' : 'committee.errors.oneDecimal' })
      return z.NEVER
    })

/** Whether the text is a day that the calendar has, as 2026-11-22. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

export const meetingForm = z.object({
  body: z.enum(bodies),
  title: required(mostTitle),
  day,
  time: z.string().trim().regex(/^([01]\d|2[0-3])[:.][0-5]\d$/, 'committee.errors.time').transform((time) => time.replace('.', ':')),
  place: line(mostTitle).default(''),
  quorum: z.coerce.number().int('committee.errors.wholeNumber').min(1, 'committee.errors.quorum').max(200, 'committee.errors.quorum'),
  chairId: choice,
  secretaryId: choice,
})

export const meetingChangeForm = meetingForm.omit({ body: true }).extend({ version: z.coerce.number().int() })

export const itemForm = z.object({
  kind: z.enum(itemKinds),
  problemId: choice,
  roundId: choice,
  title: line(mostTitle).default(''),
  text: line(mostText).default(''),
  proposal: line(mostText).default(''),
  rapporteurId: choice,
  secret: yes,
  secrecyProvision: line(300).default(''),
})

export const itemWordingForm = itemForm.omit({ kind: true, problemId: true, roundId: true }).extend({ title: required(mostTitle) })

export const roundPlacesForm = z.object({ roundId: required(64), places: z.coerce.number().int('committee.errors.wholeNumber').min(1, 'committee.errors.places').max(60, 'committee.errors.places') })
export const positionForm = z.object({ direction: z.enum(['up', 'down']) })
export const reasonForm = z.object({ reason: required(4000) })
export const recusalForm = z.object({ personId: choice, reason: required(4000) })
export const recusalWithdrawalForm = z.object({ personId: required(64) })
export const attendanceForm = z.object({ present: several(200) })
export const minutesForm = z.object({ approverId: required(64) })

const dissents = z
  .record(z.string().regex(/^[a-z0-9]{1,40}$/), line(mostText))
  .transform((texts) => Object.entries(texts).flatMap(([personId, text]) => (text === '' ? [] : [{ personId, text }])))

export const decisionForm = z
  .object({
    type: z.enum(decisionTypes),
    title: required(mostTitle),
    text: required(mostText),
    reasons: required(mostText),
    effectiveOn: optionalDay,
    reviewOn: optionalDay,
    wakeOn: optionalDay,
    wakeWhen: line(1000).default(''),
    resourceId: choice,
    supersedesId: choice,
    chairId: choice,
    votesFor: amount(500, 0),
    votesAgainst: amount(500, 0),
    votesAbstained: amount(500, 0),
    dissents,
    needed: z.object(Object.fromEntries(competences.map((competence) => [competence, amount(10_000, 1)]))),
    neededMonths: amount(100_000, 1),
    neededSek: amount(1_000_000_000_000, 0),
    secret: yes,
    secrecyProvision: line(300).default(''),
    /** One passage on each line. */
    secretPassages: line(mostText).default('').transform((lines) => lines.split('\n').map((passage) => passage.trim()).filter(Boolean)),
  })
  .superRefine((typed, context) => {
    const error = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (typed.type === 'park' && !typed.wakeOn && !typed.wakeWhen) error('wakeOn', 'committee.errors.wake')
    if (typed.type === 'existing_resource' && !typed.resourceId) error('resourceId', 'common.form.choose')
    if ((typed.secret || typed.secretPassages.length > 0) && !typed.secrecyProvision) error('secrecyProvision', 'committee.errors.provision')
    if (typed.secretPassages.length > mostPassages) error('secretPassages', 'committee.errors.passages')
  })

export const commitmentForm = z.object({
  organisationId: required(64),
  competence: z.union([z.literal(''), z.enum(competences)]).default(''),
  personMonths: amount(10_000, 1),
  sek: amount(1_000_000_000_000, 0),
  from: optionalDay,
  until: optionalDay,
  note: line(4000).default(''),
})
export const commitmentWithdrawalForm = z.object({ commitmentId: required(64), reason: required(4000) })
