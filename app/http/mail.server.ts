/** Whether mail leaves this installation; without a server it becomes files, and links are handed over by hand. */
export function sendsMail(env: NodeJS.ProcessEnv = process.env): boolean {
  return Boolean(env.SMTP_URL)
}
