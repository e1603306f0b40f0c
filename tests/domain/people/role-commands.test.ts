import { and, eq, ne } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import {
  findAccount,
  listAccessReview,
  listAccounts,
  listCast,
  listPersonEvents,
} from '../../../app/domain/people/people-queries.server.ts'
import {
  deactivatePerson,
  endRole,
  grantRole,
  reactivatePerson,
  reviewRole,
} from '../../../app/domain/people/role-commands.server.ts'
import { findSessionPerson, listRoles, startSession } from '../../../app/domain/people/sessions.server.ts'
import { NotFound, NotPermitted } from '../../../app/domain/refusal.ts'
import { db } from '../../../db/client.ts'
import { people, roles } from '../../../db/schema/people.ts'
import { aCoordinator, anOrganisation, aPerson, aRepresentative, someone } from '../../support/builders.ts'

const refused = (code: string) => expect.objectContaining({ code })
const held = async (personId: string) => (await listRoles(personId, new Date(Date.now() + 1))).map(({ role }) => role)
const roleIdOf = async (personId: string) =>
  (await db.select({ id: roles.id }).from(roles).where(eq(roles.personId, personId)))[0]?.id ?? ''

describe('giving a role', () => {
  test('holds at once, signs the person out and stands in the trail with who gave it', async () => {
    const [administrator, person, organisation] = [
      await someone('administrator'),
      await aPerson(),
      await anOrganisation(),
    ]
    const sessionId = await startSession(person.id, null)
    await grantRole(administrator, person.id, { role: 'assessor', organisationId: organisation.id, networkId: null })
    expect(await held(person.id)).toEqual(['assessor'])
    expect(await findSessionPerson(sessionId)).toBeUndefined()
    const [event] = await listPersonEvents(administrator, person.id)
    expect(event).toMatchObject({
      verb: 'person.roleGranted',
      actor: administrator.name,
      change: { role: 'assessor', holder: organisation.name },
    })
  })

  test('is refused to oneself, twice, and without a holder', async () => {
    const [administrator, organisation] = [await someone('administrator'), await anOrganisation()]
    const person = await aRepresentative(organisation.id)
    const given = { role: 'representative', organisationId: organisation.id, networkId: null } as const
    await expect(grantRole(administrator, administrator.id, given)).rejects.toEqual(refused('roleToOneself'))
    await expect(grantRole(administrator, person.id, given)).rejects.toEqual(refused('alreadyHasRole'))
    await expect(grantRole(administrator, person.id, { ...given, organisationId: null })).rejects.toEqual(
      refused('roleNeedsOrganisation'),
    )
    await expect(grantRole(administrator, 'nobody', given)).rejects.toBeInstanceOf(NotFound)
  })

  test('is for administrators', async () => {
    const coordinator = await aCoordinator()
    expect(() => grantRole(coordinator, 'x', { role: 'assessor', organisationId: null, networkId: null })).toThrow(
      NotPermitted,
    )
    expect(() => endRole(coordinator, 'x', 'y')).toThrow(NotPermitted)
    expect(() => reviewRole(coordinator, 'x')).toThrow(NotPermitted)
    expect(() => deactivatePerson(coordinator, 'x', 'y')).toThrow(NotPermitted)
    expect(() => reactivatePerson(coordinator, 'x')).toThrow(NotPermitted)
  })
})

