import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { desc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '../../../app/domain/clock.ts'
import {
  acceptInvitation,
  acceptInvitationAs,
  invitePerson,
  withdrawInvitation,
} from '../../../app/domain/people/invitation-commands.server.ts'
import { findInvitation, listInvitations } from '../../../app/domain/people/invitation-queries.server.ts'
import {
  askForPasswordLink,
  choosePassword,
  findPasswordLink,
} from '../../../app/domain/people/password-link-commands.server.ts'
import type { Person } from '../../../app/domain/people/person.ts'
import { findSessionPerson, listRoles, startSession } from '../../../app/domain/people/sessions.server.ts'
import { signIn } from '../../../app/domain/people/sign-in-commands.server.ts'
import { NotFound, NotPermitted } from '../../../app/domain/refusal.ts'
import { drainJobs } from '../../../app/jobs/worker.server.ts'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { jobs } from '../../../db/schema/jobs.ts'
import { people } from '../../../db/schema/people.ts'
import { aCoordinator, anOrganisation, aNetwork, aPerson, aRepresentative, someone } from '../../support/builders.ts'

const password = 'fyra ord som inte hör ihop'
const origin = 'https://samsyn.example'
const device = { userAgent: 'test', sessionId: null }
const refused = (code: string) => expect.objectContaining({ code })
let count = 0
const address = () => `invited-${++count}@granasa.example`

async function anInvitation(given: { email?: string; actor?: Person; organisationId?: string } = {}) {
  const organisationId = given.organisationId ?? (await anOrganisation()).id
  const email = given.email ?? address()
  const actor = given.actor ?? (await aCoordinator())
  const made = await invitePerson(
    actor,
    { name: 'Maria Edholm', email, role: 'representative', organisationId, networkId: null },
    origin,
  )
  return { ...made, email, organisationId, actor }
}

/** The text of the mail to an address, with the lines that the encoding broke put together. */
async function mailTo(email: string): Promise<string | undefined> {
  const folder = path.join(process.env.SAMSYN_DATA as string, 'mail')
  for (const name of await readdir(folder).catch(() => [])) {
    const text = (await readFile(path.join(folder, name), 'utf8')).replace(/=\r?\n/g, '')
    if (text.includes(`To: ${email}`)) return text
  }
  return undefined
}

beforeEach(async () => {
  await drainJobs()
})
afterEach(() => setClock())

describe('inviting', () => {
  test('stores the hash of the token and not the token, and mails the link', async () => {
    const { token, email } = await anInvitation()
    await drainJobs()
    expect(await mailTo(email)).toContain(`${origin}/invitations/${token}`)
    for (const table of [events, jobs, people])
      expect(JSON.stringify(await db.select().from(table))).not.toContain(token)
  })

  test('the mail says it in both languages', async () => {
    const { email } = await anInvitation()
    await drainJobs()
    const mail = await mailTo(email)
    expect(mail).toContain('Hej Maria Edholm')
    expect(mail).toContain('Hello Maria Edholm')
  })

  test('writes one event about it', async () => {
    const { id, actor, organisationId } = await anInvitation()
    const [event] = await db.select().from(events).orderBy(desc(events.seq)).limit(1)
    expect(event).toMatchObject({ verb: 'invitation.sent', nounId: id, actorId: actor.id, actingForId: organisationId })
  })

  test('is for coordinators and administrators', async () => {
    const organisation = await anOrganisation()
    const given = {
      name: 'X',
      email: address(),
      role: 'representative',
      organisationId: organisation.id,
      networkId: null,
    } as const
    expect(() =>
      invitePerson({ ...{ id: 'x', name: 'x', email: 'x', locale: 'sv', roles: [] } }, given, origin),
    ).toThrow(NotPermitted)
    const representative = await aRepresentative(organisation.id)
    expect(() => invitePerson(representative, given, origin)).toThrow(NotPermitted)
  })

  test('to a role with power over rights is for administrators alone', async () => {
    const given = { name: 'X', email: address(), role: 'administrator', organisationId: null, networkId: null } as const
    const coordinator = await aCoordinator()
    expect(() => invitePerson(coordinator, given, origin)).toThrow(expect.objectContaining({ code: 'roleNotYours' }))
    expect(await invitePerson(await someone('administrator'), given, origin)).toHaveProperty('token')
  })

  test('twice to the same role is refused until the first has expired or is withdrawn', async () => {
    const { email, organisationId, actor, id } = await anInvitation()
    await expect(anInvitation({ email, organisationId, actor })).rejects.toEqual(refused('alreadyInvited'))
    await withdrawInvitation(actor, id)
    expect(await anInvitation({ email, organisationId, actor })).toHaveProperty('token')
  })

  test('somebody who has the role already is refused', async () => {
    const organisation = await anOrganisation()
    const person = await aRepresentative(organisation.id)
    await expect(anInvitation({ email: person.email, organisationId: organisation.id })).rejects.toEqual(
      refused('alreadyHasRole'),
    )
  })

  test('nobody invites themselves to one more role', async () => {
    const actor = await aCoordinator()
    await expect(anInvitation({ email: actor.email, actor })).rejects.toEqual(refused('roleToOneself'))
  })

  test('for an organisation that does not exist finds nothing', async () => {
    await expect(anInvitation({ organisationId: 'no-such' })).rejects.toBeInstanceOf(NotFound)
  })

  test('is listed for those who invite', async () => {
    const { id, actor, organisationId } = await anInvitation()
    expect(await listInvitations(actor)).toContainEqual(expect.objectContaining({ id, state: 'waiting' }))
    expect(await listInvitations(await aRepresentative(organisationId))).toEqual([])
  })
})

describe('accepting', () => {
  test('makes the account, gives the role and signs in', async () => {
    const { token, email, organisationId } = await anInvitation()
    const sessionId = await acceptInvitation(token, { name: 'Maria E', newPassword: password }, device)
    const person = await findSessionPerson(sessionId)
    expect(person).toMatchObject({ name: 'Maria E', email, roles: [{ role: 'representative', organisationId }] })
    expect(await signIn({ email, password }, { address: '192.0.2.5', ...device })).toBeTruthy()
  })

  test('works once, also when the link is clicked twice at the same time', async () => {
    const { token } = await anInvitation()
    const answers = await Promise.allSettled(
      [1, 2].map(() => acceptInvitation(token, { name: 'M', newPassword: password }, device)),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(acceptInvitation(token, { name: 'M', newPassword: password }, device)).rejects.toBeInstanceOf(NotFound)
  })

  test('a link that is unknown, withdrawn or older than fourteen days is not found', async () => {
    await expect(acceptInvitation('guessed', { name: 'M', newPassword: password }, device)).rejects.toBeInstanceOf(
      NotFound,
    )
    const withdrawn = await anInvitation()
    await withdrawInvitation(withdrawn.actor, withdrawn.id)
    await expect(
      acceptInvitation(withdrawn.token, { name: 'M', newPassword: password }, device),
    ).rejects.toBeInstanceOf(NotFound)
    setClock(new Date('2026-11-01T12:00:00Z'))
    const old = await anInvitation()
    setClock(new Date('2026-11-15T11:59:00Z'))
    expect(await findInvitation(old.token)).toBeDefined()
    setClock(new Date('2026-11-15T12:00:00Z'))
    expect(await findInvitation(old.token)).toBeUndefined()
  })

  test('with a weak password is refused and leaves the link good', async () => {
    const { token, email } = await anInvitation()
    await expect(acceptInvitation(token, { name: 'M', newPassword: 'kort' }, device)).rejects.toEqual(
      refused('password_tooShort'),
    )
    await expect(acceptInvitation(token, { name: 'M', newPassword: email }, device)).rejects.toEqual(
      refused('password_isEmail'),
    )
    expect(await findInvitation(token)).toBeDefined()
  })

  test('by an address that has an account needs that account', async () => {
    const person = await aPerson({ email: address() })
    const { token, organisationId } = await anInvitation({ email: person.email })
    await expect(acceptInvitation(token, { name: 'M', newPassword: password }, device)).rejects.toEqual(
      refused('hasAccount'),
    )
    await expect(acceptInvitationAs(await aPerson(), token, device)).rejects.toEqual(refused('invitationForOther'))
    const before = await startSession(person.id, null)
    const after = await acceptInvitationAs(person, token, device)
    expect(await findSessionPerson(before)).toBeUndefined()
    expect(await findSessionPerson(after)).toMatchObject({ id: person.id })
    expect(await listRoles(person.id, new Date())).toEqual([
      { role: 'representative', organisationId, networkId: null },
    ])
  })

  test('an invitation to a network gives the role for the network', async () => {
    const network = await aNetwork()
    const email = address()
    const given = {
      name: 'Anders',
      email,
      role: 'network_coordinator',
      organisationId: null,
      networkId: network.id,
    } as const
    const { token } = await invitePerson(await aCoordinator(), given, origin)
    const person = await findSessionPerson(
      await acceptInvitation(token, { name: 'Anders', newPassword: password }, device),
    )
    expect(person?.roles).toEqual([{ role: 'network_coordinator', organisationId: null, networkId: network.id }])
  })
})

describe('a forgotten password', () => {
  const linkIn = (mail: string | undefined) => mail?.match(/\/sign-in\/password\/([\w-]+)/)?.[1] as string

  async function withAccount() {
    const { token, email } = await anInvitation()
    const sessionId = await acceptInvitation(token, { name: 'Maria', newPassword: password }, device)
    await drainJobs()
    return { email, sessionId }
  }

  test('is replaced by a mailed link, once, and every session ends', async () => {
    const { email, sessionId } = await withAccount()
    await askForPasswordLink(email, '192.0.2.9', origin)
    await drainJobs()
    const files = await readdir(path.join(process.env.SAMSYN_DATA as string, 'mail'))
    const texts = await Promise.all(
      files.map((name) => readFile(path.join(process.env.SAMSYN_DATA as string, 'mail', name), 'utf8')),
    )
    const token = linkIn(
      texts
        .map((text) => text.replace(/=\r?\n/g, ''))
        .find((text) => text.includes(`To: ${email}`) && text.includes('/sign-in/password/')),
    )
    const fresh = await choosePassword(token, 'sju helt andra ord här', device)
    expect(await findSessionPerson(sessionId)).toBeUndefined()
    expect(await findSessionPerson('sessionId' in fresh ? fresh.sessionId : '')).toMatchObject({ email })
    await expect(choosePassword(token, 'sju helt andra ord här', device)).rejects.toBeInstanceOf(NotFound)
    for (const table of [events, jobs]) expect(JSON.stringify(await db.select().from(table))).not.toContain(token)
  })

  test('is answered alike for an address that nobody has, and sends nothing', async () => {
    const before = await db.select().from(events)
    await askForPasswordLink('nobody-at-all@granasa.example', '192.0.2.9', origin)
    await drainJobs()
    expect(await mailTo('nobody-at-all@granasa.example')).toBeUndefined()
    expect(await db.select().from(events)).toHaveLength(before.length)
  })

  test('sends nothing to the invented', async () => {
    const person = await aPerson({ email: address() })
    await askForPasswordLink(person.email, '192.0.2.9', origin)
    await drainJobs()
    expect(await mailTo(person.email)).toBeUndefined()
  })

  test('is asked for five times in a quarter of an hour and no more', async () => {
    for (let attempt = 0; attempt < 5; attempt++)
      await askForPasswordLink('often@granasa.example', '192.0.2.10', origin)
    await expect(askForPasswordLink('often@granasa.example', '192.0.2.10', origin)).rejects.toEqual(
      refused('tooManyAttempts'),
    )
  })

  test('a link is good for an hour', async () => {
    setClock(new Date('2026-11-22T10:00:00Z'))
    const { makePasswordLink } = await import('../../../app/domain/people/password-link-commands.server.ts')
    const person = await aPerson({ email: address() })
    await db.update(people).set({ demonstration: false }).where(eq(people.id, person.id))
    const link = await makePasswordLink(person.email)
    setClock(new Date('2026-11-22T10:59:00Z'))
    expect(await findPasswordLink(link?.token ?? '')).toBeDefined()
    setClock(new Date('2026-11-22T11:00:00Z'))
    expect(await findPasswordLink(link?.token ?? '')).toBeUndefined()
    await startSession(person.id, null)
  })
})
