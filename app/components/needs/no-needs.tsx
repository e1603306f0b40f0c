import { LinkButton } from '~/components/ui/button.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** What will be in a list that is empty, and what to do first. */
export function NoNeeds({
  filter,
}: {
  filter: { own: boolean; unconfirmed: boolean; area?: string; kind?: string; status?: string; network?: string }
}) {
  const { t } = useI18n()
  const narrowed = filter.area || filter.kind || filter.status || filter.network
  if (filter.unconfirmed)
    return (
      <EmptyState
        level={3}
        title={t('needs.list.emptyConfirm.title')}
        actions={
          <LinkButton variant="secondary" to={paths.needs({ own: '1' })}>
            {t('needs.list.own')}
          </LinkButton>
        }
      >
        {t('needs.list.emptyConfirm.text')}
      </EmptyState>
    )
  if (filter.own && !narrowed)
    return (
      <EmptyState
        figure
        level={3}
        title={t('needs.list.emptyOwn.title')}
        actions={
          <>
            <LinkButton to={paths.newNeed()}>{t('needs.list.submit')}</LinkButton>
            <LinkButton variant="secondary" to={paths.problems()}>
              {t('needs.list.emptyOwn.others')}
            </LinkButton>
          </>
        }
      >
        {t('needs.list.emptyOwn.text')}
      </EmptyState>
    )
  if (!filter.own && !narrowed)
    return (
      <EmptyState figure level={3} title={t('needs.list.emptyAll.title')}>
        {t('needs.list.emptyAll.text')}
      </EmptyState>
    )
  return (
    <EmptyState
      level={3}
      title={t('needs.list.empty.title')}
      actions={
        <LinkButton variant="secondary" to={paths.search()}>
          {t('needs.list.empty.search')}
        </LinkButton>
      }
    >
      {t('needs.list.empty.text')}
    </EmptyState>
  )
}
