import { Link } from '@remix-run/react'
import { LinkButton } from '~/components/ui/button.tsx'
import { Table } from '~/components/ui/table.tsx'
import { VisuallyHidden } from '~/components/ui/visually-hidden.tsx'
import type { Named } from '~/domain/organisations/organisation.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

interface Member extends Named {
  id: string
  key: string
  since: Date
  until: Date | null
}

/** Members of a network over time, each that is one now with the way to end it. */
export function MemberTable({ network, members }: { network: string; members: Member[] }) {
  const { t, date } = useI18n()
  const name = useName()
  return (
    <Table
      caption={t('organisations.networks.membersTitle')}
      captionHidden
      rows={members}
      rowKey={(member) => member.id}
      columns={[
        {
          key: 'name',
          head: t('organisations.columns.name'),
          rowHeader: true,
          cell: (member) => <Link to={paths.organisation(member.key)}>{name(member)}</Link>,
        },
        { key: 'since', head: t('organisations.register.since'), cell: (member) => date(member.since) },
        {
          key: 'until',
          head: t('organisations.register.until'),
          cell: (member) =>
            member.until ? (
              date(member.until)
            ) : (
              <LinkButton small variant="tertiary" to={paths.membershipEnding(network, member.id)}>
                {t('organisations.register.endMembership')}
                <VisuallyHidden> {name(member)}</VisuallyHidden>
              </LinkButton>
            ),
        },
      ]}
    />
  )
}
