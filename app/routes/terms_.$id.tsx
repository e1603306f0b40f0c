import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TermForm } from '~/components/problems/term-form.tsx'
import { can } from '~/domain/people/permissions.ts'
import { termForm } from '~/domain/problems/problem-forms.ts'
import { changeTerm } from '~/domain/problems/term-commands.server.ts'
import { findTerm } from '~/domain/problems/term-queries.server.ts'
import { seenAs } from '~/domain/events/seen.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export { revalidateAfterRefusal as shouldRevalidate } from '~/http/revalidation.ts'
export const meta = pageTitle<typeof loader>((t, data) =>
  t('engine.terms.changeTitle', { concept: data?.term.concept ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'engine.tune'))
  const { concept, sv, en } = found(await findTerm(viewer, params.id as string))
  const term = { concept, sv, en }
  return { term, seen: seenAs(term) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'engine.tune'))
  const form = await parseForm(request, termForm)
  if (!form.ok) return form.response
  const done = await attempt(() => changeTerm(viewer, params.id as string, form.value, form.seen), form.typed)
  if (!done.ok) return done.response
  return redirectWithNotice(paths.terms(), 'engine.terms.saved')
}

export default function ChangeTerm() {
  const { term, seen } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return <TermForm title={t('engine.terms.changeTitle', { concept: term.concept })} start={term} seen={seen} />
}
