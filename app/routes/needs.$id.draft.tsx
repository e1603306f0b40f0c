import type { ActionFunctionArgs } from '@remix-run/node'
import { saveNeedDraft } from '~/domain/needs/need-commands.server.ts'
import { draftFields } from '~/domain/needs/need-forms.ts'
import { answerSteps } from '~/domain/needs/need-steps.ts'
import { typedIn } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { attempt, found } from '~/http/responses.server.ts'

export function loader() {
  return found(null)
}

/** Saves a page of the form while it is being written. Answers with the time, for the script that asked. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const typed = typedIn(await request.formData())
  const step = found(answerSteps.find((name) => name === typed.step))
  const saved = await attempt(() => saveNeedDraft(person, params.id ?? '', draftFields(step, typed)))
  return saved.ok ? Response.json({ savedAt: saved.value }) : Response.json({ savedAt: null }, { status: 409 })
}
