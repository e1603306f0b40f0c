const zone = 'Europe/Stockholm'
const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/**
 * The instant that "show as of" asks for. A day (2026-08-28) is meant to its end, with a time of day (2026-08-28T12:00) to
 * the end of that minute or second, in Swedish time; with a zone it is the instant itself. Undefined when it is none of these.
 */
export function instantOf(text: string): Date | undefined {
  const asked = text.trim()
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(asked)) {
    const instant = new Date(asked)
    return Number.isNaN(instant.getTime()) ? undefined : instant
  }
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2})[:.](\d{2})(?:[:.](\d{2}))?)?$/.exec(asked)
  if (!match) return undefined
  const [, year, month, day, hour = '23', minute = '59', second = '59'] = match
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  const check = new Date(wall)
  if (
    check.getUTCMonth() !== Number(month) - 1 ||
    check.getUTCDate() !== Number(day) ||
    Number(hour) > 23 ||
    Number(minute) > 59 ||
    Number(second) > 59
  )
    return undefined
  return new Date(wall - offsetAt(wall) + 999)
}

/** How far ahead of UTC the clock in Sweden is when it shows this time, in milliseconds. */
function offsetAt(wall: number): number {
  // An hour before the wall time is within the right half of the year, but for the hour when the clocks change.
  const guess = wall - 3_600_000
  const [date = '', time = ''] = parts.format(new Date(guess)).split(' ')
  return Date.parse(`${date}T${time}Z`) - guess
}
