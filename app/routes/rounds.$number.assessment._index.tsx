import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { OwnCount } from '~/components/rounds/assess-progress.tsx'
import { OwnProblems } from '~/components/rounds/own-problems.tsx'
import { RoundFormPage } from '~/components/rounds/round-form-page.tsx'
import { SealedNote } from '~/components/rounds/sealed-note.tsx'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { Section } from '~/components/ui/section.tsx'
import { findOwnProgress } from '~/domain/priorities/assessment-queries.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, round) => t('rounds.assess.title', { number: round?.number ?? '' }))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { id: _, ...round } = found(await findOwnProgress(viewer, Number(params.number)))
  return round
}

export default function Assessment() {
  const round = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const open = round.status === 'open'
  const next = round.problems.find(({ progress }) => progress === 'some' || progress === 'none')
  const ready = open && next === undefined
  return (
    <RoundFormPage
      round={round}
      title={t('rounds.assess.title', { number: round.number })}
      lead={open ? t('rounds.assess.lead') : undefined}
    >
      {!open && <Notice title={t('rounds.assess.broken')}>{t('rounds.assess.brokenText')}</Notice>}
      {open && round.finishedAt && (
        <Notice kind="success" title={t('rounds.assess.finished')}>
          {t('rounds.assess.finishedText')}
        </Notice>
      )}
      <Section
        title={t('rounds.assess.problems')}
        margin={
          <>
            <OwnCount round={round} />
            {open && <SealedNote assessBy={round.assessBy} />}
          </>
        }
      >
        <OwnProblems round={round} criteria={round.criteria.length} />
        {open && next && (
          <Actions className="weights__note">
            <LinkButton to={paths.assessment(round.number, next.number)}>
              {round.done === 0 && next.progress === 'none' ? t('rounds.assess.begin') : t('rounds.assess.goOn')}
            </LinkButton>
          </Actions>
        )}
        {ready && !round.finishedAt && (
          <Form method="post" action={`${paths.assessment(round.number)}/completion`} className="stack weights__note">
            <p>{t('rounds.assess.finishText')}</p>
            <Actions>
              <Button>{t('rounds.assess.finish')}</Button>
            </Actions>
          </Form>
        )}
      </Section>
    </RoundFormPage>
  )
}
