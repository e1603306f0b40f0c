import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { ReasonField } from '~/components/problems/act-fields.tsx'
import { useFailure, useTyped } from '~/components/problems/act-page.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Select } from '~/components/ui/select.tsx'
import { findNeed } from '~/domain/needs/need-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { addNeeds } from '~/domain/problems/problem-commands.server.ts'
import { placementForm } from '~/domain/problems/problem-forms.ts'
import { findProblem, listBuildableProblems } from '~/domain/problems/problem-queries.server.ts'
import { findSimilar } from '~/domain/problems/similar-queries.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { localeOf, requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'
import { translator } from '~/i18n/translator.server.ts'

export const meta = pageTitle((t) => t('problems.placement.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const asked = new URL(request.url).searchParams.get('need')
  if (asked === null) throw redirect(paths.inbox())
  const need = found(await findNeed(viewer, asked))
  const like = await findSimilar(viewer, { ...need, exceptNeedId: need.id, kinds: ['problem'] }, 5)
  const { id, title, organisation } = need
  return {
    need: { id, title, organisation },
    like: like.map((one) => Number(one.path)),
    problems: await listBuildableProblems(viewer),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const form = await parseForm(request, placementForm)
  if (!form.ok) return form.response
  const { need, to, reason } = form.value
  const problem = found(await findProblem(viewer, to))
  const done = await attempt(() => addNeeds(viewer, problem.id, [need], reason), form.typed)
  if (!done.ok) return done.response
  const t = translator(await localeOf(request))
  const after = found(await findProblem(viewer, to))
  const values = { number: to, organisations: t('common.organisations', { count: after.demand }) }
  return redirectWithNotice(
    paths.inbox(),
    'problems.placement.done',
    values,
    `${paths.problemAct(to, 'removal')}?need=${need}`,
  )
}

export default function Placement() {
  const { need, like, problems } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const nameOf = useName()
  const failure = useFailure()
  const typed = useTyped()
  const option = ({ number, title }: { number: number; title: string }) => ({
    value: String(number),
    label: `${number}. ${title}`,
  })
  const nearest = like.flatMap((number) => problems.filter((problem) => problem.number === number))
  const others = problems.filter((problem) => !like.includes(problem.number))
  const label = t('problems.fields.to')
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: t('problems.inbox.title'), to: paths.inbox() }, { label: t('problems.placement.title') }]}
      />
      <Page density="dense">
        {failure && (
          <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={{ to: label }} />
        )}
        <PageHead
          kind={{ glyph: 'need', text: `${need.title} · ${nameOf(need.organisation)}` }}
          title={t('problems.placement.title')}
          lead={t('problems.placement.lead')}
        />
        <Form method="post" className="stack act-form">
          <input type="hidden" name="need" value={need.id} />
          <Select
            name="to"
            label={label}
            empty={t('problems.fields.choose')}
            groups={[
              { label: t('problems.placement.like'), options: nearest.map(option) },
              { label: t('problems.placement.others'), options: others.map(option) },
            ].filter((group) => group.options.length > 0)}
            defaultValue={typed('to')}
            error={failure?.errors.to}
          />
          <ReasonField />
          <FormActions submit={t('problems.placement.submit')} cancelTo={paths.inbox()} />
        </Form>
        <p className="more">
          <Link to={`${paths.newProblem()}?need=${need.id}`}>{t('problems.placement.newOne')}</Link>
        </p>
      </Page>
    </>
  )
}
