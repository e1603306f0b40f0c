import { z } from 'zod'
import { isCode, organisationKinds, seats } from './organisation.ts'
import { digitsOf, isOrganisationNumber } from './organisation-number.ts'

const required = 'common.form.required'
const choose = 'common.form.choose'
const name = z.string(required).trim().min(1, required).max(200)
const optional = z
  .string()
  .trim()
  .max(40)
  .optional()
  .transform((value) => value || null)
const dayMessage = 'common.form.date'
/** A calendar date that exists. */
const day = z.string(required).trim().refine(isDay, dayMessage)

const fields = z.object({
  name,
  nameEn: z.string().trim().max(200).optional(),
  kind: z.enum(organisationKinds, choose),
  number: optional
    .refine((value) => value === null || isOrganisationNumber(value), 'organisations.register.badNumber')
    .transform((value) => value && digitsOf(value)),
  pic: optional.refine((value) => value === null || /^\d{9}$/.test(value), 'organisations.register.badPic'),
  code: optional,
  seat: optional.pipe(z.enum(seats, choose).nullable()),
  endedOn: optional.refine((value) => value === null || isDay(value), dayMessage),
})

/** A row of the register, from the form or from a list. Without an English name, the Swedish one is shown. */
export const organisationForm = fields
  .refine(({ kind, code }) => code === null || isCode(kind, code), {
    path: ['code'],
    message: 'organisations.register.badCode',
  })
  .transform(({ nameEn, ...rest }) => ({ ...rest, nameEn: nameEn || rest.name }))

export const networkForm = z
  .object({
    name,
    nameEn: z.string().trim().max(200).optional(),
    description: z.string(required).trim().min(1, required).max(1000),
    descriptionEn: z.string().trim().max(1000).optional(),
  })
  .transform(({ nameEn, descriptionEn, ...rest }) => ({
    ...rest,
    nameEn: nameEn || rest.name,
    descriptionEn: descriptionEn || rest.description,
  }))

export const memberForm = z.object({ organisationId: z.string(choose).min(1, choose).max(40), since: day })

export const membershipEndForm = z.object({ until: day })

/** The parser takes 31 February for the third of March: what it reads has to be what was written. */
function isDay(value: string): boolean {
  const instant = new Date(`${value}T00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === value
}
