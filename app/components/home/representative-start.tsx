import { Link } from '@remix-run/react'
import { ProblemRows } from '~/components/problems/problem-rows.tsx'
import { LinePlace } from '~/components/timeline/line-place.tsx'
import { Actions, LinkButton } from '~/components/ui/button.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { More, Row, Rows } from '~/components/ui/row.tsx'
import { Section } from '~/components/ui/section.tsx'
import { Time } from '~/components/ui/time.tsx'
import type { RepresentativeStart as Shown } from '~/domain/overview/representative-start.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

/** What waits for the organisation, where its needs are, and what others have. */
export function RepresentativeStart(start: Shown) {
  const { t } = useI18n()
  return (
    <>
      <ToConfirm toConfirm={start.toConfirm} />
      <ToReply toReply={start.toReply} />
      {start.asked.length > 0 && (
        <Section title={t('home.representative.asked')} intro={t('home.representative.askedIntro')}>
          <ProblemRows problems={start.asked} />
        </Section>
      )}
      <OwnNeeds {...start} />
      {start.others.length > 0 && (
        <Section title={t('home.representative.others')} intro={t(`home.representative.othersIntro.${start.kind}`)}>
          <ProblemRows problems={start.others} />
        </Section>
      )}
    </>
  )
}

function ToConfirm({ toConfirm: { rows, total } }: Pick<Shown, 'toConfirm'>) {
  const { t, date } = useI18n()
  const name = useName()
  const words = useOwnWords()
  if (total === 0) return null
  return (
    <Section title={t('home.representative.confirm')} intro={t('home.representative.confirmIntro')}>
      <Rows>
        {rows.map((need) => (
          <Row
            key={need.id}
            lang={words}
            title={need.title}
            to={paths.need(need.id)}
            foot={[
              t('home.representative.from', {
                network: name(need.network),
                date: need.submittedAt ? date(need.submittedAt) : '',
              }),
              <Link
                key="confirm"
                to={paths.needAct(need.id, 'confirmation')}
                aria-label={`${t('home.representative.confirmAction')}: ${need.title}`}
              >
                {t('home.representative.confirmAction')}
              </Link>,
            ]}
          />
        ))}
      </Rows>
      {total > rows.length && (
        <p className="more">{t('home.representative.confirmMore', { count: total - rows.length })}</p>
      )}
    </Section>
  )
}

function ToReply({ toReply }: Pick<Shown, 'toReply'>) {
  const { t } = useI18n()
  const words = useOwnWords()
  if (toReply.length === 0) return null
  return (
    <Section title={t('home.representative.reply')} intro={t('home.representative.replyIntro')}>
      <Rows>
        {toReply.map((need) => (
          <Row
            key={need.id}
            lang={words}
            title={need.title}
            to={paths.need(need.id)}
            foot={[
              need.answeredAt && <Time key="at" at={need.answeredAt} />,
              <Link
                key="reply"
                to={paths.needAct(need.id, 'referral-reply')}
                aria-label={`${t('home.representative.replyAction')}: ${need.title}`}
              >
                {t('home.representative.replyAction')}
              </Link>,
            ]}
          />
        ))}
      </Rows>
    </Section>
  )
}

function OwnNeeds({ organisations, needs, total }: Shown) {
  const { t, list, date } = useI18n()
  const name = useName()
  const words = useOwnWords()
  const title = t('home.representative.title', { organisation: list(organisations.map(name)) })
  return (
    <Section title={title} intro={t('home.representative.intro')}>
      {needs.length === 0 ? (
        <EmptyState
          figure
          level={3}
          title={t('home.representative.empty.title')}
          actions={
            <>
              <LinkButton to={paths.newNeed()}>{t('home.representative.submit')}</LinkButton>
              <LinkButton variant="secondary" to={paths.problems()}>
                {t('home.representative.empty.look')}
              </LinkButton>
            </>
          }
        >
          {t('home.representative.empty.text')}
        </EmptyState>
      ) : (
        <>
          <Rows>
            {needs.map((need) => (
              <Row
                key={need.id}
                lead={date(need.submittedAt ?? need.updatedAt)}
                lang={need.title ? words : undefined}
                title={need.title || t('needs.untitled')}
                to={need.status === 'draft' ? paths.needForm(need.id, need.step ?? 'need') : paths.need(need.id)}
                foot={[
                  <LinePlace key="place" place={need.line.place} />,
                  need.line.problem && (
                    <Link key="problem" to={paths.problem(need.line.problem.number)}>
                      {t('timeline.inProblem', need.line.problem)}
                    </Link>
                  ),
                  need.sharedBy > 0 && t('home.representative.sharedBy', { count: need.sharedBy }),
                ]}
              />
            ))}
          </Rows>
          <Actions className="more">
            <LinkButton to={paths.newNeed()}>{t('home.representative.submit')}</LinkButton>
          </Actions>
          <More to={paths.needs({ own: '1' })}>{t('home.representative.all', { count: total })}</More>
        </>
      )}
    </Section>
  )
}
