import { FormSteps, Saved } from '~/components/ui/form-steps.tsx'
import { calendarDate } from '~/domain/clock.ts'
import { needSteps, type NeedStep } from '~/domain/needs/need-steps.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { NotSaved } from './use-draft.ts'

interface Props {
  id: string
  current: NeedStep
  /** How far the form has come. */
  reached: string | null
  savedAt: string
  failed?: NotSaved
  organisation: string
}

/** The six pages in the margin. One may go back to what has been done and on to what has been reached. */
export function NeedFormSteps({ id, current, reached, savedAt, failed, organisation }: Props) {
  const { t, time, dateTime } = useI18n()
  const furthest = needSteps.indexOf(reached as NeedStep)
  const at = isToday(savedAt) ? time(savedAt) : dateTime(savedAt)
  return (
    <FormSteps
      title={t('needs.start.title')}
      steps={needSteps.map((step, index) => ({
        label: t(`needs.form.steps.${step}`),
        to: index <= furthest ? paths.needForm(id, step) : undefined,
        state: step === current ? 'current' : index < furthest ? 'done' : 'ahead',
      }))}
      saved={
        failed ? (
          <p className="field-error" role="status">
            {t(`needs.form.${failed}`)}
          </p>
        ) : (
          <Saved live>{t('needs.form.savedFor', { time: at, organisation })}</Saved>
        )
      }
    />
  )
}

const isToday = (at: string) => calendarDate(new Date(at)) === calendarDate(new Date())
