import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import type { WorkStart as Shown } from '~/domain/overview/work-start.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { CoordinatorStart } from './coordinator-start.tsx'
import { RepresentativeStart } from './representative-start.tsx'
import { AdministratorStart, AssessorStart, CommitteeStart, NetworkStart } from './role-starts.tsx'

/** What waits for a person who has signed in, a part for each role. */
export function WorkStart({ name, start }: { name: string; start: Shown }) {
  const { t } = useI18n()
  const { coordinator, representative, network, assessor, committee, administrator } = start
  return (
    <Page density={coordinator ? 'dense' : 'airy'}>
      <PageHead title={t('home.work.title')} lead={t('home.work.greeting', { name })} />
      {coordinator && <CoordinatorStart {...coordinator} />}
      {assessor && <AssessorStart {...assessor} />}
      {committee && !coordinator && <CommitteeStart {...committee} second={(assessor?.open.length ?? 0) > 0} />}
      {representative && <RepresentativeStart {...representative} />}
      {network && <NetworkStart {...network} />}
      {administrator && <AdministratorStart {...administrator} />}
    </Page>
  )
}
