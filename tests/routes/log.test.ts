import { UNSAFE_ErrorResponseImpl as ErrorResponseImpl } from '@remix-run/router'
import { expect, test, vi } from 'vitest'
import { handleError } from '../../app/jobs/log-failure.server.ts'
import { log } from '../../app/jobs/log.server.ts'

/** What is logged when a request ends so. */
function logged(error: unknown): unknown[][] {
  const calls: unknown[][] = []
  const spy = vi.spyOn(log, 'error').mockImplementation((...said: unknown[]) => void calls.push(said))
  handleError(error, { request: new Request('http://127.0.0.1:3000/rounds/2/assessment/11/draft', { method: 'POST' }) })
  spy.mockRestore()
  return calls
}

const typed = { 'score-benefit': '3', 'reason-benefit': 'Under försegling' }

test.each([400, 401, 403, 404, 409, 413])('an answer of %i is no fault, and what was typed is in no log', (status) => {
  expect(logged(new ErrorResponseImpl(status, 'No', { signInNeeded: true, typed }))).toEqual([])
})

test('a fault is logged, without what was typed', () => {
  const calls = logged(new ErrorResponseImpl(503, 'No', { message: null, typed }))
  expect(calls).toHaveLength(1)
  expect(JSON.stringify(calls)).not.toContain('försegling')
  expect(logged(new Error('Something broke'))).toHaveLength(1)
})
