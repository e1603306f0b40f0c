const zone = 'Europe/Stockholm'
const day = new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone })
const clock = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone })

/** The calendar day in Sweden, 2026-11-11. */
export const swedishDay = (instant: Date) => day.format(instant)
/** The time of day in Sweden, 09:30. */
export const swedishClock = (instant: Date) => clock.format(instant)

/** The instant when a Swedish clock shows this day and time; in the hour that does not exist in spring, an hour later. */
export function swedishInstant(dayText: string, time: string): Date {
  const asUtc = new Date(`${dayText}T${time}:00Z`)
  const shown = (instant: Date) => new Date(`${swedishDay(instant)}T${swedishClock(instant)}:00Z`).getTime()
  const offset = shown(asUtc) - asUtc.getTime()
  const first = new Date(asUtc.getTime() - offset)
  const rest = asUtc.getTime() - shown(first)
  return rest === 0 ? first : new Date(first.getTime() + rest)
}
