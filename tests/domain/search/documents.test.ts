import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { recordDecision } from '../../../app/domain/committee/decision-commands.server.ts'
import { linkDuplicate, unlinkDuplicate } from '../../../app/domain/needs/duplicate-commands.server.ts'
import { confirmRelayedNeed, disownRelayedNeed } from '../../../app/domain/needs/relay-commands.server.ts'
import { anonymous, type Viewer } from '../../../app/domain/people/person.ts'
import { createProblem, openProblem } from '../../../app/domain/problems/problem-commands.server.ts'
import { indexEverything, indexThings } from '../../../app/domain/search/documents.server.ts'
import { findNearby } from '../../../app/domain/search/nearby-words.server.ts'
import { searchEverything } from '../../../app/domain/search/search-queries.server.ts'
import { canSearch, connectTestSearch } from '../../support/search-engine.ts'
import { aCoordinator, anOrganisation, aPerson, aRepresentative, someone } from '../../support/builders.ts'
import { aDraft, aNeed, aRelayedNeed } from '../../support/builders-needs.ts'
import { aRound } from '../../support/builders-rounds.ts'
import { aDecision, aMeeting } from '../committee/committee-builders.ts'

const found = async (viewer: Viewer, words: string) =>
  (await searchEverything(viewer, { words })).hits.map((hit) => hit.path)

