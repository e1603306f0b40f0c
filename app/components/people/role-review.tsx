import { Form, Link } from '@remix-run/react'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { Status } from '~/components/ui/status.tsx'
import { Table } from '~/components/ui/table.tsx'
import { Time } from '~/components/ui/time.tsx'
import { VisuallyHidden } from '~/components/ui/visually-hidden.tsx'
import type { Named } from '~/domain/organisations/organisation.ts'
import type { RoleName } from '~/domain/people/person.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useRoleText } from './held-roles.tsx'

export interface ReviewedRole {
  id: string
  personId: string
  name?: string
  role: RoleName
  holder: Named | null
  since: Date
  grantedBy: string | null
  reviewedAt: Date | null
  reviewedBy: string | null
  due: Date
  review: 'overdue' | 'soon' | 'later'
}

/** Roles with who gave them, when they were last confirmed and when that is due; of one person, or of everybody with `withNames`. */
export function RoleReview({ roles, withNames }: { roles: ReviewedRole[]; withNames?: boolean }) {
  const { t } = useI18n()
  const roleText = useRoleText()
  if (roles.length === 0) return <p>{t('admin.person.noRoles')}</p>
  const person = {
    key: 'person',
    head: t('admin.people.name'),
    rowHeader: true,
    cell: (row: ReviewedRole) => <Link to={paths.adminPerson(row.personId)}>{row.name}</Link>,
  }
  const columns = [
    ...(withNames ? [person] : []),
    { key: 'role', head: t('people.role.role'), rowHeader: !withNames, cell: (row: ReviewedRole) => roleText(row) },
    { key: 'since', head: t('admin.review.given'), cell: (row: ReviewedRole) => <Given row={row} /> },
    { key: 'due', head: t('admin.review.review'), cell: (row: ReviewedRole) => <Due row={row} /> },
    {
      key: 'act',
      head: <VisuallyHidden>{t('people.invitations.act')}</VisuallyHidden>,
      cell: (row: ReviewedRole) => <Acts row={row} />,
    },
  ]
  return (
    <Table caption={t('admin.review.caption')} captionHidden columns={columns} rows={roles} rowKey={(row) => row.id} />
  )
}

function Given({ row }: { row: ReviewedRole }) {
  const { t } = useI18n()
  return (
    <>
      <Time at={row.since} />
      <br />
      <span className="meta">{row.grantedBy ?? t('admin.review.atStart')}</span>
    </>
  )
}

function Due({ row }: { row: ReviewedRole }) {
  const { t, date } = useI18n()
  const due = date(row.due)
  return (
    <>
      {row.review === 'overdue' ? (
        <Status step="late">{t('admin.review.overdue', { due })}</Status>
      ) : (
        t(`admin.review.${row.review}`, { due })
      )}
      {row.reviewedAt && (
        <>
          <br />
          <span className="meta">
            {t('admin.review.last', { date: date(row.reviewedAt), name: row.reviewedBy ?? t('common.unknownAuthor') })}
          </span>
        </>
      )}
    </>
  )
}

function Acts({ row }: { row: ReviewedRole }) {
  const { t } = useI18n()
  const roleText = useRoleText()
  const about = <VisuallyHidden> {[row.name, roleText(row)].filter(Boolean).join(', ')}</VisuallyHidden>
  return (
    <Actions>
      <Form method="post" action={paths.adminRoleAct(row.id, 'review')}>
        <Button small variant="secondary">
          {t('admin.review.confirm')}
          {about}
        </Button>
      </Form>
      <LinkButton small variant="tertiary" to={paths.adminRoleAct(row.id, 'ending')}>
        {t('admin.review.end')}
        {about}
      </LinkButton>
    </Actions>
  )
}
