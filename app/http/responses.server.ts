import { data, redirect } from '@remix-run/node'
import { NotFound, NotPermitted, Refusal } from '../domain/refusal.ts'
import type { Key } from '../i18n/catalogue.ts'
import type { Values } from '../i18n/translate.ts'
import { setNotice } from './cookies.server.ts'
import { type Failure, isUnrepeatable, type Typed } from './form-types.ts'
import { storageFailure } from './storage-failure.server.ts'

export type { Failure }

/**
 * The thing, or a page that says it does not exist: the same answer for what is missing and what is hidden. `said` is
 * what else that page says, of an address that one has been sent and that served its time.
 */
export function found<T>(thing: T | null | undefined, said?: Key): T {
  if (thing === null || thing === undefined)
    throw said ? failure(404, { message: { key: said } }) : new Response(null, { status: 404 })
  return thing
}

/** Goes on only where it is permitted; else the page that says so. */
export function permit(allowed: boolean): void {
  if (!allowed) throw new Response(null, { status: 403 })
}

export function failure(status: number, failed: Partial<Failure>) {
  return data<Failure>({ errors: {}, message: null, typed: {}, ...failed }, { status })
}

/** Refusals that HTTP has a word of its own for; the others are conflicts with the state of things. */
const refusalStatus: Record<string, number> = {
  tooManyAttempts: 429,
  wrongSignIn: 401,
  wrongCode: 401,
  wrongRecoveryCode: 401,
}

/** Refusals that one field is to blame for, where the form has it (a password is never sent back): the message stands there, and the summary leads to it. */
const refusedField: Record<string, string> = {
  alreadyHasRole: 'role',
  chairCannotPreside: 'chairId',
  chairNotMember: 'chairId',
  commitmentEndsFirst: 'until',
  meetingInThePast: 'day',
  membershipEndsFirst: 'until',
  passageInTitle: 'title',
  passageNotFound: 'secretPassages',
  passageTooShort: 'secretPassages',
  password_isEmail: 'newPassword',
  password_isName: 'newPassword',
  password_tooLong: 'newPassword',
  password_tooPlain: 'newPassword',
  password_tooShort: 'newPassword',
  problemOnAgenda: 'problemId',
  reasonsMissing: 'reasons',
  reviewBeforeEffect: 'reviewOn',
  roleNeedsNetwork: 'networkId',
  roleNeedsOrganisation: 'organisationId',
  roundAssessByInThePast: 'assessBy',
  votesAgainst: 'votesAgainst',
  votesDoNotAddUp: 'votesFor',
  parkedUntilPast: 'wakeOn',
  wakeInThePast: 'wakeOn',
  wakeMissing: 'wakeOn',
  wrongCode: 'oneTimeCode',
  wrongPassword: 'currentPassword',
  wrongRecoveryCode: 'recoveryCode',
}

/**
 * Runs one command and turns what it may refuse into HTTP: a refusal becomes a message on the form (409) with
 * what was typed, a database that takes no writes the same (503), missing or hidden things 404, forbidden ones 403.
 * Everything else is a bug and goes on as one.
 */
export async function attempt<T>(command: () => Promise<T>, typed: Typed = {}) {
  try {
    return { ok: true as const, value: await command() }
  } catch (error) {
    if (error instanceof NotFound) throw new Response(null, { status: 404 })
    if (error instanceof NotPermitted) throw new Response(null, { status: 403 })
    if (error instanceof Refusal) {
      const message = { key: `refusals.${error.code}` as Key, values: error.params }
      const field = refusedField[error.code] ?? ''
      const said = field in typed || isUnrepeatable(field) ? { errors: { [field]: message } } : { message }
      return { ok: false as const, response: failure(refusalStatus[error.code] ?? 409, { ...said, typed }) }
    }
    const why = storageFailure(error)
    if (why !== undefined) {
      process.stderr.write(`Nothing can be saved: ${why}\n`)
      return { ok: false as const, response: failure(503, { message: { key: 'refusals.cannotSave' }, typed }) }
    }
    throw error
  }
}

/** Sends the reader on, with a sentence about what was done. */
export async function redirectWithNotice(path: string, key: Key, values?: Values, undo?: string) {
  return redirect(path, { headers: { 'Set-Cookie': await setNotice({ key, values, undo }) } })
}

/** Whether a page is read in answer to a form that was sent to it: then the form was refused, since success sends the reader on. */
export function isAnswerToForm(request: Request): boolean {
  return /form/.test(request.headers.get('Content-Type') ?? '')
}

/**
 * Leads on from a page on which there is nothing to do any more, but not away from a form that was just refused: that has to
 * say why, and still hold what was typed.
 */
export function leadOn(request: Request, path: string): void {
  if (!isAnswerToForm(request)) throw redirect(path)
}
