/** Something that happens in the story, at its own time. */
export interface Scene {
  at: Date
  play: () => Promise<unknown>
}

const dayMs = 24 * 60 * 60 * 1000

const hourMs = 60 * 60 * 1000

/**
 * The story is told backwards from today, so that a new demonstration is never old. Work happens on weekdays: what falls
 * on a weekend is done late on the Friday before, and what today has not reached yet earlier today. Whatever day and hour
 * the story is told, what comes after something else still comes after it.
 */
export function storyTime(today: Date) {
  return (daysAgo: number, hour = 10, minute = 0): Date => {
    const midnight = new Date(today.getTime() - daysAgo * dayMs)
    midnight.setUTCHours(0, 0, 0, 0)
    const intoDay = (hour - 1) * hourMs + minute * 60_000
    const afterFriday = [2, 0, 0, 0, 0, 0, 1][midnight.getUTCDay()] as number
    if (afterFriday > 0) {
      const friday = midnight.getTime() - afterFriday * dayMs
      return new Date(friday + (14 + 3 * afterFriday) * hourMs + intoDay / 8)
    }
    const moment = midnight.getTime() + intoDay
    if (moment <= today.getTime()) return new Date(moment)
    return new Date(midnight.getTime() + (today.getTime() - midnight.getTime()) * (intoDay / dayMs))
  }
}
/** A calendar date in the story, such as 2026-12-11. */
export const dateOf = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Stockholm' }).format(instant)

/** Rounds are named by their season: hösten 2026. */
export function seasonOf(instant: Date): string {
  const season = ['vintern', 'våren', 'sommaren', 'hösten'][Math.floor(((instant.getUTCMonth() + 1) % 12) / 3)]
  return `${season} ${instant.getUTCFullYear()}`
}

/** A working day to come. */
export function comingDay(today: Date, days: number, hour = 13): Date {
  const day = new Date(today.getTime() + days * dayMs)
  const weekday = day.getUTCDay()
  const moment = new Date(day.getTime() + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0) * dayMs)
  moment.setUTCHours(hour - 1, 0, 0, 0)
  return moment
}

export type StoryTime = ReturnType<typeof storyTime>

/** A number from 0 to n - 1 that is always the same for the same word. */
export function steady(word: string, n: number): number {
  let sum = 7
  for (const letter of word) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003
  return sum % n
}
