import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '../../../app/domain/clock.ts'
import { commitResources, withdrawCommitment } from '../../../app/domain/committee/commitment-commands.server.ts'
import { recordDecision } from '../../../app/domain/committee/decision-commands.server.ts'
import type { DecisionInput } from '../../../app/domain/committee/decision-commands.server.ts'
import { anOrganisation } from '../../support/builders.ts'
import { get } from '../../support/requests.ts'
import { answer } from '../../support/site.tsx'
import { aDecision, aMeeting, sure } from '../../domain/committee/committee-builders.ts'

beforeEach(() => setClock(new Date('2026-11-11T10:00:00Z')))
afterEach(() => setClock())

async function decided(given: Partial<DecisionInput> = {}) {
  const held = await aMeeting()
  return { ...held, ...(await recordDecision(held.coordinator, sure(held.itemIds[0]), aDecision(given))) }
}

/** The words of the page, without its marks. */
async function words(path: string): Promise<string> {
  const html = await (await answer(await get(path))).text()
  return html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}

describe('what the record of a decision says', () => {
  test('what was committed and taken back, each on its day', async () => {
    const { coordinator, id, registryNumber } = await decided()
    const { id: organisationId } = await anOrganisation({ name: 'Provverket' })
    const given = await commitResources(coordinator, id, { organisationId, personMonths: 2 })
    setClock(new Date('2026-12-01T10:00:00Z'))
    await withdrawCommitment(coordinator, given, 'Personen har slutat.')
    const page = await words(`/decisions/${registryNumber}`)
    expect(page).toContain('Tillbakadraget 1 december 2026: Personen har slutat.')
    expect(page).toMatch(/11 november 2026 Provverket åtog sig 2 personmånader/)
    expect(page).toMatch(/1 december 2026 Provverket drog tillbaka 2 personmånader/)
  })
})
