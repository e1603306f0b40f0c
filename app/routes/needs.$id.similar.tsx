import type { ActionFunctionArgs } from '@remix-run/node'
import { needLimits } from '~/domain/needs/need.ts'
import { findOwnNeed } from '~/domain/needs/own-needs.server.ts'
import { findSimilarForWriter } from '~/domain/problems/similar-queries.server.ts'
import { typedIn } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { found } from '~/http/responses.server.ts'

export function loader() {
  return found(null)
}

/** What is like the words that are being written, for the script beside the form. Nothing is stored. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const draft = found(await findOwnNeed(person, params.id ?? ''))
  const typed = typedIn(await request.formData())
  const text = (field: 'title' | 'description') => String(typed[field] ?? '').slice(0, needLimits[field])
  return Response.json(
    await findSimilarForWriter(
      person,
      { title: text('title'), description: text('description'), exceptNeedId: draft.id },
      5,
    ),
  )
}
