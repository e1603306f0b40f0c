import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PlainPage } from '~/components/people/plain-page.tsx'
import { EngineExample } from '~/components/problems/engine-example.tsx'
import { EngineNumbers } from '~/components/problems/engine-numbers.tsx'
import { findEngineFacts } from '~/domain/problems/engine-queries.server.ts'
import { findWorkedExample } from '~/domain/problems/worked-example.server.ts'
import { localeOf, viewerOf } from '~/http/guards.server.ts'
import { plainPage } from '~/http/plain-page.server.ts'
import { found } from '~/http/responses.server.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((_t, data) => data?.page.title ?? '')

export async function loader({ request }: LoaderFunctionArgs) {
  // The example first: it lets the engine catch up, and the figures tell how it stands then.
  const example = (await findWorkedExample()) ?? null
  const { texts, terms, filling, freshness, suggestions, strictness, embeddings } = found(
    await findEngineFacts(await viewerOf(request)),
  )
  return {
    page: plainPage('how-the-engine-thinks', await localeOf(request)),
    example,
    // Who set the strictness and why is for coordinators.
    facts: {
      texts,
      terms,
      filling,
      freshness,
      suggestions,
      strictness: { inUse: strictness.inUse },
      meanings: { state: embeddings.state, vectors: embeddings.vectors },
    },
  }
}

export default function HowTheEngineThinks() {
  const { page, example, facts } = useLoaderData<typeof loader>()
  return (
    <PlainPage page={page}>
      <EngineExample example={example} />
      <EngineNumbers facts={facts} />
    </PlainPage>
  )
}
