import { parseArgs } from 'node:util'

const usage = `samsyn person create --name "Yrsa Lind" --email yrsa.lind@example.se --role administrator [--organisation key | --network key]

Invites a person to a role: the first administrator of an installation, who then invites the others in the browser.
Prints the link where the person chooses a password (good for 14 days, once) and mails it where SMTP_URL is set.
SAMSYN_ORIGIN is the address of the site, https://…

samsyn person reset-second-factor --email yrsa.lind@example.se --reason "Lost the phone"

Takes the device from somebody who has lost it and the recovery codes, where no other administrator can. The next sign-in
leads to setting up another.
`

/** `samsyn person create …` */
export async function person(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      email: { type: 'string' },
      role: { type: 'string' },
      organisation: { type: 'string' },
      network: { type: 'string' },
      reason: { type: 'string' },
    },
  })
  if (positionals[0] === 'reset-second-factor' && values.email && values.reason)
    return resetSecondFactorOf(values.email, values.reason)
  if (positionals[0] !== 'create') return stop(usage)
  const { invitationForm } = await import('../domain/people/people-forms.ts')
  const { findOrganisation, listNetworks } = await import('../domain/organisations/organisation-queries.server.ts')
  const { closeDatabase } = await import('../../db/client.ts')
  try {
    const organisation = values.organisation ? await findOrganisation(values.organisation) : undefined
    const network = values.network ? (await listNetworks()).find(({ key }) => key === values.network) : undefined
    if (values.organisation && !organisation)
      return stop(`There is no organisation with the key ${values.organisation}\n`)
    if (values.network && !network) return stop(`There is no network with the key ${values.network}\n`)
    const parsed = invitationForm.safeParse({ ...values, organisationId: organisation?.id, networkId: network?.id })
    if (!parsed.success)
      return stop(
        `Not right: ${parsed.error.issues.map((issue) => `--${issue.path.join('.')}`).join(', ')}\n\n${usage}`,
      )
    await invite(parsed.data)
  } finally {
    await closeDatabase()
  }
}

async function invite(given: import('../domain/people/invitation-commands.server.ts').InvitationGiven): Promise<void> {
  const { invitePerson } = await import('../domain/people/invitation-commands.server.ts')
  const { system } = await import('../domain/people/person.ts')
  const { Refusal } = await import('../domain/refusal.ts')
  const { translator } = await import('../i18n/translator.server.ts')
  const origin = (process.env.SAMSYN_ORIGIN ?? `http://localhost:${process.env.PORT ?? 3000}`).replace(/\/+$/, '')
  try {
    const { token } = await invitePerson(system, given, origin)
    process.stdout.write(
      `${given.name} is invited. The link where the password is chosen, good for 14 days and once:\n${origin}/invitations/${token}\n`,
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    stop(`${translator('en')(`refusals.${error.code}` as never, error.params)}\n`)
  }
}

async function resetSecondFactorOf(email: string, reason: string): Promise<void> {
  const { resetSecondFactor } = await import('../domain/people/second-factor-commands.server.ts')
  const { findPersonByEmail } = await import('../domain/people/people-by-id.server.ts')
  const { system } = await import('../domain/people/person.ts')
  const { Refusal } = await import('../domain/refusal.ts')
  const { translator } = await import('../i18n/translator.server.ts')
  const { closeDatabase } = await import('../../db/client.ts')
  try {
    const person = await findPersonByEmail(email)
    if (!person) return stop(`Nobody has the address ${email}\n`)
    await resetSecondFactor(system, person.id, reason)
    process.stdout.write(`${person.name} is signed out and sets up a second factor at the next sign-in\n`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    stop(`${translator('en')(`refusals.${error.code}` as never, error.params)}\n`)
  } finally {
    await closeDatabase()
  }
}

function stop(text: string): void {
  process.stderr.write(text)
  process.exitCode = 2
}
