import type { z } from 'zod'
import type { Key } from '../i18n/catalogue.ts'
import type { Values } from '../i18n/translate.ts'
import { type FieldErrors, type FormMessage, isUnrepeatable, type Typed } from './form-types.ts'
import { failure } from './responses.server.ts'

/**
 * Reads a posted form by its shape. Ill-formed: a response with a message for each field and all that was typed.
 * A field that came several times is a list.
 */
export async function parseForm<Shape extends z.ZodType>(request: Request, shape: Shape) {
  return parseFormData(await request.formData(), shape)
}

export function parseFormData<Shape extends z.ZodType>(form: FormData, shape: Shape) {
  const typed = typedIn(form)
  const parsed = shape.safeParse(typed)
  const seen = seenIn(typed)
  if (parsed.success) return { ok: true as const, value: parsed.data as z.infer<Shape>, typed: repeatable(typed), seen }
  const errors = fieldErrors(parsed.error)
  return { ok: false as const, errors, seen, response: failure(400, { errors, typed: repeatable(typed) }) }
}

/** What stood in the form when it was opened (domain/events/seen.server.ts), where the form says so. */
export function seenIn({ seen }: Typed): string | undefined {
  return typeof seen === 'string' ? seen : undefined
}

export function typedIn(form: FormData): Typed {
  const typed: Typed = {}
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value) => typeof value === 'string')
    const clean = values.map(cleaned)
    typed[name] = clean.length === 1 ? (clean[0] as string) : clean
  }
  return typed
}

/** Browsers send line ends as CR LF; a text is the same text on every machine. PostgreSQL holds no NUL. */
export const cleaned = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\0', '').normalize('NFC')

export function repeatable(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !isUnrepeatable(name)))
}

function fieldErrors(error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {}
  for (const issue of error.issues) {
    const field = issue.path.join('.') || 'form'
    errors[field] ??= messageOf(issue)
  }
  return errors
}

const ownKey = /^[a-z][\w]*(\.\w+)+$/i

function messageOf(issue: z.core.$ZodIssue): FormMessage {
  const text = issue.code === 'too_big' || issue.code === 'too_small' ? issue.origin === 'string' : false
  const values: Values = {}
  if (issue.code === 'too_big') values.max = Number(issue.maximum)
  if (issue.code === 'too_small') values.min = Number(issue.minimum)
  // Before the message of the field: that of a text is about a text that is missing.
  if (issue.code === 'too_big' && text) return { key: 'common.form.tooLong', values }
  if (ownKey.test(issue.message)) return { key: issue.message as Key, values }
  if (issue.code === 'too_small' && text) return { key: 'common.form.tooShort', values }
  if (issue.code === 'invalid_value') return { key: 'common.form.choose' }
  if (issue.code === 'invalid_type' && issue.expected === 'number') return { key: 'common.form.number' }
  return { key: 'common.form.invalid' }
}
