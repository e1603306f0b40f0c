import { Actions, LinkButton } from '~/components/ui/button.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { invitationDays } from '~/domain/people/invitation.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

interface Props {
  name: string
  email: string
  link: string
  /** Without a mail server the link is all there is. */
  mailed: boolean
}

/** The receipt of an invitation: the link, shown this once, for those whose mail does not arrive. */
export function InvitationLink({ name, email, link, mailed }: Props) {
  const { t } = useI18n()
  return (
    <>
      <PageHead title={t('people.invitations.sentTitle', { name })} />
      <div className="stack short-form">
        <Notice
          kind={mailed ? 'success' : 'warning'}
          title={t(mailed ? 'people.invitations.sent' : 'people.invitations.notSent', { email })}
        >
          {t('people.invitations.sentNext', { days: invitationDays })}
        </Notice>
        <TextInput
          name="link"
          label={t('people.invitations.link')}
          hint={t(mailed ? 'people.invitations.linkHint' : 'people.invitations.onlyLinkHint')}
          value={link}
          readOnly
        />
        <Actions>
          <LinkButton to={paths.invitations()}>{t('people.invitations.toList')}</LinkButton>
          <LinkButton variant="secondary" to={paths.newInvitation()} reloadDocument>
            {t('people.invitations.another')}
          </LinkButton>
        </Actions>
      </div>
    </>
  )
}
