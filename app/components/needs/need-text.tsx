import { Link } from '@remix-run/react'
import { Facts } from '~/components/ui/facts.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { PrintButton } from '~/components/ui/print-button.tsx'
import { Prose } from '~/components/ui/prose.tsx'
import { Section } from '~/components/ui/section.tsx'
import type { NeedPage } from '~/domain/needs/need-page.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { useAnswerText } from './use-answer-text.ts'
import { useSource } from './use-source.ts'

const longTexts = [
  'affected',
  'consequence',
  'tried',
  'whoElse',
  'legalQuestions',
  'urgencyReason',
  'euRelevance',
] as const
const choices = ['needArea', 'domainArea', 'dataKind', 'pattern', 'competences', 'urgency'] as const

/** The whole text as the organisation wrote it, and what may be done to it. */
export function NeedText({ need, actions }: Pick<NeedPage, 'need' | 'actions'>) {
  const { t, date } = useI18n()
  const name = useName()
  const words = useOwnWords()
  const answer = useAnswerText()
  const told = longTexts.filter((field) => need.content[field] !== '')
  return (
    <Section
      title={t('needs.page.text')}
      intro={t('needs.page.textIntro', {
        version: need.version,
        date: date(need.writtenAt),
        organisation: name(need.organisation),
      })}
      margin={
        need.version > 1 && (
          <p>
            <Link to={paths.needAct(need.id, 'versions')}>{t('needs.page.versions', { count: need.version })}</Link>
          </p>
        )
      }
    >
      <Prose said lang={words} html={need.html} />
      {told.length > 0 && (
        <dl className="told">
          {told.map((field) => (
            <div key={field}>
              <dt>{t(`needs.facts.${field}`)}</dt>
              <dd className="said kept-lines" lang={words}>
                {answer(field, need.content).text}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <TextActions need={need} actions={actions} />
    </Section>
  )
}

function TextActions({ need, actions }: Pick<NeedPage, 'need' | 'actions'>) {
  const { t } = useI18n()
  return (
    <p className="cluster no-print">
      {actions.revise && <Link to={paths.needAct(need.id, 'revision')}>{t('needs.page.revise')}</Link>}
      {actions.withdraw && <Link to={paths.needAct(need.id, 'withdrawal')}>{t('needs.page.withdraw')}</Link>}
      {actions.reopen && <Link to={paths.needAct(need.id, 'reopening')}>{t('needs.page.reopen')}</Link>}
      <PrintButton>{t('needs.page.print')}</PrintButton>
    </p>
  )
}

/** What was chosen rather than written, where it comes from, and whom to ask. */
export function NeedFacts({ need }: Pick<NeedPage, 'need'>) {
  const { t, date } = useI18n()
  const name = useName()
  const answer = useAnswerText()
  const { content, source } = need
  const from = useSource()
  return (
    <Section title={t('needs.page.moreTitle')}>
      <Facts
        className="facts--grid"
        facts={[
          {
            label: t('needs.facts.organisation'),
            value: <Link to={paths.organisation(need.organisation.key)}>{name(need.organisation)}</Link>,
          },
          need.network && {
            label: t('needs.facts.network'),
            value: <Link to={paths.network(need.network.key)}>{name(need.network)}</Link>,
          },
          { label: t('needs.facts.reference'), value: need.networkReference },
          { label: t('needs.facts.networkStatus'), value: need.networkStatus },
          { label: t('needs.facts.submitted'), value: need.submittedAt && date(need.submittedAt) },
          ...choices.map((field) => ({ label: t(`needs.facts.${field}`), value: answer(field, content).text })),
          {
            label: t('needs.facts.informationClass'),
            value:
              content.confidentiality > 1 ? t('needs.classes.restricted') : answer('confidentiality', content).text,
          },
          { label: t('needs.facts.source'), value: from(source?.document, source?.section) },
          {
            label: t('needs.page.contact'),
            value: (content.contactName || content.contactEmail) && (
              <Contact name={content.contactName} email={content.contactEmail} />
            ),
          },
        ]}
      />
    </Section>
  )
}

function Contact({ name, email }: { name: string; email: string }) {
  const { t } = useI18n()
  return (
    <>
      {name} {email && <a href={`mailto:${email}`}>{email}</a>}{' '}
      <span className="meta">{t('needs.page.contactNote')}</span>
    </>
  )
}
