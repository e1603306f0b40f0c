import { Table } from '~/components/ui/table.tsx'
import { Time } from '~/components/ui/time.tsx'
import { VisuallyHidden } from '~/components/ui/visually-hidden.tsx'
import type { Balance, CommitmentBalance, CompetenceBalance } from '~/domain/committee/commitment.ts'
import { inSentence } from '~/i18n/format.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { CommitmentBoxes } from './commitment-boxes.tsx'
import { competenceName } from './names.ts'

/** What is committed against what is needed: a sentence, boxes and every number. */
export function CommitmentTable({ balance }: { balance: CommitmentBalance }) {
  const { t, number } = useI18n()
  const { months, sek, competences } = balance
  if (competences.length === 0 && sek.needed === 0 && sek.committed === 0)
    return <p>{t('committee.commitments.balanceNone')}</p>
  const cells = (part: Balance) => ({
    needed: number(part.needed),
    committed: number(part.committed),
    missing: number(part.missing),
  })
  return (
    <>
      <p className="plot__message">
        <BalanceSentence balance={balance} />
      </p>
      <Table
        caption={t('committee.commitments.table')}
        captionHidden
        className="table--commit"
        rows={competences}
        rowKey={(row) => row.competence}
        columns={[
          {
            key: 'competence',
            head: t('committee.commitments.competence'),
            rowHeader: true,
            cell: (row: CompetenceBalance) => competenceName(t, row.competence),
          },
          {
            key: 'picture',
            head: <VisuallyHidden>{t('committee.commitments.picture')}</VisuallyHidden>,
            label: null,
            cell: (row) => <CommitmentBoxes {...row} />,
          },
          { key: 'needed', head: t('committee.commitments.needed'), right: true, cell: (row) => cells(row).needed },
          {
            key: 'committed',
            head: t('committee.commitments.committed'),
            right: true,
            cell: (row) => cells(row).committed,
          },
          {
            key: 'missing',
            head: t('committee.commitments.missingHead'),
            right: true,
            cell: (row) => (row.missing > 0 ? <b>{cells(row).missing}</b> : cells(row).missing),
          },
          {
            key: 'from',
            head: t('committee.commitments.from'),
            className: 'from',
            cell: (row) => row.from && <Time at={row.from} />,
          },
        ]}
        foot={
          <>
            {competences.length > 0 && <TotalRow name={t('committee.commitments.monthsRow')} {...cells(months)} />}
            {(sek.needed > 0 || sek.committed > 0) && (
              <TotalRow name={t('committee.commitments.sekRow')} {...cells(sek)} />
            )}
          </>
        }
      />
    </>
  )
}

function TotalRow({
  name,
  needed,
  committed,
  missing,
}: {
  name: string
  needed: string
  committed: string
  missing: string
}) {
  const { t } = useI18n()
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {name}
      </th>
      <td role="cell" />
      <td role="cell" className="right" data-label={t('committee.commitments.needed')}>
        {needed}
      </td>
      <td role="cell" className="right" data-label={t('committee.commitments.committed')}>
        {committed}
      </td>
      <td role="cell" className="right" data-label={t('committee.commitments.missingHead')}>
        {missing}
      </td>
      <td role="cell" />
    </tr>
  )
}

function BalanceSentence({ balance: { months, sek, competences } }: { balance: CommitmentBalance }) {
  const { t, number, list } = useI18n()
  const parts = competences
    .filter((part) => part.missing > 0 && part.competence !== '')
    .map((part) =>
      t('committee.commitments.missingPart', {
        count: number(part.missing),
        competence: inSentence(competenceName(t, part.competence)),
      }),
    )
  const sentences = []
  if (months.needed > 0)
    sentences.push(
      t('committee.commitments.balance', { committed: number(months.committed), needed: number(months.needed) }),
    )
  else if (months.committed > 0)
    sentences.push(t('committee.commitments.balanceMore', { committed: number(months.committed) }))
  if (parts.length > 0) sentences.push(t('committee.commitments.missing', { parts: list(parts) }))
  if (sek.needed > 0)
    sentences.push(t('committee.commitments.money', { committed: number(sek.committed), needed: number(sek.needed) }))
  if (months.needed + sek.needed > 0 && months.missing + sek.missing === 0)
    sentences.push(t('committee.commitments.complete'))
  return <>{sentences.join(' ')}</>
}
