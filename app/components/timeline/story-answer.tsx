import type { ReactNode } from 'react'
import { Actions } from '~/components/ui/button.tsx'
import { Sentence } from '~/components/ui/own-words.tsx'
import type { NeedStory, StoryAnswer } from '~/domain/timeline/station.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import type { StoryNeed } from './station-parts.tsx'

interface Props {
  story: Pick<NeedStory, 'answer' | 'todo'>
  need: StoryNeed
  /** Whether the viewer may act for the organisation; others are not told what to do. */
  own: boolean
  /** Buttons, such as following and saying whether the answer helped. To confirm has its own section on the page. */
  children?: ReactNode
}

/** The answer right now: one sentence, and what the organisation is waited for to do. */
export function StoryAnswerBox({ story, need, own, children }: Props) {
  const { t } = useI18n()
  const textOf = useAnswerText(need)
  return (
    <section className="answer-box" aria-labelledby="answer-now">
      <h2 id="answer-now">{t('timeline.answerTitle')}</h2>
      <div>
        <p className="answer-box__text">{textOf(story.answer)}</p>
        {own && <p>{t(story.todo ? `timeline.todo.${story.todo}` : 'timeline.todo.nothing')}</p>}
        {children && <Actions>{children}</Actions>}
      </div>
    </section>
  )
}

/** The answer as a sentence. */
export function useAnswerText(need: StoryNeed): (answer: StoryAnswer) => ReactNode {
  const { t, date } = useI18n()
  const name = useName()
  return (answer) => {
    switch (answer.kind) {
      case 'withdrawn':
      case 'disowned':
      case 'closed':
      case 'unconfirmed':
        return t(`timeline.answers.${answer.kind}`, { organisation: name(need.organisation) })
      case 'received':
      case 'acknowledged':
      case 'overdue':
      case 'reopened':
      case 'notHelped':
        return t(`timeline.answers.${answer.kind}`, { due: answer.due ? date(answer.due) : '' })
      case 'answered':
        return answer.resource
          ? t('timeline.answers.answeredResource', { resource: name(answer.resource) })
          : t('timeline.answers.answered')
      case 'ranked':
        return (
          <Sentence
            of="timeline.answers.ranked"
            values={{ place: answer.place, of: answer.of }}
            parts={{ title: answer.problem.title }}
          />
        )
      case 'decided':
        return answer.decision ? (
          <Sentence of="timeline.answers.decidedAs" parts={{ decision: answer.decision.title }} />
        ) : (
          <Sentence of="timeline.answers.decided" parts={{ title: answer.problem.title }} />
        )
      case 'parked':
        return (
          <Sentence
            of={answer.wakeOn ? 'timeline.answers.parkedUntil' : 'timeline.answers.parked'}
            values={{ date: answer.wakeOn ? date(answer.wakeOn) : '' }}
            parts={{ title: answer.problem.title }}
          />
        )
      case 'inProblem':
      case 'assessing':
      case 'declined':
      case 'inProgress':
      case 'resolved':
        return <Sentence of={`timeline.answers.${answer.kind}`} parts={{ title: answer.problem.title }} />
    }
  }
}
