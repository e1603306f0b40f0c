import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { can } from '~/domain/people/permissions.ts'
import { removeTerm } from '~/domain/problems/term-commands.server.ts'
import { findTerm } from '~/domain/problems/term-queries.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, data) =>
  t('engine.terms.removeTitle', { concept: data?.concept ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'engine.tune'))
  const { concept, sv, en } = found(await findTerm(viewer, params.id as string))
  return { concept, forms: [...sv, ...en] }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'engine.tune'))
  const done = await attempt(() => removeTerm(viewer, params.id as string))
  if (!done.ok) return done.response
  return redirectWithNotice(paths.terms(), 'engine.terms.removed')
}

export default function RemoveTerm() {
  const { concept, forms } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const title = t('engine.terms.removeTitle', { concept })
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('engine.terms.title'), to: paths.terms() }, { label: title }]} />
      <Page density="dense">
        <PageHead title={title} lead={t('engine.terms.removeLead')} />
        <p>{forms.join(', ')}</p>
        <Form method="post" className="stack act-form">
          <FormActions submit={t('engine.terms.remove')} cancelTo={paths.terms()} />
        </Form>
      </Page>
    </>
  )
}
