import { compileTermList, type TermEntry, type TermList } from '../../similarity/term-list.ts'
import { TERMS } from '../../similarity/terms.ts'
import { tokenize } from '../../similarity/tokens.ts'

/** A concept and the ways in which people write it: what the engine takes for one and the same word. */
export interface Term {
  concept: string
  sv: readonly string[]
  en: readonly string[]
}

export const termLimits = { shortest: 2, longest: 80, forms: 20 } as const

/** How many concepts the engine knows without help. */
export const builtInTerms = TERMS.length

/** The term without empty and doubled forms and stray spaces. */
export function tidyTerm({ concept, sv, en }: Term): Term {
  const name = tidy(concept)
  const forms = (list: readonly string[], taken: string[]) =>
    list.map(tidy).filter((form) => {
      const known = taken.includes(form.toLowerCase())
      taken.push(form.toLowerCase())
      return form !== '' && !known
    })
  return { concept: name, sv: forms(sv, [name.toLowerCase()]), en: forms(en, []) }
}

const tidy = (form: string) => form.trim().replace(/\s+/g, ' ')

/** As the engine takes it: the first form names the concept. */
export function entryOf({ concept, sv, en }: Term): TermEntry {
  return { sv: [concept, ...sv], en }
}

export interface TermFault {
  code:
    | 'termConceptMissing'
    | 'termFormMissing'
    | 'termFormTooShort'
    | 'termFormTooLong'
    | 'termTooManyForms'
    | 'termBuiltIn'
    | 'termTaken'
  params: Record<string, string | number>
}

/**
 * Why a tidied term cannot be taken in; undefined when it can. Forms are compared as the engine compares them, so that
 * an inflection of a known form is that form. The name of a built-in concept may be used to give it more forms.
 */
export function termFault(term: Term, others: readonly Term[]): TermFault | undefined {
  const forms = [term.concept, ...term.sv, ...term.en]
  if (term.concept === '') return { code: 'termConceptMissing', params: {} }
  if (forms.length < 2) return { code: 'termFormMissing', params: {} }
  if (forms.length > termLimits.forms) return { code: 'termTooManyForms', params: { most: termLimits.forms } }
  for (const form of forms) {
    if (form.length > termLimits.longest)
      return { code: 'termFormTooLong', params: { form: form.slice(0, 40), most: termLimits.longest } }
    if (form.length < termLimits.shortest || stemsOf(form, 'sv').length === 0)
      return { code: 'termFormTooShort', params: { form, least: termLimits.shortest } }
  }
  for (const form of forms) {
    const taken = others.find((other) => conceptIn(compileTermList([entryOf(other)]), form))
    if (taken) return { code: 'termTaken', params: { form, concept: taken.concept } }
    const known = conceptIn(builtIn(), form)
    const extends_ = form === term.concept && known?.toLowerCase() === form.toLowerCase()
    if (known && !extends_) return { code: 'termBuiltIn', params: { form, concept: known } }
  }
  return undefined
}

let compiled: TermList | undefined
function builtIn(): TermList {
  compiled ??= compileTermList(TERMS)
  return compiled
}

/** The concept that the whole form stands for in a list. */
function conceptIn(list: TermList, form: string): string | undefined {
  for (const language of ['sv', 'en'] as const) {
    const stems = stemsOf(form, language)
    const found = list.match(stems, 0)
    if (found?.words === stems.length) return found.concept.slice(1)
  }
  return undefined
}

function stemsOf(form: string, language: 'sv' | 'en'): string[] {
  return tokenize(form)
    .filter(({ ownWord }) => ownWord)
    .map(({ word }) => word.stem(language))
}
