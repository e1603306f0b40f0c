import { z } from 'zod'
import { mostWithdrawalReason } from './commitment.ts'
import { competences } from '../needs/need.ts'
import { amount, choice, day, line, mostText, mostTitle, optionalDay, required, several, yes } from './form-fields.ts'
import { bodies, itemKinds } from './meeting.ts'

export const meetingForm = z.object({
  body: z.enum(bodies),
  title: required(mostTitle),
  day,
  time: z
    .string()
    .trim()
    .regex(/^([01]\d|2[0-3])[:.][0-5]\d$/, 'committee.errors.time')
    .transform((time) => time.replace('.', ':')),
  place: line(mostTitle).default(''),
  quorum: z.coerce
    .number()
    .int('committee.errors.wholeNumber')
    .min(1, 'committee.errors.quorum')
    .max(200, 'committee.errors.quorum'),
  chairId: choice,
  secretaryId: choice,
})

export const meetingChangeForm = meetingForm.omit({ body: true }).extend({ version: z.coerce.number().int() })

const withProvision = ({ secret, secrecyProvision }: { secret: boolean; secrecyProvision: string }) =>
  !secret || secrecyProvision !== ''
const provisionMissing = { path: ['secrecyProvision'], message: 'committee.errors.provision' }

const itemShape = z.object({
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

/** An item about a problem or a round says which. */
export const itemForm = itemShape
  .refine(withProvision, provisionMissing)
  .refine(({ kind, problemId }) => kind !== 'problem' || Boolean(problemId), {
    path: ['problemId'],
    message: 'common.form.choose',
  })
  .refine(({ kind, roundId }) => kind !== 'round' || Boolean(roundId), {
    path: ['roundId'],
    message: 'common.form.choose',
  })

export const itemWordingForm = itemShape
  .omit({ kind: true, problemId: true, roundId: true })
  .extend({ title: required(mostTitle), version: z.coerce.number().int() })
  .refine(withProvision, provisionMissing)

export const roundPlacesForm = z.object({
  roundId: required(64),
  places: z.coerce
    .number()
    .int('committee.errors.wholeNumber')
    .min(1, 'committee.errors.places')
    .max(60, 'committee.errors.places'),
})
export const positionForm = z.object({
  direction: z.enum(['up', 'down']),
  /** Where the item stood on the page. */
  from: z.coerce.number().int().optional().catch(undefined),
})
export const reasonForm = z.object({ reason: required(4000) })
export const recusalForm = z.object({ personId: choice, reason: required(4000) })
export const recusalWithdrawalForm = z.object({ personId: required(64) })
export const attendanceForm = z.object({ present: several(200) })
export const minutesForm = z.object({ approverId: required(64) })

export const commitmentForm = z.object({
  organisationId: required(64),
  competence: z.enum(['', ...competences]).default(''),
  personMonths: amount(10_000, 1),
  sek: amount(1_000_000_000_000, 0),
  from: optionalDay,
  until: optionalDay,
  note: line(4000).default(''),
})
export const commitmentWithdrawalForm = z.object({ commitmentId: required(64), reason: required(mostWithdrawalReason) })
