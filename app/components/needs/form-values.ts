import type { NeedContent } from '~/domain/needs/need.ts'
import type { Typed } from '~/http/form-types.ts'

/** A need as a form holds it; what was typed last goes before what was saved. */
export function formValues(content: NeedContent, typed: Typed = {}): Typed {
  const saved = Object.entries(content).map(([field, value]) => [
    field,
    Array.isArray(value) ? value : String(value ?? ''),
  ])
  const values = { ...(Object.fromEntries(saved) as Typed), ...typed }
  // Checkboxes that were all unticked are not in what was sent.
  if (Object.keys(typed).length > 0 && !('competences' in typed) && 'confidentiality' in typed) values.competences = []
  return values
}
