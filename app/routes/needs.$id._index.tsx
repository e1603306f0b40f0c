import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Endorsements } from '~/components/needs/endorsements.tsx'
import { NeedAnswers } from '~/components/needs/need-answers.tsx'
import { Duplicates, NeedHandling } from '~/components/needs/need-handling.tsx'
import { NeedHead } from '~/components/needs/need-head.tsx'
import { NeedFacts, NeedText } from '~/components/needs/need-text.tsx'
import { FollowButton } from '~/components/notices/follow-button.tsx'
import { StoryAnswerBox } from '~/components/timeline/story-answer.tsx'
import { StoryTimeline } from '~/components/timeline/story-timeline.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { LinkButton } from '~/components/ui/button.tsx'
import { Page } from '~/components/ui/page.tsx'
import { Section } from '~/components/ui/section.tsx'
import { now } from '~/domain/clock.ts'
import { findNeedPage } from '~/domain/needs/need-page.server.ts'
import { isFollowing } from '~/domain/notices/notice-queries.server.ts'
import { organisationsOf } from '~/domain/people/person.ts'
import { needStory } from '~/domain/timeline/need-story.server.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, data) => data?.need.content.title || t('needs.untitled'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const id = params.id ?? ''
  const page = found(await findNeedPage(viewer, id, now()))
  const [story, following] = await Promise.all([needStory(viewer, id), isFollowing(viewer, 'need', id)])
  return { ...page, story: story ?? null, following, own: organisationsOf(viewer).includes(page.need.organisation.id) }
}

export default function Need() {
  const page = useLoaderData<typeof loader>()
  const { need, story } = page
  const { t } = useI18n()
  const number = page.need.registryNumber
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('needs.many'), to: paths.needs() },
          { label: number ? t('common.registryNumber', { number }) : t('needs.status.draft') },
        ]}
      />
      <Page>
        <NeedHead need={page.need} actions={page.actions} />
        {story && (
          <StoryAnswerBox story={story} need={need} own={page.own}>
            {page.actions.reply && (
              <LinkButton to={paths.needAct(need.id, 'referral-reply')}>{t('needs.page.reply')}</LinkButton>
            )}
            {page.signedIn && <FollowButton noun="need" id={need.id} following={page.following} />}
          </StoryAnswerBox>
        )}
        <NeedHandling need={page.need} actions={page.actions} />
        {story && (
          <Section full title={t('timeline.title')}>
            <StoryTimeline stations={story.stations} need={need} />
          </Section>
        )}
        <NeedAnswers need={page.need} referrals={page.referrals} />
        <NeedText need={page.need} actions={page.actions} />
        <Endorsements {...page} />
        <Duplicates duplicates={page.duplicates} />
        <NeedFacts need={page.need} />
      </Page>
    </>
  )
}
