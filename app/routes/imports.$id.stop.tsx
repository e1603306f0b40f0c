import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { stopImport } from '~/domain/needs/import-commands.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, redirectWithNotice } from '~/http/responses.server.ts'

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.import(String(params.id)))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireSignIn(request)
  const id = String(params.id)
  const stopped = await attempt(() => stopImport(actor, id))
  if (!stopped.ok) throw stopped.response
  return redirectWithNotice(paths.import(id), 'imports.job.stopped')
}

/** Never shown: what is refused becomes the page that says why. */
export default function StopImport() {
  return null
}
