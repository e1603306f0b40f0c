import sansFont from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'
import { data, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { ErrorPage } from '~/components/errors/error-page.tsx'
import { SiteFrame } from '~/components/site/site-frame.tsx'
import { WhoIsSignedIn } from '~/components/site/signed-out.tsx'
import { Notice, Undo } from '~/components/ui/notice.tsx'
import { clearNotice, readNotice } from '~/http/cookies.server.ts'
import { localeOf, viewerOf } from '~/http/guards.server.ts'
import { useNonce } from '~/http/nonce.tsx'
import { isAnswerToForm } from '~/http/responses.server.ts'
import { siteFacts } from '~/http/site-facts.server.ts'
import { I18nProvider } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'
import { translator } from '~/i18n/translator.server.ts'
import { translatorFor } from '~/i18n/translators.ts'
import styles from '~/styles/app.css?url'

export const links: LinksFunction = () => [
  { rel: 'preload', href: sansFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/mark.svg', type: 'image/svg+xml' },
]

export const meta = pageTitle((t) => t('errors.notFound.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const locale = await localeOf(request)
  const notice = await readNotice(request)
  const done = notice && { text: translator(locale)(notice.key, notice.values), undo: notice.undo }
  const facts = { locale, failed: isAnswerToForm(request), done, site: await siteFacts(viewer, locale) }
  return data(facts, notice ? { headers: { 'Set-Cookie': await clearNotice() } } : undefined)
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  const locale = root?.locale ?? 'sv'
  const nonce = useNonce()
  return (
    <html lang={locale} data-color-scheme="auto">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body data-size="md" data-density="airy">
        <I18nProvider locale={locale} t={translatorFor(locale)}>
          {children}
        </I18nProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  const root = useRouteLoaderData<typeof loader>('root')
  if (!root) return <Outlet />
  return (
    <WhoIsSignedIn site={root.site}>
      {(site) => (
        <SiteFrame site={site}>
          <main id="main" tabIndex={-1}>
            {root.done && <Done {...root.done} />}
            <Outlet />
          </main>
        </SiteFrame>
      )}
    </WhoIsSignedIn>
  )
}

/** What the last command did, and the way back. */
function Done({ text, undo }: { text: string; undo?: string }) {
  return (
    <div className="page flash">
      <Notice kind="success" title={text} undo={undo && <Undo action={undo} />} />
    </div>
  )
}

export function ErrorBoundary() {
  const root = useRouteLoaderData<typeof loader>('root')
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const page = <ErrorPage status={status} data={isRouteErrorResponse(error) ? error.data : undefined} />
  // Without its loader the frame has nothing to show: the page stands alone.
  const main = (
    <main id="main" tabIndex={-1}>
      {page}
    </main>
  )
  return root ? <SiteFrame site={root.site}>{main}</SiteFrame> : main
}