describe.runIf(canSearch)('what search knows of things', () => {
  beforeAll(() => connectTestSearch())

  test('a draft is never found, not even by its author', async () => {
    const draft = await aDraft({ title: 'Utkastet om fjärrvärme' })
    await indexThings('need', [draft.id])
    expect(await found(draft.author, 'fjärrvärme')).toEqual([])
    expect(await found(await aCoordinator(), 'fjärrvärme')).toEqual([])
  })

  test('a K2 need is found by those who may see it and by nobody else, and counted for nobody else', async () => {
    const need = await aRelayedNeed({ title: 'Övervakning av skyddsobjektet', confidentiality: 2 })
    await indexThings('need', [need.id])
    for (const viewer of [need.author, need.networkCoordinator, await aCoordinator(), await someone('assessor')])
      expect(await found(viewer, 'skyddsobjekt')).toEqual([`/needs/${need.id}`])
    for (const viewer of [anonymous, await aPerson(), await aRepresentative((await anOrganisation()).id)]) {
      expect(await found(viewer, 'skyddsobjekt')).toEqual([])
      const { counts, meant } = await searchEverything(viewer, { words: 'skyddsobjektett' })
      expect({ counts, meant }).toEqual({ counts: {}, meant: null })
    }
  })

  test('a need that becomes K2 goes out of what the public finds', async () => {
    const need = await aNeed({ title: 'Brandstationens larmkedja' })
    await indexThings('need', [need.id])
    expect(await found(anonymous, 'larmkedja')).toHaveLength(1)
    await db.update(needs).set({ confidentiality: 2 }).where(eq(needs.id, need.id))
    // At once, and not when the index has heard of it.
    expect(await searchEverything(anonymous, { words: 'larmkedja' })).toMatchObject({ hits: [], total: 0 })
    await indexThings('need', [need.id])
    expect(await found(anonymous, 'larmkedja')).toEqual([])
  })

  test('what its organisation has not confirmed says so', async () => {
    const need = await aRelayedNeed({ title: 'Sotarnas protokoll' })
    const status = async () => {
      await indexThings('need', [need.id])
      return (await searchEverything(anonymous, { words: 'sotarnas' })).hits[0]?.status
    }
    expect(await status()).toBe('unconfirmed')
    await confirmRelayedNeed(need.author, need.id)
    expect(await status()).toBe('submitted')
  })

  test('what is disowned, or the same as a need that everyone may see, says so', async () => {
    const coordinator = await aCoordinator()
    const [disowned, twin] = [
      await aRelayedNeed({ title: 'Plogarnas körjournal' }),
      await aNeed({ title: 'Plogarnas tider' }),
    ]
    const status = async ({ id }: { id: string }) => {
      await indexThings('need', [id])
      return (await searchEverything(anonymous, { words: 'plogarnas' })).hits.find((hit) => hit.path === `/needs/${id}`)
        ?.status
    }
    await disownRelayedNeed(disowned.author, disowned.id, 'Inte vårt.')
    expect(await status(disowned)).toBe('disowned')
    await linkDuplicate(coordinator, twin.id, (await aNeed({ confidentiality: 2 })).id, 'Samma.')
    expect(await status(twin)).toBe('submitted')
    await unlinkDuplicate(coordinator, twin.id)
    await linkDuplicate(coordinator, twin.id, (await aNeed()).id, 'Samma.')
    expect(await status(twin)).toBe('duplicate')
  })

  test('contact details are not searched', async () => {
    const need = await aNeed({ contactName: 'Torborg Kvist', contactEmail: 'torborg@ekvalla.example' })
    await indexThings('need', [need.id])
    expect(await found(need.author, 'torborg')).toEqual([])
  })

  test('a proposed problem is found by coordinators alone until it is opened', async () => {
    const coordinator = await aCoordinator()
    const problem = await createProblem(coordinator, {
      title: 'Vattenprover',
      description: '',
      needIds: [(await aNeed()).id],
      status: 'proposed',
    })
    await indexThings('problem', [problem.id])
    expect(await found(anonymous, 'vattenprover')).toEqual([])
    expect(await found(coordinator, 'vattenprover')).toHaveLength(1)
    await openProblem(coordinator, problem.id)
    await indexThings('problem', [problem.id])
    expect(await found(anonymous, 'vattenprover')).toHaveLength(1)
  })

  test('masked words of a decision find it for nobody, and stand in no hit', async () => {
    const held = await aMeeting()
    const { registryNumber, id } = await recordDecision(
      held.coordinator,
      held.itemIds[0] as string,
      aDecision({
        title: 'Upphandling av larm',
        reasons: 'Leverantören Quarzonit har brister.',
        secretPassages: ['Quarzonit'],
        secrecyProvision: '31 kap. 16 § OSL',
      }),
    )
    await indexThings('decision', [id])
    for (const viewer of [anonymous, held.coordinator]) {
      expect(await found(viewer, 'quarzonit')).toEqual([])
      const { hits } = await searchEverything(viewer, { words: 'upphandling larm' })
      expect(hits.map((hit) => hit.path)).toContain(`/decisions/${registryNumber}`)
      expect(JSON.stringify(hits)).not.toContain('Quarzonit')
    }
  })

  test('a secret decision is not found at all', async () => {
    const held = await aMeeting()
    const { id } = await recordDecision(
      held.coordinator,
      held.itemIds[0] as string,
      aDecision({ title: 'Zirkonbeslutet', secret: true, secrecyProvision: '15 kap. 2 § OSL' }),
    )
    await indexThings('decision', [id])
    expect(await found(anonymous, 'zirkonbeslutet')).toEqual([])
  })

  test('a round is found by everyone first when it is published', async () => {
    const open = await aRound({ status: 'open' })
    const published = await aRound({ status: 'published' })
    await indexThings('round', [open.id, published.id])
    expect(await found(anonymous, 'hösten 2026')).toEqual([`/rounds/${published.number}`])
    expect(await found(open.coordinator, 'hösten 2026')).toHaveLength(2)
    expect(await found(anonymous, `omgång ${published.number}`)).toEqual([`/rounds/${published.number}`])
  })

  test('what is gone is found no longer; everything can be read anew', async () => {
    const need = await aNeed({ title: 'Snöröjningens rutter' })
    await indexEverything()
    expect(await found(anonymous, 'snöröjning')).toHaveLength(1)
    await db.update(needs).set({ status: 'draft' }).where(eq(needs.id, need.id))
    await indexThings('need', [need.id])
    expect(await found(anonymous, 'snöröjning')).toEqual([])
  })

  test('a search that finds nothing is offered parts of its words that do', async () => {
    const need = await aNeed({ title: 'Ett register över stränder' })
    await indexThings('need', [need.id])
    expect(await findNearby(anonymous, 'kvantregister')).toContainEqual({ words: 'register', total: 1 })
  })
})
