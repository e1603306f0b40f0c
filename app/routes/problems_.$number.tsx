import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FollowButton } from '~/components/notices/follow-button.tsx'
import { DemandSection } from '~/components/problems/demand-section.tsx'
import { LedgerSection } from '~/components/problems/ledger-section.tsx'
import { NeedTable } from '~/components/problems/need-table.tsx'
import { NearAside } from '~/components/problems/near-aside.tsx'
import { ProblemHead, ProblemNotice, ProblemPrintHead } from '~/components/problems/problem-head.tsx'
import { ResourceAside } from '~/components/problems/resource-aside.tsx'
import { ShareSection } from '~/components/problems/share-section.tsx'
import { SuggestionAside } from '~/components/problems/suggestion-aside.tsx'
import { StoryTimeline } from '~/components/timeline/story-timeline.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Page, SideColumns } from '~/components/ui/page.tsx'
import { Prose } from '~/components/ui/prose.tsx'
import { Section } from '~/components/ui/section.tsx'
import { now } from '~/domain/clock.ts'
import { renderMarkdown } from '~/domain/markdown.server.ts'
import { isFollowing } from '~/domain/notices/notice-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { roundPlacesOf } from '~/domain/priorities/round-queries.server.ts'
import { listLinkedResources, listOwnAnswers } from '~/domain/problems/answer-queries.server.ts'
import { listNear } from '~/domain/problems/addable-queries.server.ts'
import { demandOf, findLastAsked } from '~/domain/problems/demand-view.server.ts'
import { listLedger } from '~/domain/problems/ledger-queries.server.ts'
import { countMembers, listMembers } from '~/domain/problems/member-queries.server.ts'
import { isBuildable, named } from '~/domain/problems/problem.ts'
import { findProblem } from '~/domain/problems/problem-queries.server.ts'
import { findSimilar } from '~/domain/problems/similar-queries.server.ts'
import { listSuggestionsOf } from '~/domain/problems/suggestion-queries.server.ts'
import { problemStory } from '~/domain/timeline/problem-story.server.ts'
import { authority } from '~/http/authority.server.ts'
import { localeOf, viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { printStyle } from '~/http/print-style.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

const firstNeeds = 10
const firstSteps = 8

const title = pageTitle<typeof loader>((t, data) =>
  data ? t('problems.numberedTitle', named(data.problem)) : t('problems.one'),
)
export const meta: MetaFunction<typeof loader> = (args) => [
  ...(title(args) ?? []),
  printStyle(paths.problemAct(Number(args.params.number), 'print.css')),
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const problem = found(await findProblem(viewer, Number(params.number)))
  const search = new URL(request.url).searchParams
  if (search.has('asof'))
    throw redirect(
      `${paths.problemAct(problem.number, 'ledger')}?${new URLSearchParams({ asof: search.get('asof') ?? '' })}`,
    )
  const all = search.get('needs') === 'all'
  const { id, title, description } = problem
  const builds = can(viewer, 'problem.build')
  const [needs, needTotal, demand, ledger, suggestions, linked, alike, places, story, answers, following, asked] =
    await Promise.all([
      listMembers(viewer, id, all ? undefined : firstNeeds),
      countMembers(viewer, id),
      demandOf(viewer, id),
      listLedger(viewer, id),
      listSuggestionsOf(viewer, id),
      listLinkedResources(id),
      builds ? findSimilar(viewer, { title, description, kinds: ['resource'] }, 3) : [],
      roundPlacesOf(viewer, id),
      problemStory(viewer, id),
      listOwnAnswers(viewer, id),
      isFollowing(viewer, 'problem', id),
      builds ? findLastAsked(id) : undefined,
    ])
  const proposed = new Set(suggestions.flatMap((one) => (one.kind === 'join' ? one.needs.map((need) => need.id) : [])))
  return {
    authority: authority(await localeOf(request)),
    asOf: now(),
    problem,
    near: builds && isBuildable(problem.status) ? await listNear(viewer, problem, proposed) : null,
    html: description && renderMarkdown(description),
    needs,
    needTotal,
    all,
    demand,
    suggestions,
    linked,
    places,
    story,
    answers,
    ledger: ledger.slice(0, firstSteps),
    steps: ledger.length,
    resources: alike.filter((one) => !linked.some((resource) => resource.id === one.id)),
    following: viewer.id === null ? null : following,
    builds,
    asked: asked ?? null,
    answersFor: can(viewer, 'problem.endorse') && isBuildable(problem.status),
  }
}

export default function Problem() {
  const { authority, asOf, problem, builds, places } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('problems.many'), to: paths.problems() },
          { label: t('problems.numbered', named(problem)) },
        ]}
      />
      <Page density={builds ? 'dense' : 'airy'} record className="problem-record">
        <ProblemPrintHead authority={authority} problem={problem} asOf={asOf} />
        <Head place={places[0]} />
        <ProblemNotice problem={problem} builds={builds} />
        {builds ? <Workbench /> : <PublicParts />}
      </Page>
    </>
  )
}

