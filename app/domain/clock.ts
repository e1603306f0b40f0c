let frozen: Date | undefined

/** The one clock. Pure rules take the instant as an argument instead. */
export function now(): Date {
  return frozen ?? new Date()
}

/** Sets the clock: the seeds tell a story that took a year, and tests need a fixed day. Without an argument it runs again. */
export function setClock(instant?: Date): void {
  frozen = instant
}

const swedishDate = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
/** The calendar date in Sweden at an instant, such as 2026-11-22. */
export function calendarDate(instant: Date): string {
  return swedishDate.format(instant)
}

/** Whole days from one instant to a later one by the calendar in Sweden: from yesterday evening to this morning is one. Never below 0. */
export function daysBetween(from: Date, to: Date): number {
  return Math.max(0, Math.round((Date.parse(calendarDate(to)) - Date.parse(calendarDate(from))) / 86_400_000))
}
