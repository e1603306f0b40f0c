import { createEngine, type EngineText } from '../../../app/similarity/engine.ts'
import type { LabelledRow } from './labelled-rows.ts'

/**
 * Groups everything at once, and again as it would come: 70 % at once and confirmed, then each of the rest is put and
 * joins the group that is suggested for it, or stays alone; at the end all is grouped again around what was confirmed.
 */
export function streamOneByOne(rows: readonly LabelledRow[]) {
  const texts = rows.map((row): EngineText => ({ id: row.id, kind: 'text', title: row.title, body: row.text }))
  const groupsOf = (engine: ReturnType<typeof createEngine>, pinned: Record<string, string> = {}) =>
    new Map(
      engine
        .group({ level: 'problem', pinned })
        .flatMap((group) => group.members.map((member) => [member.id, group.id] as const)),
    )

  const whole = createEngine()
  whole.put(texts)
  const batch = groupsOf(whole)

  const engine = createEngine()
  const cut = Math.floor(texts.length * 0.7)
  engine.put(texts.slice(0, cut))
  const confirmed = Object.fromEntries(groupsOf(engine))
  // A text that is alone is a group of one, which others may join.
  const groups: Record<string, string> = Object.fromEntries(
    texts.slice(0, cut).map(({ id }) => [id, confirmed[id] ?? id]),
  )
  const times: number[] = []
  for (const text of texts.slice(cut)) {
    const start = performance.now()
    const [suggestion] = engine.place({ id: text.id, title: text.title, body: text.body }, groups, { limit: 1 })
    engine.put([text])
    times.push(performance.now() - start)
    groups[text.id] = suggestion?.suggested ? suggestion.group : text.id
  }
  const after = groupsOf(engine, confirmed)
  const pinnedMoved = Object.entries(confirmed).filter(([id, group]) => after.get(id) !== group).length
  times.sort((a, b) => a - b)
  return {
    batch,
    streamed: new Map(Object.entries(groups)),
    pinnedMoved,
    addMs: times[Math.floor(times.length * 0.95)],
  }
}
