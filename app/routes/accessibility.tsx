import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PlainPage } from '~/components/people/plain-page.tsx'
import { localeOf } from '~/http/guards.server.ts'
import { plainPage } from '~/http/plain-page.server.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((_t, data) => data?.page.title ?? '')

export async function loader({ request }: LoaderFunctionArgs) {
  return { page: plainPage('accessibility', await localeOf(request)) }
}

export default function Accessibility() {
  const { page } = useLoaderData<typeof loader>()
  return <PlainPage page={page} />
}
