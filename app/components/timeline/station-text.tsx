import type { GlyphName } from '~/components/ui/glyph.tsx'
import type { Station } from '~/domain/timeline/station.ts'
import { useAheadStationText } from './ahead-station-text.tsx'
import { About, useGroupStationText } from './group-station-text.tsx'
import { useNeedStationText } from './need-station-text.tsx'
import { useProblemStationText } from './problem-station-text.tsx'
import type { StationText, StoryNeed } from './station-parts.tsx'

export const signs: Record<Station['kind'], GlyphName> = {
  submitted: 'need',
  relayed: 'need',
  confirmed: 'need',
  corrected: 'need',
  revised: 'need',
  revisedByNetwork: 'need',
  disowned: 'need',
  withdrawn: 'need',
  withdrawnByNetwork: 'need',
  reopened: 'need',
  acknowledged: 'reply',
  shared: 'need',
  duplicateOf: 'twin',
  hasDuplicate: 'twin',
  unlinked: 'twin',
  formed: 'problem',
  placed: 'problem',
  removed: 'problem',
  moved: 'problem',
  parked: 'pause',
  woken: 'problem',
  declined: 'problem',
  assessing: 'round',
  ranked: 'round',
  decided: 'decision',
  referred: 'reply',
  helped: 'reply',
  notHelped: 'reply',
  acts: 'need',
  gathered: 'problem',
  awaitsConfirmation: 'need',
  answerDue: 'reply',
  awaitsReply: 'reply',
  awaitsRound: 'round',
  awaitsDecision: 'decision',
  workBegins: 'group',
  review: 'decision',
  wakes: 'pause',
  askedWhetherSolved: 'reply',
  confirmationsDue: 'need',
  answersDue: 'reply',
}

/** Title and body of a station, as sentences. `need` is left out for the story of a problem or of many needs. */
export function useStationText(need?: StoryNeed): (station: Station) => StationText {
  const own = useNeedStationText(need)
  const problem = useProblemStationText()
  const ahead = useAheadStationText(need)
  const group = useGroupStationText()
  return (station) => {
    const text = own(station) ?? problem(station) ?? ahead(station) ?? group(station) ?? { title: '' }
    if (!station.about) return text
    return {
      ...text,
      body: (
        <>
          <About about={station.about} />
          {text.body}
        </>
      ),
    }
  }
}
