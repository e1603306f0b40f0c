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
  const groups: Record<string, string> = { ...confirmed }
  const times: number[] = []
  for (const text of texts.slice(cut)) {
    const start = performance.now()
    const query = { id: text.id, title: text.title, body: text.body }
    const [near] = engine.similar(query, { limit: 1, reasons: false })
    const [suggestion] = engine.place(query, groups, { limit: 1 })
    engine.put([text])
    times.push(performance.now() - start)
    const lone = near && groups[near.id] === undefined && near.band !== 'partly' ? near : undefined
    if (suggestion?.suggested && suggestion.strength >= (lone?.score ?? 0)) groups[text.id] = suggestion.group
    else if (lone) groups[text.id] = groups[lone.id] = `streamed ${lone.id}`
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
