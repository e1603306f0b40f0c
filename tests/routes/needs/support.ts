/** Calls a loader or action as the framework does, and says what came of it. */
import type { Person } from '../../../app/domain/people/person.ts'
import { expect } from 'vitest'
import { answerOf, get, post } from '../../support/requests.ts'

type Params = Record<string, string>
type Handler = (args: { request: Request; params: Params; context: object }) => unknown

const called = (handler: unknown, request: Request, params: Params) =>
  answerOf((async () => (handler as Handler)({ request, params, context: {} }))())

export async function load(loader: unknown, path: string, params: Params = {}, person: Person | null = null) {
  return called(loader, await get(path, person), params)
}

export async function send(
  action: unknown,
  path: string,
  fields: Record<string, string | string[]>,
  params: Params = {},
  person: Person | null = null,
) {
  return called(action, await post(path, fields, person), params)
}

/** What an action that failed says. */
export const failed = (status: number, body: object) =>
  expect.objectContaining({ status, body: expect.objectContaining(body) })
