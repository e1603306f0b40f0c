import type { Named } from './organisations/organisation.ts'

/**
 * A command refused by a rule of the domain. The code is a key under `refusals` in the catalogues,
 * which hold the sentence that says what to do; `params` fill its gaps.
 */
export class Refusal extends Error {
  readonly code: string
  readonly params: Record<string, string | number | Named>
  constructor(code: string, params: Record<string, string | number | Named> = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.params = params
  }
}

/** The thing does not exist, or the viewer may not see it: the two are never told apart. */
export class NotFound extends Error {
  constructor(what = 'thing') {
    super(`${what} not found`)
    this.name = 'NotFound'
  }
}

/** The viewer may see the thing but not do this to it. */
export class NotPermitted extends Error {
  constructor(verb: string) {
    super(`not permitted: ${verb}`)
    this.name = 'NotPermitted'
  }
}
