import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '../../../app/domain/clock.ts'
import { commitResources, withdrawCommitment } from '../../../app/domain/committee/commitment-commands.server.ts'
import { recordDecision } from '../../../app/domain/committee/decision-commands.server.ts'
import type { DecisionInput } from '../../../app/domain/committee/decision-commands.server.ts'
import type { Person } from '../../../app/domain/people/person.ts'
import { anOrganisation, aPerson } from '../../support/builders.ts'
import { aRound } from '../../support/builders-rounds.ts'
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
async function words(path: string, person: Person | null = null): Promise<string> {
  const html = await (await answer(await get(path, person))).text()
  return html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
}

describe('what the record of a decision says', () => {
  test('no certain order of problems that share a place', async () => {
    const alike = [3, 3, 1]
    const { problems: ranked } = await aRound({ status: 'published', scores: [alike, alike, alike] })
    const items = ranked.map(({ id }) => ({ kind: 'problem' as const, problemId: id, proposal: 'att bilda en grupp' }))
    const held = await aMeeting({ items })
    const pageOf = async (at: number) => {
      const { registryNumber } = await recordDecision(held.coordinator, sure(held.itemIds[at]), aDecision())
      return words(`/decisions/${registryNumber}`)
    }
    expect(await pageOf(0)).not.toContain('Ordningen står sig')
    expect(await pageOf(2)).toContain('Ordningen står sig när vikterna ändras.')
  })
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
  test('no basis without a word of it, where the item had none', async () => {
    const items = [{ kind: 'other' as const, title: 'Arbetsordning', text: 'Förslag till ordning.' }]
    const held = await aMeeting({ items })
    const { registryNumber } = await recordDecision(held.coordinator, sure(held.itemIds[0]), aDecision())
    expect(await words(`/decisions/${registryNumber}`)).not.toMatch(/Underlag(?! till)/)
  })
  test('that kronor are missing, and that nothing is only when nothing is', async () => {
    const { coordinator, id, registryNumber } = await decided({ neededMonths: 2, neededSek: 1000 })
    const { id: organisationId } = await anOrganisation()
    await commitResources(coordinator, id, { organisationId, personMonths: 2 })
    const page = await words(`/decisions/${registryNumber}`)
    expect(page).toContain('2 av 2 personmånader är utlovade. 0 av 1 000 kronor är utlovade.')
    expect(page).not.toContain('Inget saknas.')
    await commitResources(coordinator, id, { organisationId, sek: 1000 })
    expect(await words(`/decisions/${registryNumber}`)).toContain('kronor är utlovade. Inget saknas.')
  })
  test('boxes are explained, and months summed, only where there are months', async () => {
    const { registryNumber } = await decided({ neededSek: 1000 })
    const page = await words(`/decisions/${registryNumber}`)
    expect(page).toContain('0 av 1 000 kronor är utlovade.')
    expect(page).not.toContain('En ruta är en personmånad.')
    expect(page).not.toMatch(/Personmånader 0/)
  })
  test.each([
    ['a tie and who settled it', { for: 2, against: 2, abstained: 1 }, true],
    ['a majority without a word of a tie', { for: 3, against: 2, abstained: 0 }, false],
  ])('%s, as the minutes do', async (_name, votes, tie) => {
    const { registryNumber, meetingId, members, coordinator } = await decided({ votes })
    const sentence = `Vid lika röstetal avgjorde ${sure(members[0]).name}, som ledde beslutet.`
    expect((await words(`/decisions/${registryNumber}`)).includes(sentence)).toBe(tie)
    expect((await words(`/meetings/${meetingId}/minutes`, coordinator)).includes(sentence)).toBe(tie)
  })
  test.each([
    ['parked', { type: 'park', wakeWhen: 'En ny lag' } as const, 'Beslutet begär inga resurser.'],
    ['one that asks for people', {}, 'Den som äger resurser åtar sig'],
  ])('%s: whether and why nothing can be committed', async (_name, given, sentence) => {
    const { registryNumber, coordinator } = await decided(given)
    expect(await words(`/decisions/${registryNumber}/commitments`, coordinator)).toContain(sentence)
  })
})

test('a decision and the one that supersedes it both say what becomes of what was committed, and it is made anew from there', async () => {
  const { coordinator, id, registryNumber, members, problems } = await decided({ neededMonths: 2 })
  const organisation = await anOrganisation({ name: 'Provverket' })
  const owner = await aPerson({ roles: [{ role: 'resource_owner', organisationId: organisation.id }] })
  const lapsed = 'Åtagandena gäller ett beslut som inte längre gäller.'
  const given = await commitResources(owner, id, {
    organisationId: organisation.id,
    personMonths: 2.5,
    competence: 'law',
    note: 'En jurist',
  })
  expect(await words(`/decisions/${registryNumber}`)).not.toContain(lapsed)
  const items = [{ kind: 'problem' as const, problemId: sure(problems[0]).id, proposal: 'att ändra' }]
  const next = await aMeeting({ members, items })
  const later = await recordDecision(coordinator, sure(next.itemIds[0]), aDecision({ supersedesId: id }))
  expect(await words(`/decisions/${registryNumber}`)).toContain(lapsed)
  const page = await words(`/decisions/${later.registryNumber}`, owner)
  expect(page).toMatch(
    new RegExp(
      `Åtaganden till det beslut som detta ersätter.*Provverket : 2,5 personmånader i juridik.*Till beslut ${registryNumber} · Inte lämnat på nytt.*Lämna åtagandet på nytt`,
    ),
  )
  expect(await words(`/decisions/${later.registryNumber}`)).not.toContain('Lämna åtagandet på nytt')
  const html = async (renew: string) =>
    (await answer(await get(`/decisions/${later.registryNumber}/commitments?renew=${renew}`, owner))).text()
  const filled = await html(given)
  expect(filled).toMatch(/<input[^>]*name="personMonths"[^>]*value="2,5"/)
  expect(filled).toMatch(/<option value="law" selected/)
  expect(filled).toMatch(/<textarea[^>]*name="note"[^>]*>En jurist</)
  expect(await html('nothing')).not.toMatch(/name="personMonths"[^>]*value="2,5"/)
})

test.each([
  ['2026-11-11T07:00:00Z', ''],
  ['2026-10-30T07:00:00Z', 'Mötet är kallat till 11 november 2026, om 12 dagar. Öppna det bara om det hålls nu.'],
  ['2026-11-10T07:00:00Z', 'Mötet är kallat till 11 november 2026, i morgon. Öppna det bara om det hålls nu.'],
  ['2026-11-12T07:00:00Z', 'Mötet var kallat till 11 november 2026, i går. Öppna det bara om det hålls nu.'],
])(
  'the opening of a meeting says at %s whether it is another day than that it is called to, and takes place',
  async (at, said) => {
    const { coordinator, meetingId } = await aMeeting({ until: 'called' })
    setClock(new Date(at))
    const page = await words(`/meetings/${meetingId}/opening`, coordinator)
    if (said) expect(page).toContain(said)
    else expect(page).not.toContain('Öppna det bara')
    expect(page).toContain('Efter det kan närvaro')
  },
)

test.each([
  ['att avsluta avtalet', 'Ärendet är inte beslutat än.'],
  ['', 'Ärendet antecknas.'],
])('the draft of the minutes says of an item with the proposal "%s": %s', async (proposal, sentence) => {
  const { coordinator, meetingId } = await aMeeting({ items: [{ kind: 'other', title: 'Avtalet', proposal }] })
  expect(await words(`/meetings/${meetingId}/minutes`, coordinator)).toContain(sentence)
})