function Head({ place }: { place?: { roundNumber: number; place: number; of: number } }) {
  const { problem, demand, builds, following } = useLoaderData<typeof loader>()
  const follow = following !== null && <FollowButton noun="problem" id={problem.id} following={following} />
  return <ProblemHead problem={problem} demand={demand} place={place} builds={builds} follow={follow || undefined} />
}

function Workbench() {
  const { problem, suggestions, near, linked, resources, demand, answersFor, answers, asked } =
    useLoaderData<typeof loader>()
  const { t } = useI18n()
  // What it held is in another problem now, and so is who shares it.
  const merged = problem.status === 'merged'
  return (
    <SideColumns
      asideLabel={t('problems.page.suggestions')}
      main={
        <>
          {!merged && (
            <>
              <Needs full />
              <DemandSection
                number={problem.number}
                demand={demand}
                asks={isBuildable(problem.status)}
                asked={asked}
                full
              />
            </>
          )}
          <Description full />
          <Story full />
          <Ledger full />
          {answersFor && <ShareSection number={problem.number} answers={answers} />}
        </>
      }
      aside={
        <>
          <SuggestionAside number={problem.number} suggestions={suggestions} />
          {near && <NearAside number={problem.number} needs={near} />}
          <ResourceAside
            number={problem.number}
            linked={linked}
            found={resources}
            full
            builds={isBuildable(problem.status)}
          />
        </>
      }
    />
  )
}

function PublicParts() {
  const { problem, linked, resources, demand, answersFor, answers } = useLoaderData<typeof loader>()
  return (
    <>
      <Description />
      {answersFor && <ShareSection number={problem.number} answers={answers} />}
      {problem.status !== 'merged' && (
        <>
          <DemandSection number={problem.number} demand={demand} />
          <Needs />
        </>
      )}
      <Story />
      {linked.length + resources.length > 0 && (
        <ResourceAside number={problem.number} linked={linked} found={resources} builds={false} />
      )}
      <Ledger />
    </>
  )
}

function Description({ full }: { full?: boolean }) {
  const { html } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <Section title={t('problems.page.description')} full={full}>
      {html ? <Prose html={html} said lang="sv" /> : <p>{t('problems.page.noDescription')}</p>}
    </Section>
  )
}

function Story({ full }: { full?: boolean }) {
  const { story } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  if (!story) return null
  return (
    <Section title={t('problems.page.outcomes')} full={full}>
      <StoryTimeline stations={story} />
    </Section>
  )
}

function Needs({ full }: { full?: boolean }) {
  const { problem, needs, needTotal, all, builds } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const here = paths.problem(problem.number)
  return (
    <Section title={t('problems.page.needsTitle')} full={full} id="needs">
      <NeedTable
        number={problem.number}
        needs={needs}
        total={needTotal}
        allTo={`${here}?needs=all`}
        fewerTo={all && needTotal > firstNeeds ? here : undefined}
        builds={builds && isBuildable(problem.status)}
      />
    </Section>
  )
}

function Ledger({ full }: { full?: boolean }) {
  const { problem, ledger, steps } = useLoaderData<typeof loader>()
  return <LedgerSection number={problem.number} rows={ledger} steps={steps} full={full} />
}
