import { LinkButton } from '~/components/ui/button.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useFailure } from './act-page.tsx'

/** What a button that posts at once leads to when it is refused: why, and where to go on. */
export function RefusedPage() {
  const { t } = useI18n()
  const failure = useFailure()
  return (
    <Page density="dense">
      {failure && <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} />}
      <PageHead
        title={t('problems.suggestion.refused')}
        actions={
          <>
            <LinkButton to={paths.problems()}>{t('problems.many')}</LinkButton>
            <LinkButton variant="secondary" to={paths.inbox()}>
              {t('problems.inbox.title')}
            </LinkButton>
          </>
        }
      />
    </Page>
  )
}
