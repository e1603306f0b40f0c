import { describe, expect, test, vi } from 'vitest'
import { invitePerson } from '../../../app/domain/people/invitation-commands.server.ts'
import { findSessionPerson, listSessions, startSession } from '../../../app/domain/people/sessions.server.ts'
import { aCoordinator, anOrganisation, aPerson, aRepresentative, someone } from '../../support/builders.ts'
import { read, send } from '../../support/routes.ts'

const password = 'fyra ord som inte hör ihop'

describe('the account', () => {
  test('shows one’s own and nobody else’s', async () => {
    const person = await aPerson({ name: 'Tove Hagman' })
    expect(await read('account', person)).toMatchObject({
      status: 200,
      body: { account: { name: 'Tove Hagman', email: person.email } },
    })
    expect(await read('account', null)).toMatchObject({ status: 302 })
    expect(JSON.stringify((await read('account', person)).body)).not.toContain('argon2')
  })

  test.each([
    [{ name: '', locale: 'sv' }, 400],
    [{ name: 'x'.repeat(121), locale: 'sv' }, 400],
    [{ name: 'Tove', locale: 'no' }, 400],
    [{ name: ['a', 'b'], locale: 'sv' }, 400],
    [{}, 400],
    [{ name: '<b>Tove</b>', locale: 'en' }, 302],
  ])('takes %o with %i', async (fields, status) => {
    expect((await send('account', await aPerson(), { fields: fields as never })).status).toBe(status)
  })

  test('cannot be used to become somebody else: what the form does not have is not read', async () => {
    const person = await aPerson()
    await send('account', person, {
      fields: { name: 'Tove', locale: 'sv', id: 'other', email: 'x@y.se', demonstration: 'true' },
    })
    expect((await read('account', person)).body).toMatchObject({ account: { name: 'Tove', email: person.email } })
  })

  test('keeps a rejected name to correct', async () => {
    expect((await send('account', await aPerson(), { fields: { name: ' ', locale: 'en' } })).body).toMatchObject({
      typed: { locale: 'en' },
      errors: { name: { key: 'common.form.required' } },
    })
  })

  test('ends a session of one’s own and not of others', async () => {
    const [person, other] = [await aPerson(), await aPerson()]
    const theirs = await startSession(other.id, null)
    const [shown] = await listSessions(other.id)
    expect((await send('account_.sessions.$id.revocation', person, { params: { id: shown?.id ?? '' } })).status).toBe(
      404,
    )
    expect(await findSessionPerson(theirs)).toBeDefined()
    expect((await send('account_.sessions.$id.revocation', other, { params: { id: shown?.id ?? '' } })).status).toBe(
      302,
    )
    expect(await findSessionPerson(theirs)).toBeUndefined()
  })

  test('refuses a new password without the old', async () => {
    expect(
      (await send('account_.password', await aPerson(), { fields: { currentPassword: 'x', newPassword: password } }))
        .body,
    ).toMatchObject({ message: { key: 'refusals.noPassword' } })
    expect((await send('account_.password', await aPerson(), { fields: {} })).status).toBe(400)
  })
})

describe('inviting', () => {
  const fields = async () => ({
    name: 'Maria',
    email: `maria-${Math.random()}@granasa.example`,
    role: 'representative',
    organisationId: (await anOrganisation()).id,
  })

  test('answers with the link, once', async () => {
    const answer = await send('invitations_.new', await aCoordinator(), { fields: await fields() })
    expect(answer).toMatchObject({
      status: 201,
      body: { link: expect.stringMatching(/^http:\/\/127\.0\.0\.1:3000\/invitations\/[\w-]{43}$/) },
    })
  })

  test.each([
    [{ email: 'no address' }, 400],
    [{ role: 'king' }, 400],
    [{ name: '' }, 400],
    [{ organisationId: '' }, 409],
    [{ organisationId: 'no-such' }, 404],
    [{ role: 'administrator' }, 409],
  ])('with %o is %i', async (change, status) => {
    expect(
      (await send('invitations_.new', await aCoordinator(), { fields: { ...(await fields()), ...change } as never }))
        .status,
    ).toBe(status)
  })

  test('says at the field which holder the role lacks', async () => {
    const answer = await send('invitations_.new', await aCoordinator(), {
      fields: { ...(await fields()), organisationId: '' },
    })
    const errors = { organisationId: { key: 'refusals.roleNeedsOrganisation' } }
    expect(answer.body).toMatchObject({ errors, message: null })
  })

  test('is not for representatives', async () => {
    const representative = await aRepresentative((await anOrganisation()).id)
    expect((await send('invitations_.new', representative, { fields: await fields() })).status).toBe(403)
    expect((await read('invitations', representative)).status).toBe(403)
  })
})

