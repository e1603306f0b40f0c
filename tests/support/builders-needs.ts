/** Needs and resources for tests, made by the commands themselves unless a state is asked for outright. */
import { eq } from 'drizzle-orm'
import { db } from '../../db/client.ts'
import { newId } from '../../db/kit.ts'
import { needs } from '../../db/schema/needs.ts'
import { resources } from '../../db/schema/resources.ts'
import type { NeedContent, NeedStatus } from '../../app/domain/needs/need.ts'
import { saveNeedDraft, startNeed, submitNeed } from '../../app/domain/needs/draft-commands.server.ts'
import { relayNeed } from '../../app/domain/needs/relay-commands.server.ts'
import type { Person } from '../../app/domain/people/person.ts'
import { aNetwork, aNetworkCoordinator, anOrganisation, aRepresentative } from './builders.ts'

export const someWords = {
  title: 'Vi vågar inte använda äldreomsorgens data för att förutse fall',
  description:
    'Vi har tio års uppgifter om fall på våra äldreboenden. Ingen hos oss kan säga om vi får använda uppgifterna.',
}

interface Given extends Partial<NeedContent> {
  organisationId?: string
  author?: Person
}

export async function aDraft(given: Given = {}) {
  const { organisationId: asked, author: writer, ...fields } = given
  const organisationId = asked ?? (await anOrganisation()).id
  const author = writer ?? (await aRepresentative(organisationId))
  const id = await startNeed(author, { organisationId })
  await saveNeedDraft(author, id, { ...someWords, ...fields })
  return { id, organisationId, author }
}

/** A submitted need, or one set straight to a later state. */
export async function aNeed(given: Given & { status?: NeedStatus } = {}) {
  const { status, ...rest } = given
  const draft = await aDraft(rest)
  const { registryNumber } = await submitNeed(draft.author, draft.id)
  if (status) await db.update(needs).set({ status }).where(eq(needs.id, draft.id))
  return { ...draft, registryNumber }
}

/** A need that a network handed over for an organisation, which has not said anything yet. */
export async function aRelayedNeed(
  given: Given & { networkId?: string; reference?: string; coordinator?: Person } = {},
) {
  const { organisationId: asked, networkId: wanted, reference, author: writer, coordinator: handing, ...fields } = given
  const organisationId = asked ?? (await anOrganisation()).id
  const networkId = wanted ?? (await aNetwork()).id
  const author = writer ?? (await aRepresentative(organisationId))
  const networkCoordinator = handing ?? (await aNetworkCoordinator(networkId))
  const id = await relayNeed(networkCoordinator, {
    ...someWords,
    ...fields,
    networkId,
    organisationId,
    reference,
    status: 'Backlog',
  })
  return { id, organisationId, networkId, author, networkCoordinator }
}

let count = 0
export async function aResource(
  given: { name?: string; kind?: (typeof resources.$inferInsert)['kind']; ownerId?: string } = {},
) {
  const row = {
    id: newId(),
    key: `resource-${++count}`,
    name: given.name ?? 'Innovationssandlådan för dataskydd',
    nameEn: given.name ?? 'Data protection sandbox',
    kind: given.kind ?? ('guidance' as const),
    ownerId: given.ownerId ?? null,
    description: 'Ger vägledning om när personuppgifter får användas för att träna en modell.',
    descriptionEn: 'Guidance on when personal data may be used to train a model.',
    access: 'Anmäl intresse.',
    accessEn: 'Express interest.',
    confirmedAt: new Date('2026-06-01'),
  }
  await db.insert(resources).values(row)
  return row
}

export const stored = async (id: string) =>
  (await db.select().from(needs).where(eq(needs.id, id)))[0] as typeof needs.$inferSelect