describe('ending a role', () => {
  test('takes it at once, with the reason', async () => {
    const [administrator, person] = [await someone('administrator'), await someone('assessor')]
    const sessionId = await startSession(person.id, null)
    await endRole(administrator, await roleIdOf(person.id), 'Har bytt arbetsplats')
    expect(await held(person.id)).toEqual([])
    expect(await findSessionPerson(sessionId)).toBeUndefined()
    expect((await listPersonEvents(administrator, person.id))[0]).toMatchObject({
      verb: 'person.roleEnded',
      change: { reason: 'Har bytt arbetsplats' },
    })
    await expect(endRole(administrator, await roleIdOf(person.id), 'igen')).rejects.toBeInstanceOf(NotFound)
  })

  test('is refused for the last administrator, and so is closing the account', async () => {
    const administrator = await someone('administrator')
    const others = await db
      .select({ id: roles.id })
      .from(roles)
      .where(and(eq(roles.role, 'administrator'), ne(roles.personId, administrator.id)))
    for (const { id } of others) await db.update(roles).set({ until: new Date() }).where(eq(roles.id, id))
    await expect(endRole(administrator, await roleIdOf(administrator.id), 'x')).rejects.toEqual(
      refused('lastAdministrator'),
    )
    const second = await someone('administrator')
    await expect(deactivatePerson(second, second.id, 'x')).rejects.toEqual(refused('deactivateOneself'))
    await deactivatePerson(second, administrator.id, 'x')
    await expect(endRole(second, await roleIdOf(second.id), 'x')).rejects.toEqual(refused('lastAdministrator'))
  })
})

describe('the access review', () => {
  test('names each role with who gave it, and confirms it for a year', async () => {
    const [administrator, person] = [await someone('administrator'), await someone('resource_owner')]
    const roleId = await roleIdOf(person.id)
    await db
      .update(roles)
      .set({ since: new Date('2025-01-01') })
      .where(eq(roles.id, roleId))
    const find = async () => (await listAccessReview(administrator)).find(({ id }) => id === roleId)
    expect(await find()).toMatchObject({ name: person.name, review: 'overdue' })
    await reviewRole(administrator, roleId)
    expect(await find()).toMatchObject({ review: 'later', reviewedBy: administrator.name })
  })

  test('is done by another than the one it is about', async () => {
    const administrator = await someone('administrator')
    await expect(reviewRole(administrator, await roleIdOf(administrator.id))).rejects.toEqual(
      refused('reviewOfOneself'),
    )
  })

  test('is empty for all others', async () => {
    const coordinator = await aCoordinator()
    expect(await listAccessReview(coordinator)).toEqual([])
    expect(await listAccounts(coordinator)).toEqual([])
    expect(await findAccount(coordinator, coordinator.id)).toBeUndefined()
    expect(await listPersonEvents(coordinator, coordinator.id)).toEqual([])
  })
})

describe('closing an account', () => {
  test('ends sessions and roles, and can be undone without the roles', async () => {
    const [administrator, person] = [await someone('administrator'), await someone('assessor')]
    const sessionId = await startSession(person.id, null)
    await deactivatePerson(administrator, person.id, 'Slutade')
    expect(await findSessionPerson(sessionId)).toBeUndefined()
    expect(await held(person.id)).toEqual([])
    expect((await listCast()).map(({ id }) => id)).not.toContain(person.id)
    await expect(deactivatePerson(administrator, person.id, 'igen')).rejects.toBeInstanceOf(NotFound)
    await reactivatePerson(administrator, person.id)
    expect(await findSessionPerson(await startSession(person.id, null))).toMatchObject({ roles: [] })
    await expect(reactivatePerson(administrator, person.id)).rejects.toEqual(refused('accountIsOpen'))
  })
})

describe('the list of people', () => {
  test('can be searched by name, by organisation and by role', async () => {
    const administrator = await someone('administrator')
    const organisation = await anOrganisation({ name: 'Norrvalla kommun' })
    for (let made = 0; made < 5; made++) await aRepresentative(organisation.id, `Sökt Person ${made}`)
    expect(await listAccounts(administrator, { words: 'sökt person' })).toHaveLength(5)
    expect(await listAccounts(administrator, { words: 'norrvalla', role: 'representative' })).toHaveLength(5)
    expect(await listAccounts(administrator, { words: 'norrvalla', role: 'assessor' })).toHaveLength(0)
  })

  test('the cast is shown to those who are nobody yet, without addresses', async () => {
    const [member] = await listCast()
    expect(Object.keys(member ?? {}).sort()).toEqual(['id', 'introduction', 'introductionEn', 'name', 'roles'])
    expect(await db.select().from(people)).not.toEqual([])
  })
})
