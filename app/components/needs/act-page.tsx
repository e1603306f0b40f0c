import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormPage } from '~/components/ui/form-steps.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Page } from '~/components/ui/page.tsx'
import type { FieldErrors, FormMessage } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

interface Props {
  need: { id: string; title: string; registryNumber: string | null }
  title: string
  lead?: ReactNode
  /** What the button says that does it; without one there is nothing to do, and no form. */
  button?: string
  failure?: { errors: FieldErrors; message: FormMessage | null } | null
  labels?: Record<string, string>
  /** Before the form: what one needs to read first. */
  before?: ReactNode
  /** More buttons, between the primary and the way back. */
  more?: ReactNode
  /** Beside the form. */
  aside?: ReactNode
  /** The fields. */
  children?: ReactNode
}

/** One thing to do to a need, on a page of its own: what it is, what follows, its fields, its button, the way back. */
export function ActPage({ need, title, lead, button, failure, labels, before, more, aside, children }: Props) {
  const { t } = useI18n()
  const words = useOwnWords()
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('needs.many'), to: paths.needs() },
          {
            label: need.registryNumber
              ? t('common.registryNumber', { number: need.registryNumber })
              : need.title || t('needs.untitled'),
            to: paths.need(need.id),
          },
          { label: title },
        ]}
      />
      <Page>
        <FormPage aside={aside}>
          {failure && <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={labels} />}
          <h1>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
          {before ??
            (need.title && (
              <blockquote className="reasons act__need" lang={words}>
                {need.title}
              </blockquote>
            ))}
          {button ? (
            <Form method="post">
              {children}
              <Actions className="form-page__actions">
                <Button>{button}</Button>
                {more}
                <LinkButton variant="tertiary" to={paths.need(need.id)}>
                  {t('common.cancel')}
                </LinkButton>
              </Actions>
            </Form>
          ) : (
            <>
              {children}
              <Actions className="form-page__actions">
                <LinkButton to={paths.need(need.id)}>{t('needs.receipt.toNeed')}</LinkButton>
              </Actions>
            </>
          )}
        </FormPage>
      </Page>
    </>
  )
}
