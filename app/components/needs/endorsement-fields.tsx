import type { Named } from '~/domain/organisations/organisation.ts'
import { RadioGroup } from '~/components/ui/choices.tsx'
import { TextArea } from '~/components/ui/text-area.tsx'
import { commentLimit } from '~/domain/needs/need.ts'
import type { FieldErrors, Typed } from '~/http/form-types.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

interface Props {
  organisations: (Named & { id: string })[]
  errors?: FieldErrors
  typed?: Typed
}

/** For which organisation, and what it is like there. */
export function EndorsementFields({ organisations, errors = {}, typed = {} }: Props) {
  const { t } = useI18n()
  const name = useName()
  const [first] = organisations
  return (
    <>
      {organisations.length === 1 && first ? (
        <input type="hidden" name="organisationId" value={first.id} />
      ) : (
        <RadioGroup
          name="organisationId"
          label={t('needs.endorsement.organisation')}
          error={errors.organisationId}
          defaultValue={String(typed.organisationId ?? '')}
          choices={organisations.map((organisation) => ({ value: organisation.id, label: name(organisation) }))}
        />
      )}
      <TextArea
        name="comment"
        optional
        label={t('needs.endorsement.comment')}
        hint={t('needs.endorsement.commentHint')}
        most={commentLimit}
        rows={3}
        lang="sv"
        error={errors.comment}
        defaultValue={String(typed.comment ?? '')}
      />
    </>
  )
}
