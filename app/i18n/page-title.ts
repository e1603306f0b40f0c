import type { MetaDescriptor, MetaFunction } from '@remix-run/node'
import { errorTitle } from './error-texts.ts'
import { type Locale, formatFor, type Format } from './format.ts'
import type { Translate } from './translate.ts'
import { translatorFor } from './translators.ts'

interface RootFacts {
  locale: Locale
  failed: boolean
}

/**
 * The `meta` of a route: its title in the language of the page, "Fel:" first when a form was sent back.
 * `title` gets the loader's data, undefined when the page is an error page.
 */
export function pageTitle<Loader = unknown>(
  title: (
    t: Translate,
    data: Awaited<ReturnType<Extract<Loader, (...args: never) => unknown>>> | undefined,
    format: Format & { locale: Locale },
  ) => string,
): MetaFunction {
  return ({ data, matches, error }): MetaDescriptor[] => {
    const root = matches.find((match) => match.id === 'root')?.data as RootFacts | undefined
    const locale = root?.locale ?? 'sv'
    const t = translatorFor(locale)
    const { status, data: answered } = (error ?? {}) as { status?: number; data?: unknown }
    const own = error ? t(errorTitle(status, answered)) : title(t, data as never, { locale, ...formatFor(locale) })
    const prefix = root?.failed || error ? `${t('common.form.errorPrefix')} ` : ''
    return [{ title: `${prefix}${own} · ${t('common.product')}` }]
  }
}
