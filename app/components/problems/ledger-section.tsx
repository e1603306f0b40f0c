import { Link } from '@remix-run/react'
import { Section } from '~/components/ui/section.tsx'
import type { LedgerRow } from '~/domain/problems/ledger-queries.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { AsOfForm } from './as-of-form.tsx'
import { LedgerList } from './ledger-list.tsx'

interface Props {
  number: number
  /** The latest of `steps`. */
  rows: readonly LedgerRow[]
  steps: number
  full?: boolean
}

/** The latest steps of a problem, with the way to all of them and to those of an earlier day. */
export function LedgerSection({ number, rows, steps, full }: Props) {
  const { t } = useI18n()
  const path = paths.problemAct(number, 'ledger')
  return (
    <Section
      title={t('problems.ledger.title')}
      full={full}
      split={full}
      intro={full ? undefined : t('problems.ledger.lead')}
      margin={<AsOfForm action={path} />}
      id="ledger"
    >
      <LedgerList number={number} rows={rows} />
      {steps > rows.length && (
        <>
          <p className="only-print meta">{t('problems.page.onPaper', { shown: rows.length, count: steps })}</p>
          <p className="more">
            <Link to={path}>{t('problems.ledger.whole')}</Link>
          </p>
        </>
      )}
    </Section>
  )
}
