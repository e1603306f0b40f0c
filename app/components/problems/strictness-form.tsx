import { Form } from '@remix-run/react'
import { Actions, Button } from '~/components/ui/button.tsx'
import { RadioGroup } from '~/components/ui/choices.tsx'
import { Section } from '~/components/ui/section.tsx'
import { type StrictnessSteps, strictnessSteps } from '~/domain/problems/strictness.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** Asks what a step would change. Saves nothing. */
export function StrictnessForm({ steps, current }: { steps: StrictnessSteps; current: StrictnessSteps }) {
  const { t } = useI18n()
  return (
    <Section title={t('engine.strictness.try')}>
      <Form method="get" action={paths.strictness()} className="stack act-form" preventScrollReset>
        <RadioGroup
          name="steps"
          label={t('engine.strictness.choose')}
          hint={t('engine.strictness.chooseHint')}
          defaultValue={String(steps)}
          choices={strictnessSteps.map((step) => ({
            value: String(step),
            label: t(`engine.strictness.steps.${stepKey(step)}`),
            hint: step === current ? t('engine.strictness.now') : undefined,
          }))}
        />
        <Actions>
          <Button variant="secondary">{t('engine.strictness.preview')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

const keys = { [-3]: 'm3', [-2]: 'm2', [-1]: 'm1', 0: 'p0', 1: 'p1', 2: 'p2', 3: 'p3' } as const

export function stepKey(steps: StrictnessSteps) {
  return keys[steps]
}
