import { scaleLinear, scaleSqrt } from 'd3-scale'
import { box, circle, type Point, strand, tenth } from './flow-shapes.ts'
import type { DrawnProblem, PublicFigures } from './public-figures.server.ts'

export const flowSize = { width: 1216, height: 366 }
/** Where each station stands; the list under the picture has six columns of the same width. */
const x = { needs: 14, problems: 226, ranks: 419, decisions: 633, resources: 841, answers: 1032 }
const top = 16
const bottom = 294
const exitLine = 322
const mostDots = 41

/** The picture as path data, one path for each look, so that it costs little to send and to draw. */
export interface FlowPicture {
  threads: { hot: string; pale: string; exit: string; waiting: string }
  strands: { hot: string; pale: string }
  dots: { needs: string; waiting: string; exit: string }
  rings: { hot: string; pale: string }
  inside: { hot: string; pale: string }
  ranks: { hot: string; pale: string }
  stamps: string
  ticks: string
  trefoils: string
  answered: { whole: string; filled: string }
  back: { line: string; head: string }
  /** How many needs a dot stands for. */
  perDot: number
  exitLabel: { x: number; y: number } | null
}

interface Ring extends DrawnProblem {
  y: number
  r: number
  hot: boolean
}

/** Draws needs → shared problems → round → decisions → resources → answers from the figures. */
export function drawFlow(figures: PublicFigures): FlowPicture {
  const rings = placeRings(figures)
  const dots = placeDots(figures, rings)
  const ranks = placeRanks(figures, rings)
  const decided = spread(rings.filter((ring) => ring.decided).slice(0, 6), 32, 232)
  const resourced = spread(decided.filter(({ item }) => item.committed).slice(0, 4), 52, 208)
  const share = figures.needs.total > 0 ? figures.needs.answered / figures.needs.total : 0
  const bar = bottom - top
  const answerY = (at: number, of: number) => top + 12 + ((bar * share - 24) * (at + 0.5)) / Math.max(1, of)
  const rankOf = (ring: Ring): Point => {
    const rank = ranks.find((one) => one.number === ring.number)
    return rank ? [x.ranks + rank.width, rank.y + 6] : [x.problems + ring.r, ring.y]
  }
  const toRanks = rings.flatMap((ring) => {
    const rank = ranks.find((one) => one.number === ring.number)
    return rank ? [{ hot: ring.hot, path: strand([x.problems + ring.r, ring.y], [x.ranks, rank.y + 6]) }] : []
  })
  const toDecisions = decided.map(({ item, y }) => strand(rankOf(item), [x.decisions - 11, y]))
  const toResources = resourced.map(({ item, y }) => strand([x.decisions + 11, item.y], [x.resources - 16, y]))
  const onward = decided.map(({ item, y }, at): string => {
    const resource = resourced.find((one) => one.item.item.number === item.number)
    return strand(resource ? [x.resources + 16, resource.y] : [x.decisions + 11, y], [
      x.answers,
      answerY(at, decided.length),
    ])
  })
  const pathsOf = (kind: Dot['kind'], hot?: boolean) =>
    dots
      .filter((dot) => dot.kind === kind && (hot === undefined || dot.hot === hot))
      .map((dot) => dot.path)
      .join('')
  return {
    threads: {
      hot: pathsOf('placed', true),
      pale: pathsOf('placed', false),
      exit: pathsOf('exit'),
      waiting: pathsOf('waiting'),
    },
    strands: {
      hot: [...toRanks.filter((one) => one.hot).map((one) => one.path), ...toDecisions, ...toResources, ...onward].join(
        '',
      ),
      pale: toRanks
        .filter((one) => !one.hot)
        .map((one) => one.path)
        .join(''),
    },
    dots: {
      needs: dots.map((dot) => circle(x.needs, dot.y, 2.6)).join(''),
      waiting: dots
        .filter((dot) => dot.kind === 'waiting')
        .map((dot) => circle(62, dot.y, 3.2))
        .join(''),
      exit: dots.some((dot) => dot.kind === 'exit')
        ? Array.from({ length: 8 }, (_, at) => circle(168 + at * 8, exitLine, 2.2)).join('')
        : '',
    },
    rings: { hot: ringsOf(rings, true), pale: ringsOf(rings, false) },
    inside: { hot: insideOf(rings, true), pale: insideOf(rings, false) },
    ranks: {
      hot: ranks
        .filter((rank) => rank.hot)
        .map((rank) => box(x.ranks, rank.y, rank.width, 12))
        .join(''),
      pale: ranks
        .filter((rank) => !rank.hot)
        .map((rank) => box(x.ranks, rank.y, rank.width, 12))
        .join(''),
    },
    stamps: decided.map(({ y }) => box(x.decisions - 11, y - 11, 22, 22)).join(''),
    ticks: decided.map(({ y }) => `M${x.decisions - 5} ${tenth(y)}l4 4 7-7.5`).join(''),
    trefoils: resourced
      .map(
        ({ y }) =>
          circle(x.resources, y - 6, 8) + circle(x.resources - 6, y + 5, 8) + circle(x.resources + 6, y + 5, 8),
      )
      .join(''),
    answered: {
      whole: box(x.answers, top, 14, bar),
      filled: share > 0 ? box(x.answers, top, 14, tenth(bar * share)) : '',
    },
    back: {
      line: `M${x.answers + 22} 35H1190a18 18 0 0 1 18 18V342a18 18 0 0 1-18 18H32a18 18 0 0 1-18-18V${exitLine - 2}`,
      head: `M8 ${exitLine + 5}l6-7 6 7`,
    },
    perDot: perDot(figures),
    exitLabel: dots.some((dot) => dot.kind === 'exit') ? { x: 248, y: exitLine + 5 } : null,
  }
}

