import { Form } from '@remix-run/react'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { Section } from '~/components/ui/section.tsx'
import { Select } from '~/components/ui/select.tsx'
import type { Hindrance } from '~/domain/committee/meeting.ts'
import { paths } from '~/http/paths.ts'
import type { FieldErrors, Typed } from '~/http/form-types.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { Translate } from '~/i18n/translate.ts'
import { LeftToDo } from './left-to-do.tsx'

export const lockLabels = (t: Translate) => ({ approverId: t('committee.minutes.approver') })

interface Props {
  meetingId: string
  approvers: { personId: string; name: string; organisation: string }[]
  left: Hindrance[]
  /** What the draft above says, as the form sends it back. */
  seen: string
  failure?: { errors: FieldErrors; typed: Typed }
}

/** Who approves the minutes, and what is left to do before they can be locked. */
export function LockForm({ meetingId, approvers, left, seen, failure }: Props) {
  const { t } = useI18n()
  return (
    <Section title={t('committee.minutes.lockHead')}>
      {left.length > 0 ? (
        <>
          <LeftToDo left={left} />
          <Actions className="more">
            <LinkButton variant="secondary" to={paths.meeting(meetingId)}>
              {t('committee.calling.back')}
            </LinkButton>
          </Actions>
        </>
      ) : (
        <Approver approvers={approvers} seen={seen} failure={failure} />
      )}
    </Section>
  )
}

function Approver({ approvers, seen, failure }: Omit<Props, 'left' | 'meetingId'>) {
  const { t } = useI18n()
  return (
    <Form method="post" className="stack form-column">
      <input type="hidden" name="seen" value={seen} key={seen} />
      <Select
        name="approverId"
        label={lockLabels(t).approverId}
        hint={t('committee.minutes.approverHint')}
        error={failure?.errors.approverId}
        empty={t('committee.minutes.choose')}
        defaultValue={String(failure?.typed.approverId ?? '')}
        options={approvers.map(({ personId, name, organisation }) => ({
          value: personId,
          label: t('committee.person', { name, organisation }),
        }))}
      />
      <Actions>
        <Button>{t('committee.minutes.lock')}</Button>
      </Actions>
    </Form>
  )
}
