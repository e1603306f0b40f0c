import type { ActionFunctionArgs } from '@remix-run/node'
import { retryParkedJob } from '~/domain/jobs/job-administration.server.ts'
import { requireAdministrator } from '~/http/admin.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'

export function loader() {
  return found(null)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireAdministrator(request)
  const retried = await attempt(() => retryParkedJob(viewer, params.id ?? ''))
  if (!retried.ok) throw retried.response
  return redirectWithNotice(paths.adminJobs(), 'admin.jobs.retried')
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
