import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ProblemChoice, useStaleChoice } from '~/components/rounds/problem-choice.tsx'
import { RoundFormPage } from '~/components/rounds/round-form-page.tsx'
import { StaleNotice } from '~/components/ui/stale-notice.tsx'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { mostProblems, reasonNotToChange } from '~/domain/priorities/round.ts'
import { setRoundProblems } from '~/domain/priorities/round-commands.server.ts'
import { problemsForm } from '~/domain/priorities/round-forms.ts'
import { findRound } from '~/domain/priorities/round-queries.server.ts'
import { listPossibleProblems } from '~/domain/priorities/round-setup.server.ts'
import { isStale } from '~/http/form-types.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export { revalidateAfterRefusal as shouldRevalidate } from '~/http/revalidation.ts'

export const meta = pageTitle((t) => t('rounds.choose.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const round = found(await findRound(viewer, Number(params.number)))
  permit(round.mayRun)
  const { number, title, status, version } = round
  const closed = reasonNotToChange(status)
  return {
    round: { number, title, status, version },
    closed,
    problems: closed ? [] : await listPossibleProblems(round.id),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  const round = found(await findRound(viewer, Number(params.number)))
  permit(round.mayRun)
  const form = await parseForm(request, problemsForm)
  if (!form.ok) return form.response
  const { chosen, version } = form.value
  const changed = await attempt(() => setRoundProblems(viewer, round.id, chosen, version), form.typed)
  if (!changed.ok) return changed.response
  return redirectWithNotice(paths.round(round.number), 'rounds.choose.saved', { count: chosen.length })
}

export default function ChooseProblems() {
  const { round, closed, problems } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const staleChoice = useStaleChoice(problems)
  return (
    <RoundFormPage
      round={round}
      title={t('rounds.choose.title')}
      lead={t('rounds.choose.lead', { most: mostProblems })}
      closed={closed}
      failure={failure}
    >
      {failure && isStale(failure) && <StaleNotice fields={staleChoice(failure.typed)} />}
      {problems.length === 0 ? (
        <EmptyState title={t('rounds.choose.none')}>{t('rounds.choose.noneText')}</EmptyState>
      ) : (
        <Form method="post">
          <input type="hidden" name="version" value={round.version} key={round.version} />
          <ProblemChoice problems={problems} typed={failure?.typed ?? null} errors={failure?.errors ?? {}} />
          <Actions className="weights__note">
            <Button>{t('rounds.choose.save')}</Button>
            <LinkButton variant="secondary" to={paths.round(round.number)}>
              {t('common.cancel')}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </RoundFormPage>
  )
}
