import { enqueue } from '../jobs/job-commands.server.ts'
import type { RoleName } from './person.ts'

/** A mail that the outbox shall send. Its words are put in by the job, in Swedish and English. */
export interface InvitationMail {
  email: string
  name: string
  role: RoleName
  /** Swedish name of what the role is held for; null for the platform. */
  holder: string | null
  invitedBy: string
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

/** Asks for the link to a new password, if there is such an account: the answer to the reader is the same either way. */
export async function askForPasswordMail(email: string, origin: string): Promise<void> {
  await enqueue('mail.password', { email, origin }, { key: `mail.password ${email}` })
}
