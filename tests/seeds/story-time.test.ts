import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storyTime } from '../../seeds/story/scene.ts'

const today = fc.date({ min: new Date('2025-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
const daysAgo = fc.integer({ min: 0, max: 330 })
const hour = fc.integer({ min: 1, max: 23 })
const minute = fc.integer({ min: 0, max: 59 })

test('what comes after something else in the story does so whatever day it is told', () => {
  fc.assert(
    fc.property(
      today,
      daysAgo,
      hour,
      minute,
      daysAgo,
      hour,
      minute,
      (now, day1, hour1, minute1, day2, hour2, minute2) => {
        const time = storyTime(now)
        const planned = (day: number, h: number, m: number) => -day * 1440 + h * 60 + m
        const [one, other] = [time(day1, hour1, minute1), time(day2, hour2, minute2)]
        const order = Math.sign(planned(day1, hour1, minute1) - planned(day2, hour2, minute2))
        // Within the first minutes of a day all of that day's scenes fall together.
        if (order !== 0) expect((one.getTime() - other.getTime()) * order).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})

test('nothing in the story is yet to come, nor on a weekend', () => {
  fc.assert(
    fc.property(today, daysAgo, hour, minute, (now, day, h, m) => {
      const moment = storyTime(now)(day, h, m)
      expect(moment.getTime()).toBeLessThanOrEqual(now.getTime())
      expect([1, 2, 3, 4, 5]).toContain(moment.getUTCDay())
    }),
  )
})
