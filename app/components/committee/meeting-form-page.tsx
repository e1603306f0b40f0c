import type { ReactNode } from 'react'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { NotNow } from '~/components/ui/not-now.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import type { Hindrance } from '~/domain/committee/meeting.ts'
import type { FieldErrors, FormMessage } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { MaskedText } from './masked-text.tsx'

interface Props {
  meeting: { id: string; title: string }
  /** The agenda item, where the form is about one. */
  item?: { id: string; title: string; position: number }
  title: string
  lead?: ReactNode
  failure?: { errors: FieldErrors; message: FormMessage | null }
  labels?: Record<string, string>
  /** Why nothing can be sent from here now. A form that was refused is still shown, with what was typed. */
  closed?: Hindrance | null
  children: ReactNode
}

/** A form of its own about a meeting or one of its items: where it belongs, what went wrong, and the question. */
export function MeetingFormPage({ meeting, item, title, lead, failure, labels, closed, children }: Props) {
  const { t } = useI18n()
  const reason = failure ? null : closed
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('committee.meetings.title'), to: paths.meetings() },
          { label: meeting.title, own: true, to: paths.meeting(meeting.id) },
          ...(item
            ? [
                {
                  label: t('committee.item.kind', { position: item.position }),
                  to: paths.agendaItem(meeting.id, item.id),
                },
              ]
            : []),
          { label: title },
        ]}
      />
      <Page density="dense">
        {failure && <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={labels} />}
        <PageHead
          title={title}
          quote={item && <MaskedText text={item.title} />}
          lead={item || reason ? undefined : lead}
        />
        {item && lead && !reason && <p className="measure form-lead">{lead}</p>}
        {reason ? (
          <NotNow
            reason={reason}
            back={t(item ? 'committee.item.back' : 'committee.meeting.back')}
            to={item ? paths.agendaItem(meeting.id, item.id) : paths.meeting(meeting.id)}
          />
        ) : (
          children
        )}
      </Page>
    </>
  )
}
