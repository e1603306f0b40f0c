import type { Key } from '../i18n/catalogue.ts'
import type { Values } from '../i18n/translate.ts'

export interface FormMessage {
  key: Key
  values?: Values
}
export type FieldErrors = Record<string, FormMessage>
export type Typed = Record<string, string | string[]>

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
