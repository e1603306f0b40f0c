import type { Key } from '../i18n/catalogue.ts'
import type { Values } from '../i18n/translate.ts'

export interface FormMessage {
  key: Key
  values?: Values
}
export type FieldErrors = Record<string, FormMessage>
export type Typed = Record<string, string | string[]>
