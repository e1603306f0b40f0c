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
