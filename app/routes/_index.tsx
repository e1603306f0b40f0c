import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicStart } from '~/components/home/public-start.tsx'
import { WorkStart } from '~/components/home/work-start.tsx'
import { publicStart } from '~/domain/overview/public-start.server.ts'
import { workStart } from '~/domain/overview/work-start.server.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, data) => t(data?.work ? 'home.work.title' : 'home.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const start = viewer.id === null ? null : await workStart(viewer)
  // Whoever has no part of their own to do sees what everyone sees.
  const waits = start !== null && Object.values(start).some((part) => part !== null)
  return waits ? { work: { name: viewer.name, start }, open: null } : { work: null, open: await publicStart() }
}

/** The start page: for everyone, or what waits for whoever has signed in. */
export default function Start() {
  const { work, open } = useLoaderData<typeof loader>()
  if (work) return <WorkStart {...work} />
  return open && <PublicStart {...open} />
}
