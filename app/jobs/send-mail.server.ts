import { redactJob } from '../domain/jobs/job-administration.server.ts'
import type { Job } from '../domain/jobs/job-commands.server.ts'
import { invitationDays } from '../domain/people/invitation.ts'
import { findInvitation } from '../domain/people/invitation-queries.server.ts'
import type { InvitationMail } from '../domain/people/mails.server.ts'
import { makePasswordLink } from '../domain/people/password-link-commands.server.ts'
import type { Locale } from '../i18n/format.ts'
import { roleText } from '../i18n/role-text.ts'
import { translator } from '../i18n/translator.server.ts'
import { sendMail } from '../integrations/mail.server.ts'

type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>

/**
 * The invitation, in both languages: which one the invited reads is not known yet. One that has been withdrawn, used or
 * has expired while its mail could not be sent opens nothing, and is not sent.
 */
export async function sendInvitationMail(job: Job): Promise<void> {
  const { email, origin, token } = job.payload as unknown as InvitationMail
  // An earlier run sent it and erased the link.
  if (!token) return
  const invitation = await findInvitation(token)
  if (invitation) {
    const link = `${origin}/invitations/${token}`
    const parts = (['sv', 'en'] as const).map((locale) => invitationText(invitation, link, locale))
    await sendMail({
      key: job.id,
      to: email,
      subject: parts.map((part) => part.subject).join(' / '),
      text: parts.map((part) => part.text).join('\n\n----------\n\n'),
    })
  }
  await redactJob(job.id, { invitationId: job.payload.invitationId, email })
}

function invitationText(invitation: Invitation, link: string, locale: Locale) {
  const t = translator(locale)
  const { name, invitedBy, hasAccount } = invitation
  const role = roleText(t, invitation)
  return {
    subject: t('people.mail.invitation.subject'),
    text: t('people.mail.invitation.text', {
      name,
      // The first administrator is invited from the command line, by nobody.
      invited: invitedBy
        ? t('people.mail.invitation.invitedBy', { invitedBy, role })
        : t('people.mail.invitation.invited', { role }),
      act: t(hasAccount ? 'people.mail.invitation.withAccount' : 'people.mail.invitation.asNew'),
      link,
      days: invitationDays,
    }),
  }
}

/** The link to a new password, if anyone has the address. Made here, so that it stands nowhere else. */
export async function sendPasswordMail(job: Job): Promise<void> {
  const { email, origin } = job.payload as { email: string; origin: string }
  const made = await makePasswordLink(email)
  if (!made) return
  const t = translator(made.locale)
  const link = `${origin}/sign-in/password/${made.token}`
  await sendMail({
    key: job.id,
    to: email,
    subject: t('people.mail.password.subject'),
    text: t('people.mail.password.text', { link }),
  })
}
