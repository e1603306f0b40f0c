import { z } from 'zod'
import { roleNames } from './person.ts'

const required = 'common.form.required'
const choose = 'common.form.choose'

export const emailField = z
  .string(required)
  .trim()
  .min(1, required)
  .max(200)
  .toLowerCase()
  .refine((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), 'common.form.email')
const nameField = z.string(required).trim().min(1, required).max(120)
/** Whether a new password will do is a rule of the domain; here it only has to be one. */
const passwordField = z.string(required).min(1, required).max(1000)
const optionalId = z
  .string()
  .max(40)
  .optional()
  .transform((value) => value || null)
const back = z.string().max(2000).optional()
const reasonField = z.string(required).trim().min(1, required).max(1000)

export const signInForm = z.object({
  // Whatever is wrong with the address, the answer is that address and password do not fit together.
  email: z.string(required).trim().min(1, required).max(200),
  password: passwordField,
  back,
})

/** Whether a code is right is asked of the device; here it only has to be one. */
export const codeForm = z.object({ oneTimeCode: z.string(required).trim().min(1, required).max(40), back })

export const recoveryCodeForm = z.object({ recoveryCode: z.string(required).trim().min(1, required).max(80), back })

export const currentPasswordForm = z.object({ currentPassword: passwordField })

export const signOutForm = z.object({ back })

export const castForm = z.object({ person: z.string(choose).min(1).max(40), back })

export const accountForm = z.object({ name: nameField, locale: z.enum(['sv', 'en'], choose) })

export const passwordForm = z.object({ currentPassword: passwordField, newPassword: passwordField })

export const newPasswordForm = z.object({ newPassword: passwordField })

export const forgottenForm = z.object({ email: emailField })

export const roleForm = z.object({
  role: z.enum(roleNames, choose),
  organisationId: optionalId,
  networkId: optionalId,
})

export const invitationForm = z.object({ name: nameField, email: emailField, ...roleForm.shape })

export const acceptForm = z.object({ name: nameField, newPassword: passwordField })

export const reasonForm = z.object({ reason: reasonField })

export const trailForm = z.object({
  expected: z
    .string()
    .trim()
    .toLowerCase()
    .refine((value) => value === '' || /^[0-9a-f]{64}$/.test(value), 'admin.trail.badHash')
    .optional(),
})
