import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { startImport } from '~/domain/needs/import-commands.server.ts'
import { choicesForm } from '~/domain/needs/import-forms.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt } from '~/http/responses.server.ts'

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.importAct(String(params.id), 'preview'))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireSignIn(request)
  const id = String(params.id)
  const form = await parseForm(request, choicesForm)
  if (!form.ok) throw form.response
  const started = await attempt(() => startImport(actor, id, form.value), form.typed)
  if (!started.ok) throw started.response
  return redirect(started.value ? paths.import(id) : `${paths.importAct(id, 'preview')}?outdated=1`)
}

/** Never shown: what is refused becomes the page that says why. */
export default function RunImport() {
  return null
}
