import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Answers } from '~/components/needs/answers.tsx'
import { NeedFormSteps } from '~/components/needs/need-form-steps.tsx'
import { SimilarAside } from '~/components/needs/similar-aside.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Actions, Button } from '~/components/ui/button.tsx'
import { FormPage } from '~/components/ui/form-steps.tsx'
import { Page } from '~/components/ui/page.tsx'
import { seenAs } from '~/domain/events/seen.server.ts'
import { renderMarkdown } from '~/domain/markdown.server.ts'
import { contentOf, missingFields } from '~/domain/needs/need.ts'
import { findOwnNeed } from '~/domain/needs/own-needs.server.ts'
import { findSimilarForWriter } from '~/domain/problems/similar-queries.server.ts'
import { similarityNote } from '~/domain/problems/similarity-health.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle(
  (t) => `${t('needs.form.stepOf', { step: 6, count: 6 })}: ${t('needs.form.steps.check')} · ${t('needs.start.title')}`,
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  const need = found(await findOwnNeed(person, params.id ?? ''))
  if (need.status !== 'draft') throw redirect(paths.need(need.id))
  if (missingFields(need).length > 0) throw redirect(paths.needForm(need.id, 'need'))
  const similar = await findSimilarForWriter(
    person,
    { title: need.title, description: need.description, exceptNeedId: need.id },
    5,
  )
  const { id, organisation, updatedAt, step: reached } = need
  const content = contentOf(need)
  const html = renderMarkdown(content.description)
  return { id, organisation, updatedAt, reached, content, html, seen: seenAs(content), similar, note: similarityNote() }
}

export default function CheckNeed() {
  const { id, organisation, updatedAt, reached, content, html, seen, similar, note } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const name = useName()
  const what = content.confidentiality > 1 ? 'needs.check.whatRestricted' : 'needs.check.what'
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('needs.many'), to: paths.needs() }, { label: t('needs.start.title') }]} />
      <Page>
        <FormPage
          steps={
            <NeedFormSteps
              id={id}
              current="check"
              reached={reached}
              savedAt={updatedAt.toISOString()}
              organisation={name(organisation)}
            />
          }
          aside={<SimilarAside things={similar} draftId={id} written note={note} />}
        >
          <p className="label">{t('needs.form.stepOf', { step: 6, count: 6 })}</p>
          <h1>{t('needs.form.heads.check')}</h1>
          <p className="lead">{t('needs.form.leads.check')}</p>
          <Answers id={id} content={content} html={html} />
          <Form method="post" action={paths.needAct(id, 'submission')}>
            <input type="hidden" name="seen" value={seen} />
            <p>{t(what, { organisation: name(organisation) })}</p>
            <Actions className="form-page__actions">
              <Button>{t('needs.check.submit')}</Button>
              <Link to={paths.needAct(id, 'removal')}>{t('needs.form.discard')}</Link>
            </Actions>
          </Form>
        </FormPage>
      </Page>
    </>
  )
}
