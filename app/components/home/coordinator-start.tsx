import { MeetingStatus } from '~/components/committee/meeting-status.tsx'
import { RoundName } from '~/components/rounds/round-name.tsx'
import { RoundStatus } from '~/components/rounds/round-status.tsx'
import { Actions, LinkButton } from '~/components/ui/button.tsx'
import { Sentence, useOwnWords } from '~/components/ui/own-words.tsx'
import { Count, Row, Rows } from '~/components/ui/row.tsx'
import { Section } from '~/components/ui/section.tsx'
import { Status } from '~/components/ui/status.tsx'
import type { CoordinatorStart as Shown } from '~/domain/overview/coordinator-start.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { type Task, TaskList } from './task-list.tsx'

/** The coordinator's day: the inbox by age, what is under way, what has been left lying. */
export function CoordinatorStart(start: Shown) {
  return (
    <>
      <Inbox {...start} />
      <UnderWay {...start} />
      <FollowUp {...start} />
    </>
  )
}

function Inbox({ inbox, suggestions, oldest }: Shown) {
  const { t, number } = useI18n()
  const name = useName()
  const ages = (['older', 'fortnight', 'week'] as const).filter((age) => inbox[age] > 0)
  return (
    <Section
      title={t('home.coordinator.inbox')}
      intro={t('home.coordinator.inboxIntro')}
      margin={inbox.late > 0 && <Status step="late">{t('home.coordinator.late', { count: inbox.late })}</Status>}
    >
      <p className="home__sum">
        {inbox.total === 0
          ? t('home.coordinator.inboxEmpty')
          : t('home.coordinator.inboxTotal', { count: inbox.total })}
      </p>
      {ages.length > 0 && (
        <dl className="facts facts--row">
          {ages.map((age) => (
            <div key={age}>
              <dt>{t(`home.coordinator.ages.${age}`)}</dt>
              <dd>{number(inbox[age])}</dd>
            </div>
          ))}
        </dl>
      )}
      <Rows className="home__rows">
        {oldest.map((need) => (
          <Row
            key={need.id}
            compact
            lang="sv"
            lead={
              <Count of={need.waitedDays}>
                {t('home.work.daysWaited', { count: need.waitedDays }).replace(/^\d+\s/, '')}
              </Count>
            }
            title={need.title}
            to={paths.need(need.id)}
            foot={[name(need.organisation), need.network && name(need.network)]}
          />
        ))}
      </Rows>
      <Actions className="more">
        <LinkButton to={paths.inbox()}>{t('home.coordinator.toInbox')}</LinkButton>
        {suggestions.total > 0 && (
          <LinkButton variant="secondary" to={paths.inbox()}>
            {t('home.coordinator.suggestions', { count: suggestions.total })}
          </LinkButton>
        )}
      </Actions>
    </Section>
  )
}

function UnderWay({ rounds, meetings }: Shown) {
  const { t, date, dateTime } = useI18n()
  const words = useOwnWords()
  const none = rounds.length + meetings.length === 0
  return (
    <Section title={t('home.coordinator.underWay')} intro={t('home.coordinator.underWayIntro')}>
      {none && <p className="soft">{t('home.coordinator.nothingUnderWay')}</p>}
      <Rows>
        {rounds.map((round) => (
          <Row
            key={round.number}
            compact
            title={<RoundName round={round} />}
            to={paths.round(round.number)}
            foot={[
              <RoundStatus key="status" status={round.status} />,
              round.late && round.assessBy ? (
                <Status key="late" step="late">
                  {t('home.coordinator.roundLate', { date: date(round.assessBy) })}
                </Status>
              ) : (
                round.status === 'open' &&
                round.assessBy &&
                t('home.coordinator.roundBy', { date: date(round.assessBy) })
              ),
            ]}
          />
        ))}
        {meetings.map((meeting) => (
          <Row
            key={meeting.id}
            compact
            title={meeting.title}
            lang={words}
            to={paths.meeting(meeting.id)}
            foot={[
              <MeetingStatus key="status" status={meeting.status} />,
              meeting.late ? (
                <Status key="late" step="late">
                  {t('home.coordinator.meetingLate', { date: date(meeting.startsAt) })}
                </Status>
              ) : (
                dateTime(meeting.startsAt)
              ),
            ]}
          />
        ))}
      </Rows>
      <Actions className="more">
        <LinkButton variant="secondary" to={paths.newRound()}>
          {t('home.coordinator.newRound')}
        </LinkButton>
        <LinkButton variant="secondary" to={paths.newMeeting()}>
          {t('home.coordinator.newMeeting')}
        </LinkButton>
      </Actions>
    </Section>
  )
}

function FollowUp({ unconfirmed, toWake, toReview }: Shown) {
  const { t, date } = useI18n()
  const tasks: Task[] = [
    ...(unconfirmed.total > 0
      ? [
          {
            key: 'unconfirmed',
            to: paths.needs({ unconfirmed: '1' }),
            text: t('home.coordinator.unconfirmed', { count: unconfirmed.total }),
            note:
              unconfirmed.long > 0 &&
              t('home.coordinator.unconfirmedLong', { count: unconfirmed.long, days: unconfirmed.patience }),
          },
        ]
      : []),
    ...toWake.map((problem) => ({
      key: `problem ${problem.number}`,
      to: paths.problem(problem.number),
      text: (
        <Sentence
          of="home.coordinator.wakes"
          values={{ number: problem.number, date: problem.wakeOn ? date(problem.wakeOn) : '' }}
          parts={{ title: problem.title }}
        />
      ),
    })),
    ...toReview.map((decision) => ({
      key: decision.registryNumber,
      to: paths.decision(decision.registryNumber),
      text: (
        <Sentence
          of="home.coordinator.review"
          values={{ date: decision.reviewOn ? date(decision.reviewOn) : '' }}
          parts={{ title: decision.title }}
        />
      ),
    })),
  ]
  return (
    <Section title={t('home.coordinator.follow')} intro={t('home.coordinator.followIntro')}>
      <TaskList tasks={tasks} none={t('home.coordinator.nothingLate')} />
    </Section>
  )
}
