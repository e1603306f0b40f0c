import { contentOf, emptyContent, type NeedContent } from '~/domain/needs/need.ts'
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

/** What was typed, as content: enough to compare with what was saved. */
export function typedContent(content: NeedContent, typed: Typed): NeedContent {
  const read = (field: keyof NeedContent) => {
    const empty = emptyContent[field]
    const value = typed[field]
    if (Array.isArray(empty)) return [value ?? []].flat()
    if (value === undefined) return content[field]
    if (typeof empty === 'number') return Number(value)
    return value === '' && empty === null ? null : String(value).trim()
  }
  return Object.fromEntries(
    Object.keys(contentOf(content)).map((field) => [field, read(field as keyof NeedContent)]),
  ) as unknown as NeedContent
}
