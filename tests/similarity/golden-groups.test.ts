import { describe, expect, test } from 'vitest'
import { createEngine, type GroupLevel } from '../../app/similarity/engine.ts'
import { needs } from '../../seeds/needs/needs.ts'

/** Seeded needs that a coordinator would put in one problem, read two by two. */
const TOGETHER: readonly (readonly [string, string, string])[] = [
  ['hedvika-metadata-ingen-gor', 'ronnvika-metadata-ingen-tid', 'nobody has time or mandate for metadata'],
  ['askoga-vagbilder', 'askoga-gatubilder', 'unlabelled pictures of streets, sent in twice'],
  ['lindhamra-namndmoten-ljud', 'lindhamra-motesinspelningar', 'recordings of meetings, sent in twice'],
  ['mellansjo-journaler-direkt', 'mellansjo-journaltext-skr', 'training on medical records, sent in twice'],
  ['imy-fler-vill-ha-vagledning', 'fastrmobi-mobil-kommunikation', 'guidance on data protection'],
  ['scb-behandlingsmiljo-formagor', 'socialstyrelsen-dataforbindelser', 'health data environments for other sectors'],
  ['pitea-publicera', 'skolverket-samma-specifikation', 'publishing by the same specification'],
  ['almhaga-personakter', 'ekvalla-bygglovsritningar', 'scanned documents nobody can search'],
]

/** Needs that share words and no solution. */
const APART: readonly (readonly [string, string, string])[] = [
  ['bergsnas-p-tillstand', 'lansstyrelsen-tillstand-natet', 'both speak of permits'],
  ['mellansjo-journaler-direkt', 'skogsland-diktering-journal', 'both speak of medical records'],
  ['askoga-vagbilder', 'hogskolan-granasa-patientbilder', 'both speak of pictures'],
  ['ronnvika-vilken-licens', 'bergsnas-licenserna', 'both speak of licences'],
  ['granasa-grafikkort', 'halland-utlamnande-vikter', 'both speak of training'],
  ['norrfjall-datavetare-rekrytera', 'askoga-jurist-ai-forordningen', 'both lack a person'],
  ['lindhamra-samtal-socialtjanst', 'ostvik-samtal-lamnar-inte', 'both speak of recorded conversations'],
  ['dalhamra-busstider', 'norrvalla-gamla-covidsiffror', 'both ask where something is'],
]

const engine = createEngine()
engine.put(
  needs.map(({ key, title, description, affected, consequence }) => ({
    id: key,
    kind: 'need',
    title,
    body: [description, affected, consequence].join('\n'),
  })),
)
const groupsAt = (level: GroupLevel) => engine.group({ level })
const groupOf = (level: GroupLevel) =>
  new Map(groupsAt(level).flatMap((group) => group.members.map((member) => [member.id, group.id] as const)))

describe('the seeded needs', () => {
  const problems = groupOf('problem')

  test.each(TOGETHER)('%s and %s are one problem: %s', (a, b) => {
    expect(problems.get(a)).toBeDefined()
    expect(problems.get(a)).toBe(problems.get(b))
  })

  test.each(APART)('%s and %s are not one problem, though %s', (a, b) => {
    for (const key of [a, b]) expect(needs.some((need) => need.key === key)).toBe(true)
    expect(problems.get(a) ?? a).not.toBe(problems.get(b) ?? b)
  })

  test('no problem is so large that it says nothing, and most needs have company', () => {
    const sizes = groupsAt('problem').map((group) => group.members.length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(10)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(needs.length / 2)
  })

  test('each group is named by three to five terms, none twice', () => {
    for (const { label } of [...groupsAt('problem'), ...groupsAt('theme')]) {
      expect(label.length).toBeGreaterThanOrEqual(3)
      expect(label.length).toBeLessThanOrEqual(5)
      expect(new Set(label.map((term) => term.toLowerCase())).size).toBe(label.length)
    }
  })
})
