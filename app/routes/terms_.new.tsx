import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { TermForm } from '~/components/problems/term-form.tsx'
import { can } from '~/domain/people/permissions.ts'
import { termForm } from '~/domain/problems/problem-forms.ts'
import { addTerm } from '~/domain/problems/term-commands.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('engine.terms.newTitle'))

export async function loader({ request }: LoaderFunctionArgs) {
  permit(can(await requireSignIn(request), 'engine.tune'))
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'engine.tune'))
  const form = await parseForm(request, termForm)
  if (!form.ok) return form.response
  const done = await attempt(() => addTerm(viewer, form.value), form.typed)
  if (!done.ok) return done.response
  return redirectWithNotice(paths.terms(), 'engine.terms.saved')
}

export default function NewTerm() {
  const { t } = useI18n()
  return <TermForm title={t('engine.terms.newTitle')} />
}
