import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Actions, LinkButton } from '~/components/ui/button.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Section } from '~/components/ui/section.tsx'
import { answerDue } from '~/domain/needs/need.ts'
import { findOwnNeed } from '~/domain/needs/own-needs.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('needs.receipt.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  const need = found(await findOwnNeed(person, params.id ?? ''))
  const { id, title, organisation } = need
  return {
    id,
    title,
    organisation,
    registryNumber: found(need.registryNumber),
    submittedAt: found(need.submittedAt),
    due: found(answerDue(need)),
  }
}

export default function Receipt() {
  const { id, title, organisation, registryNumber, submittedAt, due } = useLoaderData<typeof loader>()
  const { t, date, dateTime } = useI18n()
  const name = useName()
  const words = useOwnWords()
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('needs.many'), to: paths.needs() },
          { label: t('common.registryNumber', { number: registryNumber }), to: paths.need(id) },
          { label: t('needs.receipt.title') },
        ]}
      />
      <Page>
        <PageHead
          kind={{ glyph: 'step5', text: t('needs.receipt.number', { number: registryNumber }) }}
          title={t('needs.receipt.title')}
          quote={<span lang={words}>”{title}”</span>}
        />
        <Section
          title={t('needs.receipt.next')}
          intro={t('needs.receipt.by', { organisation: name(organisation), date: dateTime(submittedAt) })}
        >
          <div className="stack measure">
            <p className="lead">{t('needs.receipt.read', { date: date(due) })}</p>
            <p>{t('needs.receipt.match')}</p>
            <p>{t('needs.receipt.follow')}</p>
            <Actions className="form-page__actions">
              <LinkButton to={paths.need(id)}>{t('needs.receipt.toNeed')}</LinkButton>
              <LinkButton variant="secondary" to={paths.newNeed()}>
                {t('needs.receipt.another')}
              </LinkButton>
            </Actions>
          </div>
        </Section>
      </Page>
    </>
  )
}
