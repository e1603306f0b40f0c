import { Notice } from '~/components/ui/notice.tsx'
import { TextArea } from '~/components/ui/text-area.tsx'
import { changedFields, commentLimit, type NeedContent } from '~/domain/needs/need.ts'
import type { FieldErrors, FormMessage, Typed } from '~/http/form-types.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ActPage } from './act-page.tsx'
import { ContentDifferences } from './content-differences.tsx'
import { formValues, typedContent } from './form-values.ts'
import { AllFields } from './need-fields.tsx'
import { useFieldLabels } from './need-questions.ts'
import { isTooSecretMessage, TooSecret } from './too-secret.tsx'

interface Props {
  need: { id: string; title: string; registryNumber: string | null; version: number; content: NeedContent }
  title: string
  lead: string
  button: string
  failure?: { errors: FieldErrors; message: FormMessage | null; typed: Typed }
  /** A revision says what was changed and why; a correction is its own reason. */
  withReason?: boolean
}

/**
 * The whole text in one form. When somebody saved another version meanwhile, both are shown: theirs above with what
 * differs, the writer's own still in the fields; sending again is then from the version that applies.
 */
export function RewritePage({ need, title, lead, button, failure, withReason }: Props) {
  const { t } = useI18n()
  const labels: Record<string, string> = { ...useFieldLabels(), reason: t('needs.revision.reason.label') }
  const stale = failure?.message?.key === 'refusals.stale'
  return (
    <ActPage
      need={need}
      title={title}
      lead={lead}
      button={button}
      failure={failure}
      labels={labels}
      before={
        <>
          {isTooSecretMessage(failure?.message) && <TooSecret />}
          {stale && failure && <Stale need={need} typed={failure.typed} />}
        </>
      }
    >
      <input type="hidden" name="version" value={need.version} key={need.version} />
      <AllFields values={formValues(need.content, failure?.typed)} errors={failure?.errors ?? {}} />
      {withReason && (
        <TextArea
          question
          name="reason"
          label={labels.reason as string}
          most={commentLimit}
          rows={3}
          lang="sv"
          error={failure?.errors.reason}
          defaultValue={String(failure?.typed.reason ?? '')}
        />
      )}
    </ActPage>
  )
}

function Stale({ need, typed }: { need: Props['need']; typed: Typed }) {
  const { t } = useI18n()
  const mine = typedContent(need.content, typed)
  return (
    <div className="stack">
      <Notice kind="warning" level={2} title={t('needs.revision.stale', { version: need.version })}>
        {t('needs.revision.staleText')}
      </Notice>
      <h2>{t('needs.revision.differences')}</h2>
      <ContentDifferences before={need.content} after={mine} fields={changedFields(need.content, mine)} />
    </div>
  )
}
