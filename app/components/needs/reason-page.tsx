import { TextArea } from '~/components/ui/text-area.tsx'
import { commentLimit } from '~/domain/needs/need.ts'
import type { FieldErrors, FormMessage, Typed } from '~/http/form-types.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ActPage } from './act-page.tsx'

interface Props {
  need: { id: string; title: string; registryNumber: string | null }
  title: string
  lead: string
  button: string
  failure?: { errors: FieldErrors; message: FormMessage | null; typed: Typed }
}

/** Something that needs a reason and nothing else: to withdraw, reopen, disown. */
export function ReasonPage({ failure, ...page }: Props) {
  const { t } = useI18n()
  const label = t('needs.reason.label')
  return (
    <ActPage {...page} failure={failure} labels={{ reason: label }}>
      <TextArea
        question
        name="reason"
        label={label}
        most={commentLimit}
        rows={4}
        lang="sv"
        error={failure?.errors.reason}
        defaultValue={String(failure?.typed.reason ?? '')}
      />
    </ActPage>
  )
}
