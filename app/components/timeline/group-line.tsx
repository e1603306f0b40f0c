import { Section } from '~/components/ui/section.tsx'
import type { GroupStory } from '~/domain/timeline/station.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { StoryTimeline } from './story-timeline.tsx'

/** What happened to the needs of an organisation or a network, and what comes next. Nothing where nothing has. */
export function GroupLine({ story }: { story: GroupStory | null }) {
  const { t } = useI18n()
  if (!story || story.stations.length === 0) return null
  return (
    <Section
      title={t('timeline.groupTitle')}
      intro={t('timeline.groupIntro')}
      margin={story.earlier > 0 && <p>{t('timeline.groupEarlier', { count: story.earlier })}</p>}
    >
      <StoryTimeline stations={story.stations} label={t('timeline.groupTitle')} />
    </Section>
  )
}
