import { isRouteErrorResponse, Outlet, useRouteError } from '@remix-run/react'
import { ErrorPage } from '~/components/errors/error-page.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

/** Only of error pages: every other page has a title of its own. */
export const meta = pageTitle((t) => t('common.product'))

/**
 * Stands between the frame of the site and every page. An error that a form or a page runs into is caught here, inside
 * the frame: caught by the root it would lose the frame, since the root does not read its own data then.
 */
export default function ErrorLayout() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const answered = isRouteErrorResponse(error)
  return <ErrorPage status={answered ? error.status : 500} data={answered ? error.data : undefined} />
}