export function perDot({ needs, drawn }: Pick<PublicFigures, 'needs' | 'drawn'>): number {
  // A need may be in several problems.
  const most = Math.max(needs.total, ...drawn.map((problem) => problem.needs))
  return Math.max(1, Math.ceil(most / mostDots))
}

function placeRings({ drawn }: PublicFigures): Ring[] {
  const largest = Math.max(1, ...drawn.map((problem) => problem.demand))
  // However alike the problems are, all rings have room under one another.
  const most = Math.min(18, ((bottom - top) / Math.max(1, drawn.length) - 6) / 2)
  const radius = scaleSqrt().domain([0, largest]).range([5, most])
  const sizes = drawn.map((problem) => ({ ...problem, r: tenth(radius(problem.demand)), hot: problem.decided }))
  const taken = sizes.reduce((sum, ring) => sum + ring.r * 2, 0)
  const gap = (bottom - top - taken) / Math.max(1, sizes.length - 1)
  let y = top
  return interleaved(sizes).map((ring) => {
    const placed = { ...ring, y: tenth(y + ring.r) }
    y += ring.r * 2 + Math.min(gap, 18)
    return placed
  })
}

/** Large and small by turns, so that the rings do not read as a ranking: the round ranks. */
function interleaved<Item>(items: Item[]): Item[] {
  const half = Math.ceil(items.length / 2)
  return items.slice(0, half).flatMap((item, at) => [item, ...items.slice(half + at, half + at + 1)])
}

interface Dot {
  kind: 'placed' | 'exit' | 'waiting'
  hot: boolean
  y: number
  path: string
}

function placeDots(figures: PublicFigures, rings: readonly Ring[]): Dot[] {
  const { total, alone, answered } = figures.needs
  const per = perDot(figures)
  const howMany = (needs: number) => (needs === 0 ? 0 : Math.max(1, Math.round(needs / per)))
  const placed = rings.flatMap((ring) =>
    Array.from({ length: howMany(ring.needs) }, (_, at, all = howMany(ring.needs)) => ({
      kind: 'placed' as const,
      ring,
      share: (at + 0.5) / all,
    })),
  )
  const others = [
    ...Array.from({ length: howMany(alone) }, () => ({ kind: 'exit' as const })),
    ...Array.from({ length: howMany(Math.max(0, total - answered)) }, () => ({ kind: 'waiting' as const })),
  ]
  const all = mixed<(typeof placed)[number] | (typeof others)[number]>(placed, others)
  const step = (exitLine - 28 - top) / Math.max(1, all.length - 1)
  return all.map((dot, at): Dot => {
    const y = tenth(top + at * Math.min(step, 12))
    if (dot.kind === 'placed') {
      const to: Point = [x.problems - dot.ring.r, dot.ring.y - dot.ring.r * 0.75 + dot.ring.r * 1.5 * dot.share]
      return { kind: 'placed', hot: dot.ring.hot, y, path: strand([x.needs, y], to) }
    }
    if (dot.kind === 'exit')
      return { kind: 'exit', hot: false, y, path: `M${x.needs} ${y}C84 ${y} 72 ${exitLine} 164 ${exitLine}` }
    return { kind: 'waiting', hot: false, y, path: `M${x.needs} ${y}h45` }
  })
}

/** The second list strewn evenly into the first. */
function mixed<Item>(first: readonly Item[], second: readonly Item[]): Item[] {
  const all = [...first]
  second.forEach((item, at) => {
    all.splice(Math.round(((at + 0.5) * (first.length + second.length)) / second.length), 0, item)
  })
  return all
}

function placeRanks({ round }: PublicFigures, rings: readonly Ring[]) {
  if (!round) return []
  const totals = round.places.map((place) => place.total)
  const width = scaleLinear()
    .domain([Math.min(...totals) * 0.6, Math.max(1, ...totals)])
    .range([14, 104])
  const step = Math.min(28.6, (bottom - top - 12) / Math.max(1, round.places.length - 1))
  return round.places.map((place, at) => ({
    number: place.number,
    y: tenth(top + 2 + at * step),
    width: tenth(width(place.total)),
    hot: rings.some((ring) => ring.number === place.number && ring.hot),
  }))
}

function spread<Item>(items: readonly Item[], from: number, to: number): { item: Item; y: number }[] {
  const step = items.length > 1 ? Math.min(46, (to - from) / (items.length - 1)) : 0
  return items.map((item, at) => ({ item, y: tenth(from + at * step) }))
}

const ringsOf = (rings: readonly Ring[], hot: boolean) =>
  rings
    .filter((ring) => ring.hot === hot)
    .map((ring) => circle(x.problems, ring.y, ring.r))
    .join('')

/** A few dots in each ring: many needs in one problem. */
function insideOf(rings: readonly Ring[], hot: boolean): string {
  return rings
    .filter((ring) => ring.hot === hot)
    .flatMap((ring) => {
      const some = Math.min(5, Math.max(1, ring.needs))
      if (some === 1) return [circle(x.problems, ring.y, 1.8)]
      return Array.from({ length: some }, (_, at) => {
        const angle = (2 * Math.PI * at) / some - Math.PI / 2
        return circle(x.problems + Math.cos(angle) * ring.r * 0.5, ring.y + Math.sin(angle) * ring.r * 0.5, 1.8)
      })
    })
    .join('')
}
