import type { ActionFunctionArgs } from '@remix-run/node'
import { followForm } from '~/domain/notices/follow-form.ts'
import { unfollow } from '~/domain/notices/notice-commands.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { localeOf, requireSignIn, safePath } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { found, redirectWithNotice } from '~/http/responses.server.ts'
import { translator } from '~/i18n/translator.server.ts'

export function loader() {
  return found(null)
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const form = await parseForm(request, followForm)
  if (!form.ok) return form.response
  const { noun, id, back } = form.value
  await unfollow(person, noun, id)
  const what = translator(await localeOf(request))(`notices.follow.what.${noun}`)
  return redirectWithNotice(safePath(back, paths.notices()), 'notices.follow.unfollowed', { what })
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
