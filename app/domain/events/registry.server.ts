import { sql } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { counters } from '../../../db/schema/people.ts'

/**
 * The next registry number of the year, such as 2026-0311. Called inside the command's transaction, so a number
 * is neither given twice nor left out: a command that fails gives its number back.
 */
export async function nextRegistryNumber(instant: Date): Promise<string> {
  const year = Number(
    new Intl.DateTimeFormat('sv-SE', { year: 'numeric', timeZone: 'Europe/Stockholm' }).format(instant),
  )
  return `${year}-${String(await nextNumber('registry', year)).padStart(4, '0')}`
}

/** The next number of a series that people count in: problem 21, round 2. */
export async function nextNumber(series: string, year = 0): Promise<number> {
  const [row] = await db
    .insert(counters)
    .values({ series, year, last: 1 })
    .onConflictDoUpdate({
      target: [counters.series, counters.year],
      set: { last: sql`${counters.last} + 1` },
    })
    .returning({ last: counters.last })
  return (row as { last: number }).last
}

/** Whether something can have the number: what an address says may be anything, and databases keep no larger ones. */
export const isGivenNumber = (number: number): boolean =>
  Number.isInteger(number) && number >= 1 && number <= 2 ** 31 - 1
