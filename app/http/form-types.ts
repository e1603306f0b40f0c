import type { Key } from '../i18n/catalogue.ts'
import type { Values } from '../i18n/translate.ts'

export interface FormMessage {
  key: Key
  values?: Values
}
export type FieldErrors = Record<string, FormMessage>
export type Typed = Record<string, string | string[]>

/**
 * Largest form that is read at all, in bytes: texts many times too long are, so that the form itself can say so and keep
 * them. A letter outside English takes six bytes of a form.
 */
export const formLimit = 5_000_000

/** Fields whose content never goes back to the page. */
export const isUnrepeatable = (field: string): boolean => /password|token|oneTimeCode|recoveryCode/i.test(field)

/** What the page about an expired session needs to offer the same form again. */
export interface SignInNeeded {
  signInNeeded: true
  path: string
  typed: Typed
}

/** What an action that did not succeed answers: messages to show, and all that was typed. */
export interface Failure {
  errors: FieldErrors
  message: FormMessage | null
  typed: Typed
}

/** Whether the form was sent back because somebody else had changed the same thing meanwhile. */
export const isStale = (failure: Pick<Failure, 'message'> | null | undefined): boolean =>
  failure?.message?.key === 'refusals.stale'

/** What was typed in a field; nothing where it was left out. */
export const typedText = (failure: Pick<Failure, 'typed'>, name: string): string =>
  [failure.typed[name] ?? ''].flat().join(', ')
