import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { NoHits, SearchDown, SearchExamples } from '~/components/search/empty-results.tsx'
import { Hit } from '~/components/search/hit.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { Facets } from '~/components/ui/filters.tsx'
import { Page } from '~/components/ui/page.tsx'
import { Pagination } from '~/components/ui/pagination.tsx'
import { SearchForm } from '~/components/ui/search-form.tsx'
import { findNearby } from '~/domain/search/nearby-words.server.ts'
import { hitsPerPage, type SearchNoun } from '~/domain/search/search.ts'
import { searchAsked, searchHref } from '~/domain/search/search-form.ts'
import { searchEverything } from '~/domain/search/search-queries.server.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { pageOf } from '~/http/page-of.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'
import { log } from '~/jobs/log.server.ts'

export const meta = pageTitle<typeof loader>((t, data) =>
  data?.asked.words ? t('search.titleFor', { words: data.asked.words }) : t('search.title'),
)

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const asked = searchAsked(new URL(request.url).searchParams)
  const page = pageOf(request)
  if (!asked.words) return { asked, page, result: null, nearby: [], down: false }
  try {
    const result = await searchEverything(viewer, { ...asked, page })
    const nothing = Object.keys(result.counts).length === 0
    return { asked, page, result, nearby: nothing ? await findNearby(viewer, asked.words) : [], down: false }
  } catch (error) {
    log.error({ error }, 'search does not answer')
    return { asked, page, result: null, nearby: [], down: true }
  }
}

const order: SearchNoun[] = ['problem', 'need', 'decision', 'round', 'resource']

export default function Search() {
  const { asked, page, result, nearby, down } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const all = Object.values(result?.counts ?? {}).reduce((sum, some) => sum + some, 0)
  const shown = result?.meant ?? asked.words
  const kinds = order.filter((noun) => (result?.counts[noun] ?? 0) > 0 || noun === asked.noun)
  const filters = [
    { to: searchHref({ words: asked.words }), label: t('search.all'), count: all, current: !asked.noun },
    ...kinds.map((noun) => ({
      to: searchHref({ words: asked.words, noun }),
      label: t(`search.kinds.${noun}`),
      count: result?.counts[noun] ?? 0,
      current: asked.noun === noun,
    })),
  ]
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('search.title') }]} />
      <Page className="search-page">
        <div className="found__head">
          <h1>{result && all > 0 ? t('search.found', { count: all, words: shown }) : t('search.title')}</h1>
          {!asked.words && <p className="lead">{t('search.lead')}</p>}
          <SearchForm
            action={paths.search()}
            label={t('search.label')}
            defaultValue={asked.words}
            keep={asked.noun ? { kind: asked.noun } : {}}
          >
            {!asked.words && <SearchExamples />}
          </SearchForm>
          {result?.meant && <p className="meant">{t('search.meant', { meant: result.meant, words: asked.words })}</p>}
          {down && <SearchDown />}
          {result && all === 0 && <NoHits words={asked.words} nearby={nearby} />}
        </div>
        {result && all > 0 && (
          <div className="found__body">
            <div>
              <h2 className="visually-hidden">{t('search.facets')}</h2>
              <Facets label={t('search.facets')} groups={[{ label: t('search.kind'), filters }]} />
            </div>
            <div>
              {result.hits.map((hit) => (
                <Hit key={hit.path} hit={hit} />
              ))}
              {result.total === 0 && (
                <EmptyState title={t('search.none.ofKind')}>
                  <Link to={searchHref({ words: asked.words })}>{t('search.none.showAll', { count: all })}</Link>
                </EmptyState>
              )}
              <Pagination
                page={page}
                pageSize={hitsPerPage}
                total={result.total}
                href={(wanted) => searchHref(asked, wanted)}
              />
            </div>
          </div>
        )}
      </Page>
    </>
  )
}