describe('an invitation', () => {
  async function anInvitation(email = `i-${Math.random()}@granasa.example`) {
    const organisation = await anOrganisation()
    const given = { name: 'Maria', email, role: 'assessor', organisationId: organisation.id, networkId: null } as const
    return { email, ...(await invitePerson(await aCoordinator(), given, 'http://x')) }
  }

  test('shows whom it is for, and is gone when used', async () => {
    const { token, email } = await anInvitation()
    expect((await read('invitations_.$token', null, { params: { token } })).body).toMatchObject({
      invitation: { email, role: 'assessor', hasAccount: false },
    })
    expect(
      (await send('invitations_.$token', null, { params: { token }, fields: { name: 'Maria', newPassword: password } }))
        .status,
    ).toBe(302)
    // The link of the mail is opened once more: the page says why there is nothing.
    const gone = { status: 404, body: { message: { key: 'people.accept.gone' } } }
    expect(await read('invitations_.$token', null, { params: { token } })).toMatchObject(gone)
    expect(
      await send('invitations_.$token', null, { params: { token }, fields: { name: 'Maria', newPassword: password } }),
    ).toMatchObject(gone)
  })

  test('keeps the name and not the password when the password is weak', async () => {
    const { token } = await anInvitation()
    const answer = await send('invitations_.$token', null, {
      params: { token },
      fields: { name: 'Maria', newPassword: 'hemlig1' },
    })
    const errors = { newPassword: { key: 'refusals.password_tooShort' } }
    expect(answer).toMatchObject({ status: 409, body: { errors, message: null, typed: { name: 'Maria' } } })
    expect(JSON.stringify(answer.body)).not.toContain('hemlig1')
  })

  test('opened by somebody else who is signed in says so, and signing out leads back to it', async () => {
    const [other, invited] = [await aPerson({ name: 'Yrsa Lind' }), await aPerson()]
    const { token } = await anInvitation(invited.email)
    expect((await read('invitations_.$token', other, { params: { token } })).body).toMatchObject({
      signedInAs: { name: 'Yrsa Lind', invited: false },
    })
    expect((await read('invitations_.$token', invited, { params: { token } })).body).toMatchObject({
      signedInAs: { invited: true },
    })
    const back = `/invitations/${token}`
    expect(await send('sign-out', other, { fields: { back } })).toMatchObject({ status: 302, location: back })
    for (const elsewhere of [
      '//elsewhere.example',
      '/\\elsewhere.example',
      '/\t/elsewhere.example',
      '/\n/elsewhere.example',
    ])
      expect(await send('sign-out', other, { fields: { back: elsewhere } })).toMatchObject({ location: '/' })
  })

  test('says whether a mail goes', async () => {
    const [coordinator, organisation] = [await aCoordinator(), await anOrganisation()]
    const fields = { name: 'Maria', role: 'assessor', organisationId: organisation.id }
    const invite = (email: string) => send('invitations_.new', coordinator, { fields: { ...fields, email } })
    expect((await invite('unmailed@granasa.example')).body).toMatchObject({ mailed: false })
    vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1')
    expect((await invite('mailed@granasa.example')).body).toMatchObject({ mailed: true })
    vi.unstubAllEnvs()
  })

  test('is taken by the person it was sent to', async () => {
    const person = await aPerson()
    const { token } = await anInvitation(person.email)
    expect((await send('invitations_.$token_.acceptance', await aPerson(), { params: { token } })).status).toBe(409)
    expect((await send('invitations_.$token_.acceptance', person, { params: { token } })).status).toBe(302)
  })
})

describe('the administration', () => {
  test('gives a role and ends it, with a reason', async () => {
    const [administrator, person, organisation] = [
      await someone('administrator'),
      await aPerson(),
      await anOrganisation(),
    ]
    const params = { id: person.id }
    expect(
      (
        await send('admin_.people_.$id_.roles', administrator, {
          params,
          fields: { role: 'assessor', organisationId: organisation.id },
        })
      ).status,
    ).toBe(302)
    const { body } = await read('admin_.people_.$id', administrator, { params })
    const [role] = (body as { account: { roles: { id: string }[] } }).account.roles
    expect(
      (await send('admin_.roles.$id.ending', administrator, { params: { id: role?.id ?? '' }, fields: { reason: '' } }))
        .status,
    ).toBe(400)
    expect(
      (
        await send('admin_.roles.$id.ending', administrator, {
          params: { id: role?.id ?? '' },
          fields: { reason: 'Slutar' },
        })
      ).status,
    ).toBe(302)
    expect(
      (
        await send('admin_.roles.$id.ending', administrator, {
          params: { id: role?.id ?? '' },
          fields: { reason: 'Slutar' },
        })
      ).status,
    ).toBe(404)
  })

  test('shows people who do not exist to nobody', async () => {
    expect(
      (await read('admin_.people_.$id', await someone('administrator'), { params: { id: 'nobody' } })).status,
    ).toBe(404)
  })

  test('verifies the trail, and takes only what can be a hash', async () => {
    const administrator = await someone('administrator')
    expect((await send('admin_.trail', administrator, { fields: {} })).body).toMatchObject({ report: { faults: [] } })
    expect((await send('admin_.trail', administrator, { fields: { expected: 'x' } })).status).toBe(400)
  })

  test('gives the access review as a file in which no cell is a formula', async () => {
    await aPerson({ name: '=HYPERLINK("http://evil.example")', roles: [{ role: 'assessor' }] })
    const { body } = await read('admin_.access[.]csv', await someone('administrator'))
    expect(body).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
  })
})
