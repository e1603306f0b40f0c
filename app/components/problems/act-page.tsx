import { useActionData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { paths } from '~/http/paths.ts'
import type { FieldErrors, FormMessage, Typed } from '~/http/form-types.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ProblemName } from './problem-name.tsx'

interface Props {
  problem: { number: number; title: string }
  title: string
  lead?: ReactNode
  /** Labels of the fields, for messages that name them. */
  labels?: Record<string, string>
  children: ReactNode
}

/** A page about one step with one problem: where one is, what the step does, what was refused, and its form. */
export function ActPage({ problem, title, lead, labels, children }: Props) {
  const { t } = useI18n()
  const failure = useFailure()
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('problems.many'), to: paths.problems() },
          { label: t('problems.numbered', { number: problem.number }), to: paths.problem(problem.number) },
          { label: title },
        ]}
      />
      <Page density="dense">
        {failure && <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={labels} />}
        <PageHead
          kind={{
            glyph: 'problem',
            text: <ProblemName problem={problem} />,
          }}
          title={title}
          lead={lead}
        />
        {children}
      </Page>
    </>
  )
}

/** What an action that did not succeed answers. */
export interface Failure {
  errors: FieldErrors
  message: FormMessage | null
  typed: Typed
}

/** What the last attempt to send the form was answered with, if it was sent back. */
export function useFailure(): Failure | undefined {
  return useActionData() as Failure | undefined
}

/** What was typed in a field before the form was sent back, or what it starts with. */
export function useTyped(): (name: string, start?: string) => string {
  const failure = useFailure()
  return (name, start = '') => {
    const typed = failure?.typed[name]
    return typed === undefined ? start : String([typed].flat()[0] ?? '')
  }
}

export function useTypedMany(): (name: string, start: readonly string[]) => string[] {
  const failure = useFailure()
  return (name, start) => (failure ? [failure.typed[name] ?? []].flat().map(String) : [...start])
}
