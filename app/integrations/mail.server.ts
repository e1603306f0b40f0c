import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { Hopeless } from '../domain/jobs/job.ts'

export interface Mail {
  to: string
  subject: string
  /** Plain text, lines separated by LF. */
  text: string
  /** The same key makes the same Message-ID: a mail that is sent twice after a crash is recognised as one by mail programs. */
  key: string
}

export interface MailSettings {
  /** smtp://user:password@host:587 or smtps://…; without it mails become files. */
  smtpUrl?: string
  from: string
  /** Folder for the files: what would have been sent, to be opened in any mail program. */
  folder: string
}

export function mailSettings(env: NodeJS.ProcessEnv = process.env): MailSettings {
  return {
    smtpUrl: env.SMTP_URL || undefined,
    from: env.SAMSYN_MAIL_FROM ?? `Samsyn <${env.SAMSYN_AUTHORITY_EMAIL ?? 'samsyn@digg.example'}>`,
    folder: path.join(env.SAMSYN_DATA ?? 'data', 'mail'),
  }
}

/**
 * Sends one mail by SMTP, or writes it as an .eml file where no server is configured. Plain text only: nothing in it
 * is executed or fetched. Throws when the server cannot be reached or refuses for now, and the job tries again later;
 * `Hopeless` when it says that there is no such address.
 */
export async function sendMail(mail: Mail, settings: MailSettings = mailSettings()): Promise<void> {
  const message = {
    from: settings.from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    messageId: `<${mail.key}@samsyn>`,
    // Nobody's automatic answer is wanted.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  } satisfies SendMailOptions
  if (settings.smtpUrl) {
    const transport = createTransport(settings.smtpUrl, {
      connectionTimeout: 10_000,
      socketTimeout: 20_000,
    } as never)
    await transport
      .sendMail(message)
      .catch((error) => {
        throw isRefusedAddress(error) ? new Hopeless(error.message) : error
      })
      .finally(() => transport.close())
    return
  }
  const rendered = await createTransport({ streamTransport: true, buffer: true, newline: 'unix' }).sendMail(message)
  await mkdir(settings.folder, { recursive: true, mode: 0o700 })
  await writeFile(
    path.join(settings.folder, `${mail.key.replace(/[^\w-]/g, '-')}.eml`),
    readable(String(rendered.message), mail.text),
    { mode: 0o600 },
  )
}

/** A permanent answer (5xx) about the address itself; what is wrong with the sender's own sign-in is mended here and tried again. */
function isRefusedAddress(error: { code?: string; responseCode?: number }): boolean {
  return error.code === 'EENVELOPE' && (error.responseCode ?? 0) >= 500
}

/** The same mail with its text as it is: encoded for the way, long links would be broken for whoever opens the file in an editor. */
function readable(message: string, text: string): string {
  const head = message.slice(0, message.indexOf('\n\n'))
  return `${head.replace(/^(Content-Transfer-Encoding: ).*$/m, '$18bit')}\n\n${text}\n`
}
