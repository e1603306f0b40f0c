import { expect, test } from 'vitest'
import type { DecidedStation } from '../../../app/domain/timeline/decision-stations.server.ts'
import { aheadOf } from '../../../app/domain/timeline/story-ahead.ts'

const decision = {
  effectiveOn: '2026-12-01',
  reviewOn: null,
  told: { type: 'thematic_group', months: { needed: 12, committed: 0 } },
} as DecidedStation
const kindsOn = (today: string) =>
  aheadOf({ status: 'decided', wakeOn: null, wakeWhen: null, ranked: true, decision, meeting: null, today }).map(
    ({ kind }) => kind,
  )

test.each([
  ['2026-11-30', true],
  ['2026-12-01', false],
  ['2026-12-02', false],
])('on %s the decision that takes effect on 1 December is ahead: %s', (today, ahead) => {
  expect(kindsOn(today).includes('workBegins')).toBe(ahead)
})
