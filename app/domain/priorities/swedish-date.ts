const calendar = new Intl.DateTimeFormat('sv-SE', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: 'Europe/Stockholm',
})

/** The calendar date in Sweden at an instant, 2026-12-11. */
export function swedishDate(instant: Date): string {
  return calendar.format(instant)
}
