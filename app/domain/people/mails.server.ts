import { and, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { jobs } from '../../../db/schema/jobs.ts'
import { enqueue } from '../jobs/job-commands.server.ts'

/** A mail that the outbox shall send. What it says is looked up by the job when it goes. */
export interface InvitationMail {
  invitationId: string
  email: string
  /** Address of this site, https://… */
  origin: string
  token: string
}

/**
 * Asks, in the caller's transaction, for the mail of an invitation. The token stands in the job until the mail has
 * gone, and is then erased from it.
 */
export async function askForInvitationMail(mail: InvitationMail): Promise<void> {
  await enqueue('mail.invitation', { ...mail })
}

/** Why the mail of an invitation has not gone: it is tried again, or has been given up. */
export type MailFault = 'late' | 'failed'

/** The invitations whose mail has failed and not gone since. */
export async function listMailFaults(): Promise<Map<string, MailFault>> {
  const unsent = await db
    .select({ payload: jobs.payload, status: jobs.status, error: jobs.error })
    .from(jobs)
    .where(and(eq(jobs.kind, 'mail.invitation'), inArray(jobs.status, ['waiting', 'running', 'parked'])))
  return new Map(
    unsent
      .filter(({ error }) => error !== null)
      .map(({ payload, status }) => [String(payload.invitationId), status === 'parked' ? 'failed' : 'late']),
  )
}

/** Asks for the link to a new password, if there is such an account: the answer to the reader is the same either way. */
export async function askForPasswordMail(email: string, origin: string): Promise<void> {
  await enqueue('mail.password', { email, origin }, { key: `mail.password ${email}` })
}
