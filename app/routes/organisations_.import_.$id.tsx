import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ListTable } from '~/components/organisations/list-table.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Section } from '~/components/ui/section.tsx'
import { findOrganisationList, readOrganisationList } from '~/domain/organisations/organisation-import.server.ts'
import { paths } from '~/http/paths.ts'
import { requireRegistrar } from '~/http/registrar.server.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('organisations.lists.check'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireRegistrar(request)
  return found(await findOrganisationList(viewer, params.id ?? ''))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireRegistrar(request)
  const read = await attempt(() => readOrganisationList(viewer, params.id ?? ''))
  if (!read.ok) return read.response
  const { created, completed, bad } = read.value
  return redirectWithNotice(paths.organisations(), 'organisations.lists.read', { created, completed, bad })
}

export default function CheckOrganisations() {
  const { fileName, finishedAt, rows } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const of = (outcome: (typeof rows)[number]['outcome']) => rows.filter((row) => row.outcome === outcome)
  const [fresh, completed, known, bad] = [of('new'), of('completed'), of('known'), of('bad')]
  const readable = fresh.length + completed.length
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('organisations.many'), to: paths.organisations() },
          { label: t('organisations.lists.title'), to: paths.organisationImport() },
          { label: t('organisations.lists.check') },
        ]}
      />
      <Page>
        {failure && <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} />}
        <PageHead
          title={t('organisations.lists.check')}
          lead={fileName}
          facts={[
            { label: t('organisations.lists.new'), value: fresh.length },
            { label: t('organisations.lists.completed'), value: completed.length },
            { label: t('organisations.lists.known'), value: known.length },
            { label: t('organisations.lists.bad'), value: bad.length },
          ]}
        />
        <Section title={t('organisations.lists.decide')}>
          {finishedAt ? (
            <p>{t('organisations.lists.done')}</p>
          ) : readable === 0 ? (
            <p>{t('organisations.lists.nothing')}</p>
          ) : (
            <Form method="post">
              <Actions>
                <Button>{t('organisations.lists.run', { count: readable })}</Button>
                <LinkButton variant="secondary" to={paths.organisationImport()}>
                  {t('organisations.lists.another')}
                </LinkButton>
              </Actions>
            </Form>
          )}
        </Section>
        {bad.length > 0 && (
          <Section full title={t('organisations.lists.badTitle', { count: bad.length })}>
            <ListTable caption={t('organisations.lists.bad')} rows={bad} />
          </Section>
        )}
        {readable > 0 && (
          <Section full title={t('organisations.lists.goodTitle', { count: readable })}>
            <ListTable caption={t('organisations.lists.new')} rows={[...completed, ...fresh]} />
          </Section>
        )}
      </Page>
    </>
  )
}
