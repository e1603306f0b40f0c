import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { localeCookie } from '~/http/cookies.server.ts'
import { safePath } from '~/http/guards.server.ts'
import { found } from '~/http/responses.server.ts'
import { locales } from '~/i18n/format.ts'

/** A link that changes the language and leads back: it works without scripts, and the choice is remembered in a cookie. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = found(locales.find((known) => known === params.locale))
  const back = safePath(new URL(request.url).searchParams.get('back'))
  return redirect(back, { headers: { 'Set-Cookie': await localeCookie.serialize(locale) } })
}
