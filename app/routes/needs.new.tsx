import type { Named } from '~/domain/organisations/organisation.ts'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { RadioGroup } from '~/components/ui/choices.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormPage } from '~/components/ui/form-steps.tsx'
import { Page } from '~/components/ui/page.tsx'
import { Row, Rows } from '~/components/ui/row.tsx'
import { Section } from '~/components/ui/section.tsx'
import { answerDays } from '~/domain/needs/need.ts'
import { startNeed } from '~/domain/needs/draft-commands.server.ts'
import { startForm } from '~/domain/needs/need-forms.ts'
import { listDrafts, listOwnOrganisations } from '~/domain/needs/own-needs.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('needs.start.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  const [organisations, drafts] = await Promise.all([listOwnOrganisations(person), listDrafts(person)])
  return { organisations, drafts }
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const form = await parseForm(request, startForm)
  if (!form.ok) return form.response
  const started = await attempt(() => startNeed(person, form.value), form.typed)
  if (!started.ok) return started.response
  return redirect(paths.needForm(started.value, 'need'))
}

export default function NewNeed() {
  const { organisations, drafts } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const represents = organisations.length > 0
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('needs.many'), to: paths.needs() }, { label: t('needs.start.title') }]} />
      <Page>
        <FormPage>
          {failure && (
            <ErrorSummary
              errors={failure.errors}
              message={failure.message ?? undefined}
              labels={{ organisationId: t('needs.start.organisation') }}
            />
          )}
          <h1>{t('needs.start.title')}</h1>
          {represents ? <p className="lead">{t('needs.start.lead')}</p> : <NotRepresentative />}
          {represents && (
            <Form method="post">
              <OrganisationChoice
                organisations={organisations}
                label={t('needs.start.organisation')}
                error={failure?.errors.organisationId}
              />
              <h2 className="label">{t('needs.start.before')}</h2>
              <ul className="prose bullets">
                <li>{t('needs.start.public')}</li>
                <li>{t('needs.start.secrets')}</li>
                <li>{t('needs.start.answer', { days: answerDays })}</li>
              </ul>
              <Actions className="form-page__actions">
                <Button>{t('needs.start.button')}</Button>
              </Actions>
            </Form>
          )}
        </FormPage>
        {drafts.length > 0 && <Drafts drafts={drafts} />}
      </Page>
    </>
  )
}

function OrganisationChoice({
  organisations,
  label,
  error,
}: {
  organisations: (Named & { id: string })[]
  label: string
  error?: React.ComponentProps<typeof RadioGroup>['error']
}) {
  const name = useName()
  const [only] = organisations
  if (organisations.length === 1 && only) return <input type="hidden" name="organisationId" value={only.id} />
  return (
    <RadioGroup
      question
      name="organisationId"
      label={label}
      error={error}
      choices={organisations.map((organisation) => ({ value: organisation.id, label: name(organisation) }))}
    />
  )
}

function NotRepresentative() {
  const { t } = useI18n()
  return (
    <EmptyState
      title={t('needs.start.notRepresentative')}
      actions={<LinkButton to={paths.contact()}>{t('needs.start.contact')}</LinkButton>}
    >
      {t('needs.start.notRepresentativeText')}
    </EmptyState>
  )
}

function Drafts({
  drafts,
}: {
  drafts: { id: string; title: string; step: string | null; updatedAt: Date; organisation: Named }[]
}) {
  const { t, dateTime } = useI18n()
  const name = useName()
  return (
    <Section title={t('needs.start.drafts')}>
      <Rows>
        {drafts.map((draft) => (
          <Row
            key={draft.id}
            title={draft.title || t('needs.untitled')}
            to={paths.needForm(draft.id, draft.step ?? 'need')}
            compact
            foot={[name(draft.organisation), t('needs.list.savedAt', { date: dateTime(draft.updatedAt) })]}
          />
        ))}
      </Rows>
    </Section>
  )
}
