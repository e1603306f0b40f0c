import { calendarDate } from '../clock.ts'

const zone = 'Europe/Stockholm'
const clock = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone })

/** The time of day in Sweden, 09:30. */
export const swedishClock = (instant: Date) => clock.format(instant)

/** The instant when a Swedish clock shows this day and time; in the hour that does not exist in spring, an hour later. */
export function swedishInstant(dayText: string, time: string): Date {
  const asUtc = new Date(`${dayText}T${time}:00Z`)
  const shown = (instant: Date) => new Date(`${calendarDate(instant)}T${swedishClock(instant)}:00Z`).getTime()
  const offset = shown(asUtc) - asUtc.getTime()
  const first = new Date(asUtc.getTime() - offset)
  const rest = asUtc.getTime() - shown(first)
  return rest === 0 ? first : new Date(first.getTime() + rest)
}
