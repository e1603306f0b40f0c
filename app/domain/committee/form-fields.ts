import { z } from 'zod'

export const mostTitle = 200
export const mostText = 20_000
export const mostPassages = 50

export const line = (most: number) => z.string().trim().max(most)
export const required = (most: number) =>
  z.string({ error: 'committee.errors.required' }).trim().max(most).min(1, 'committee.errors.required')
export const day = z.string().trim().refine(isDay, 'common.form.date')
export const optionalDay = z
  .string()
  .trim()
  .default('')
  .refine((text) => text === '' || isDay(text), 'common.form.date')
export const choice = z.string().max(64).default('')
export const yes = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes')
/** A field that comes once, several times or not at all. */
export const several = (most: number) =>
  z
    .union([
      z
        .string()
        .max(64)
        .transform((one) => [one]),
      z.array(z.string().max(64)).max(most),
    ])
    .default([])
/** 12, 12.5 or 12,5; empty is nothing. */
export const amount = (most: number, digits: number) =>
  z
    .string()
    .trim()
    .max(20)
    .default('')
    .transform((typed, context) => {
      if (typed === '') return 0
      const number = Number(typed.replace(/[\s\u00a0]/g, '').replace(',', '.'))
      if (Number.isFinite(number) && number >= 0 && number <= most && Number(number.toFixed(digits)) === number)
        return number
      context.addIssue({
        code: 'custom',
        message: digits === 0 ? 'committee.errors.wholeNumber' : 'committee.errors.oneDecimal',
      })
      return z.NEVER
    })

/** Whether the text is a day that the calendar has, as 2026-11-22. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
