import { beforeAll, describe, expect, test } from 'vitest'
import {
  acceptInvitation,
  invitePerson,
  withdrawInvitation,
} from '../../../app/domain/people/invitation-commands.server.ts'
import { makePasswordLink } from '../../../app/domain/people/password-link-commands.server.ts'
import { type Person, system } from '../../../app/domain/people/person.ts'
import { db } from '../../../db/client.ts'
import { jobs } from '../../../db/schema/jobs.ts'
import { someone } from '../../support/builders.ts'
import { connectTestSearch } from '../../support/search-engine.ts'
import { get, post } from '../../support/requests.ts'
import { answer } from '../../support/site.tsx'

beforeAll(connectTestSearch)

/** What a page says, as it is read. */
async function says(path: string, person: Person | null): Promise<string> {
  const html = await (await answer(await get(path, person))).text()
  return html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, ' ')
}

describe('a new installation', () => {
  test('has a list of needs that says it is empty, not that too much was asked of it', async () => {
    const page = await says('/needs', null)
    expect(page).toContain('Ingen har lämnat något behov än')
    expect(page).not.toContain('Inget behov stämmer')
    expect(await says('/needs?kind=municipality', null)).toContain('Inget behov stämmer')
  })

  test('says what stands still in words, and that mail does not go', async () => {
    const administrator = await someone('administrator')
    const failed = { status: 'parked', attempts: 30, runAt: new Date(), error: 'Error: no answer' } as const
    await db.insert(jobs).values({ kind: 'mail.invitation', payload: {}, ...failed })
    const page = await says('/admin/jobs', administrator)
    expect(page).toContain('Mejl med inbjudan')
    expect(page).not.toContain('mail.invitation')
    expect(await says('/admin', administrator)).toContain('1 mejl har inte kunnat skickas')
    await db.delete(jobs)
  })
})

describe('a link of a mail that opens nothing any more', () => {
  test('says so, and asks nobody to sign in who is', async () => {
    const administrator = await someone('administrator')
    const given = { name: 'Maria', email: 'maria@granasa.example', role: 'administrator' } as const
    const { id, token } = await invitePerson(
      administrator,
      { ...given, organisationId: null, networkId: null },
      'http://x',
    )
    await withdrawInvitation(administrator, id)
    const path = `/invitations/${token}`
    expect(await says(path, null)).toMatch(/Länken gäller inte längre[\s\S]*Logga in om du har ett konto/)
    expect(await says(path, null)).not.toContain('Sidan finns inte')
    expect(await says(path, administrator)).not.toContain('Logga in om du har ett konto')
  })

  test('was followed by a word that the new password is in use', async () => {
    const newPassword = 'fyra ord som inte hör ihop'
    const given = { name: 'Tove', email: 'tove@granasa.example', role: 'administrator' } as const
    const { token } = await invitePerson(system, { ...given, organisationId: null, networkId: null }, 'http://x')
    await acceptInvitation(token, { name: 'Tove', newPassword }, { userAgent: null, sessionId: null })
    const link = await makePasswordLink(given.email)
    const fields = { newPassword: 'helt andra ord den här gången' }
    const answered = await answer(await post(`/sign-in/password/${link?.token}`, fields, null))
    expect(answered.status).toBe(302)
    const cookies = answered.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    const start = await get('/', null)
    start.headers.set('Cookie', cookies.join('; '))
    expect(await (await answer(start)).text()).toContain('Ditt nya lösenord gäller nu.')
  })
})
