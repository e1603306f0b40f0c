import { Form } from '@remix-run/react'
import { AutoRefresh } from '~/components/ui/auto-refresh.tsx'
import { Actions, LinkButton } from '~/components/ui/button.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Section } from '~/components/ui/section.tsx'
import type { PreviewPart, StrictnessPreview } from '~/domain/problems/strictness-preview.server.ts'
import type { StrictnessSteps } from '~/domain/problems/strictness.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ReasonField } from './act-fields.tsx'
import { useFailure } from './act-page.tsx'
import { Terms } from './because.tsx'

const parts = ['appear', 'disappear', 'change'] as const

/** What would come, go and change at another strictness, and the form that sets it. */
export function StrictnessChanges({ changes, steps }: { changes: StrictnessPreview | null; steps: StrictnessSteps }) {
  const { t } = useI18n()
  const refused = useFailure() !== undefined
  if (!changes)
    return (
      <Section title={t('engine.strictness.changes')}>
        <AutoRefresh active={!refused} />
        <p>{t('engine.strictness.notReady')}</p>
        <Actions>
          <LinkButton to={paths.strictness(steps)} variant="secondary" preventScrollReset>
            {t('ui.job.refresh')}
          </LinkButton>
        </Actions>
        {/* What was written stays, also where the comparison that it was written about has to be made anew. */}
        {refused && <StrictnessReason steps={steps} />}
      </Section>
    )
  const moved = parts.filter((part) => changes[part].count > 0)
  return (
    <Section title={t('engine.strictness.changes')} intro={t('engine.strictness.stay', { count: changes.stay })}>
      {moved.length === 0 && <p>{t('engine.strictness.none')}</p>}
      {moved.map((part) => (
        <Part key={part} title={t(`engine.strictness.${part}`, { count: changes[part].count })} part={changes[part]} />
      ))}
      <StrictnessReason steps={steps} />
    </Section>
  )
}

function StrictnessReason({ steps }: { steps: StrictnessSteps }) {
  const { t } = useI18n()
  return (
    <Form method="post" className="stack act-form">
      <input type="hidden" name="steps" value={steps} />
      <ReasonField required hint={t('engine.strictness.reasonHint')} />
      <FormActions submit={t('engine.strictness.save')} cancelTo={paths.inbox()} />
    </Form>
  )
}

function Part({ title, part: { count, examples } }: { title: string; part: PreviewPart }) {
  const { t } = useI18n()
  const more = count - examples.length
  return (
    <div className="engine__changes">
      <h3>{title}</h3>
      <ul className="plain">
        {examples.map(({ kind, title: about, other, terms }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several suggestions may begin with the same title
          <li key={at}>
            <b>{t(`engine.kind.${kind}`)}:</b>{' '}
            <span className="said" lang="sv">
              {[about, other].filter(Boolean).join(' → ')}
            </span>
            {terms.length > 0 && (
              <span className="meta">
                {' '}
                {t('engine.strictness.mentions')} <Terms terms={terms} />.
              </span>
            )}
          </li>
        ))}
        {more > 0 && <li className="meta">{t('engine.strictness.andMore', { count: more })}</li>}
      </ul>
    </div>
  )
}
