/** Swedish working days: not Saturdays, Sundays, public holidays or the eves that count as such. */

import { calendarDate } from '../clock.ts'

const zone = 'Europe/Stockholm'
const hourOf = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' })
const dayMs = 86_400_000

/** The last instant, Swedish time, of the working day that comes `count` working days after the day of `from`. */
export function addWorkingDays(from: Date, count: number): Date {
  let day = Date.parse(`${calendarDate(from)}T00:00:00Z`)
  for (let left = count; left > 0; ) {
    day += dayMs
    if (isWorkingDay(new Date(day))) left -= 1
  }
  return endOfDay(day)
}

/** Whether a calendar day, given as its midnight in UTC, is a working day. */
export function isWorkingDay(day: Date): boolean {
  const weekday = day.getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays(day.getUTCFullYear()).has(day.getTime())
}

/** Sweden is one or two hours ahead of UTC: the midnight that ends the day is the instant when the clock there says 00. */
function endOfDay(day: number): Date {
  const next = day + dayMs
  const hours = Number(hourOf.format(new Date(next - 3_600_000))) === 0 ? 1 : 2
  return new Date(next - hours * 3_600_000 - 1)
}

const known = new Map<number, Set<number>>()

function holidays(year: number): Set<number> {
  const found = known.get(year)
  if (found) return found
  const date = (month: number, day: number) => Date.UTC(year, month - 1, day)
  const easter = easterSunday(year)
  // Midsummer Eve is the Friday between 19 and 25 June.
  const midsummerEve = [19, 20, 21, 22, 23, 24, 25]
    .map((day) => date(6, day))
    .find((day) => new Date(day).getUTCDay() === 5) as number
  const days = new Set([
    date(1, 1),
    date(1, 6),
    easter - 2 * dayMs,
    easter + dayMs,
    date(5, 1),
    easter + 39 * dayMs,
    date(6, 6),
    midsummerEve,
    date(12, 24),
    date(12, 25),
    date(12, 26),
    date(12, 31),
  ])
  known.set(year, days)
  return days
}

/** Gauss's rule in the form of Meeus, for the Gregorian calendar. */
function easterSunday(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return Date.UTC(year, month - 1, day)
}
