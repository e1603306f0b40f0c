import { redactJob } from '../domain/jobs/job-administration.server.ts'
import type { Job } from '../domain/jobs/job-commands.server.ts'
import { invitationDays } from '../domain/people/invitation.ts'
import type { InvitationMail } from '../domain/people/mails.server.ts'
import { makePasswordLink } from '../domain/people/password-link-commands.server.ts'
import { translator } from '../i18n/translator.server.ts'
import { sendMail } from '../integrations/mail.server.ts'

/** The invitation, in both languages: which one the invited reads is not known yet. */
export async function sendInvitationMail(job: Job): Promise<void> {
  const mail = job.payload as unknown as InvitationMail
  // An earlier run sent it and erased the link.
  if (!mail.token) return
  const link = `${mail.origin}/invitations/${mail.token}`
  const parts = (['sv', 'en'] as const).map((locale) => {
    const t = translator(locale)
    const role = t(`common.roles.${mail.role}`)
    const values = {
      name: mail.name,
      invitedBy: mail.invitedBy,
      role: mail.holder ? `${role}, ${mail.holder}` : role,
      link,
      days: invitationDays,
    }
    return { subject: t('people.mail.invitation.subject'), text: t('people.mail.invitation.text', values) }
  })
  await sendMail({
    key: job.id,
    to: mail.email,
    subject: parts[0]?.subject ?? '',
    text: parts.map((part) => part.text).join('\n\n----------\n\n'),
  })
  await redactJob(job.id, { email: mail.email, role: mail.role })
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
