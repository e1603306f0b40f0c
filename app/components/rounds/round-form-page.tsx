import type { ReactNode } from 'react'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { NotNow } from '~/components/ui/not-now.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import type { Reason, RoundStatus as State } from '~/domain/priorities/round.ts'
import type { FieldErrors, FormMessage } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { RoundName } from './round-name.tsx'
import { RoundStatus } from './round-status.tsx'

interface Props {
  round: { number: number; title: string; status: State }
  title: string
  lead?: ReactNode
  failure?: { errors: FieldErrors; message: FormMessage | null } | null
  labels?: Record<string, string>
  /** Why nothing can be sent from here now. A form that was refused is still shown, with what was typed. */
  closed?: Reason | null
  children: ReactNode
}

/** A page of its own about one part of a round: where it belongs, what went wrong, and the form. */
export function RoundFormPage({ round, title, lead, failure, labels, closed, children }: Props) {
  const { t } = useI18n()
  const reason = failure ? null : closed
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('rounds.many'), to: paths.rounds() },
          { label: t('rounds.short', round), to: paths.round(round.number) },
          { label: title },
        ]}
      />
      <Page density="dense">
        {failure && <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={labels} />}
        <PageHead
          kind={{ glyph: 'round', text: <RoundName round={round} /> }}
          status={<RoundStatus status={round.status} />}
          title={title}
          lead={reason ? undefined : lead}
        />
        {reason ? (
          <NotNow reason={reason} back={t('rounds.transition.back')} to={paths.round(round.number)} />
        ) : (
          children
        )}
      </Page>
    </>
  )
}
