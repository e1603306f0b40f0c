import { Form } from '@remix-run/react'
import { Breadcrumb, type Crumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { StaleNotice } from '~/components/ui/stale-notice.tsx'
import { Select } from '~/components/ui/select.tsx'
import { DateInput, TextInput } from '~/components/ui/text-input.tsx'
import { type OrganisationGiven, organisationKinds, seats } from '~/domain/organisations/organisation.ts'
import { type Failure, isStale, typedText } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

interface Props {
  title: string
  lead: string
  crumbs?: Crumb[]
  /** What the register says now, and that in short. */
  known?: OrganisationGiven
  seen?: string
  back: string
  failure?: Failure
}

/** One organisation as the register holds it. */
export function OrganisationFormPage({ title, lead, crumbs = [], known, seen, back, failure }: Props) {
  const { t } = useI18n()
  const kinds = organisationKinds.map((kind) => ({ value: kind, label: t(`common.kinds.${kind}`) }))
  const seatChoices = seats.map((seat) => ({ value: seat, label: t(`organisations.register.seats.${seat}`) }))
  const label = (field: keyof OrganisationGiven) => t(`organisations.register.${field}`)
  const field = (name: keyof OrganisationGiven) => ({
    name,
    label: label(name),
    defaultValue: String(failure?.typed[name] ?? known?.[name] ?? ''),
    error: failure?.errors[name],
  })
  /** A choice in words, anything else as it stands. */
  const shown = (name: keyof OrganisationGiven, value: string) =>
    (name === 'kind' && kinds.find((one) => one.value === value)?.label) ||
    (name === 'seat' && seatChoices.find((one) => one.value === value)?.label) ||
    value
  const labels = {
    name: label('name'),
    kind: label('kind'),
    number: label('number'),
    pic: label('pic'),
    code: label('code'),
    endedOn: label('endedOn'),
  }
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: t('organisations.many'), to: paths.organisations() }, ...crumbs, { label: title }]}
      />
      <Page>
        {failure && <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={labels} />}
        <PageHead title={title} lead={lead} />
        {failure && known && isStale(failure) && (
          <StaleNotice
            fields={(Object.keys(known) as (keyof OrganisationGiven)[]).map((name) => ({
              label: label(name),
              now: shown(name, known[name] ?? ''),
              typed: shown(name, typedText(failure, name)),
            }))}
          />
        )}
        <Form method="post" className="stack short-form">
          {seen && <input type="hidden" name="seen" value={seen} key={seen} />}
          <TextInput {...field('name')} hint={t('organisations.register.nameHint')} autoComplete="off" />
          <TextInput {...field('nameEn')} optional autoComplete="off" />
          <Select {...field('kind')} empty={t('organisations.register.choose')} options={kinds} />
          <TextInput
            {...field('number')}
            optional
            short
            hint={t('organisations.register.numberHint')}
            inputMode="numeric"
          />
          <TextInput
            {...field('code')}
            optional
            short
            hint={t('organisations.register.codeHint')}
            inputMode="numeric"
          />
          <TextInput {...field('pic')} optional short hint={t('organisations.register.picHint')} inputMode="numeric" />
          <Select {...field('seat')} optional empty={t('organisations.register.noSeat')} options={seatChoices} />
          {known && <DateInput {...field('endedOn')} optional hint={t('organisations.register.endedOnHint')} />}
          <FormActions submit={t('common.save')} cancelTo={back} />
        </Form>
      </Page>
    </>
  )
}
