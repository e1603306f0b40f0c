import { createServer } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { invitePerson, withdrawInvitation } from '../../../app/domain/people/invitation-commands.server.ts'
import { listInvitations } from '../../../app/domain/people/invitation-queries.server.ts'
import { type Person, system } from '../../../app/domain/people/person.ts'
import { queueHealth } from '../../../app/domain/jobs/job-administration.server.ts'
import { log } from '../../../app/jobs/log.server.ts'
import { drainJobs } from '../../../app/jobs/worker.server.ts'
import { db } from '../../../db/client.ts'
import { jobs } from '../../../db/schema/jobs.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { anOrganisation, aPerson, someone } from '../../support/builders.ts'

/** A mail server of the test: it takes every mail, or answers every address with a refusal. */
async function aMailServer(refusal?: string) {
  const mails: string[] = []
  const server = createServer((socket) => {
    let data = false
    let text = ''
    socket.write('220 test\r\n')
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
        if (data && line !== '.') text += `${line}\n`
        else if (data) {
          data = false
          mails.push(text)
          socket.write('250 taken\r\n')
        } else if (line.startsWith('RCPT') && refusal) socket.write(`${refusal}\r\n`)
        else if (line === 'DATA') {
          data = true
          socket.write('354 go on\r\n')
        } else socket.write('250 well\r\n')
      }
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as { port: number }
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${port}`)
  return { mails, close: () => new Promise((closed) => server.close(closed)) }
}

/** The text that the mail's encoding stands for. */
function readable(mail: string): string {
  const bytes = mail.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

let count = 0
async function anInvitation({
  email = `mailed-${++count}@granasa.example`,
  actor,
}: {
  email?: string
  actor?: Person
}) {
  const organisation = await anOrganisation({ name: 'Datarådet' })
  await db.update(organisations).set({ nameEn: 'The Data Council' }).where(eq(organisations.id, organisation.id))
  const given = { name: 'Maria', email, role: 'assessor', organisationId: organisation.id, networkId: null } as const
  return invitePerson(actor ?? (await someone('administrator')), given, 'https://samsyn.example')
}

const jobOf = async (invitationId: string) =>
  (await db.select().from(jobs).where(eq(jobs.kind, 'mail.invitation'))).find(
    ({ payload }) => payload.invitationId === invitationId,
  )
const makeDue = () =>
  db
    .update(jobs)
    .set({ runAt: new Date(0) })
    .where(eq(jobs.status, 'waiting'))
const listed = async (id: string) =>
  (await listInvitations(await someone('administrator'))).find((invitation) => invitation.id === id)

beforeEach(async () => {
  await db.delete(jobs)
  vi.spyOn(log, 'error').mockReturnValue(undefined as never)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

describe('the mail of an invitation', () => {
  test('tells somebody new to choose a password, in both languages, with what the role is for in each', async () => {
    const server = await aMailServer()
    await anInvitation({})
    await drainJobs()
    await server.close()
    const mail = readable(server.mails[0] as string)
    expect(mail).toContain('Subject: Inbjudan till Samsyn / Invitation to Samsyn')
    expect(mail).toContain('i rollen Bedömare, Datarådet.')
    expect(mail).toContain('in the role Assessor, The Data Council.')
    expect(mail).toContain('välj ett lösenord')
    expect(mail).toContain('Auto-Submitted: auto-generated')
  })

  test('tells somebody with an account to sign in with it, not to choose a password', async () => {
    const server = await aMailServer()
    await anInvitation({ email: (await aPerson({ email: 'has-account@granasa.example' })).email })
    await drainJobs()
    await server.close()
    const mail = readable(server.mails[0] as string)
    expect(mail).toContain('logga in som vanligt och ta emot rollen')
    expect(mail).toContain('sign in as usual and take the role')
    expect(mail).not.toMatch(/välj ett lösenord|choose a password/)
  })

  test('does not say that Samsyn invites to Samsyn', async () => {
    const server = await aMailServer()
    await anInvitation({ actor: system })
    await drainJobs()
    await server.close()
    expect(readable(server.mails[0] as string)).toContain('Du är inbjuden till Samsyn i rollen Bedömare')
  })

  test('is tried again for a day while the server is away, and the inviter sees that it waits', async () => {
    vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1')
    const { id } = await anInvitation({})
    expect(await listed(id)).toMatchObject({ mailFault: null })
    for (let attempt = 1; attempt <= 10; attempt++) {
      await makeDue()
      await drainJobs()
    }
    expect(await jobOf(id)).toMatchObject({ status: 'waiting', attempts: 10 })
    expect(await listed(id)).toMatchObject({ mailFault: 'late' })
    expect(await queueHealth()).toMatchObject({ unsentMails: 1 })

    const server = await aMailServer()
    await makeDue()
    await drainJobs()
    await server.close()
    expect(server.mails).toHaveLength(1)
    expect(await listed(id)).toMatchObject({ mailFault: null })
    expect(await queueHealth()).toMatchObject({ unsentMails: 0 })
  })

  test('to an address that does not exist is given up at once, and the inviter sees it', async () => {
    const server = await aMailServer('550 5.1.1 no such user')
    const { id } = await anInvitation({})
    await drainJobs()
    await server.close()
    expect(await jobOf(id)).toMatchObject({ status: 'parked', attempts: 1 })
    expect(await listed(id)).toMatchObject({ state: 'waiting', mailFault: 'failed' })
  })

  test('that is refused for now is tried again', async () => {
    const server = await aMailServer('450 4.2.0 come back later')
    const { id } = await anInvitation({})
    await drainJobs()
    await server.close()
    expect(await jobOf(id)).toMatchObject({ status: 'waiting' })
  })

  test('does not go when the invitation has been withdrawn meanwhile, and its token is erased', async () => {
    const administrator = await someone('administrator')
    vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1')
    const { id, token } = await anInvitation({ actor: administrator })
    await drainJobs()
    await withdrawInvitation(administrator, id)
    const server = await aMailServer()
    await makeDue()
    await drainJobs()
    await server.close()
    expect(server.mails).toEqual([])
    expect(JSON.stringify(await jobOf(id))).not.toContain(token)
  })
})
