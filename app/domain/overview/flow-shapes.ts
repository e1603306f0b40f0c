import { linkHorizontal } from 'd3-shape'

export type Point = [number, number]
const curve = linkHorizontal<{ source: Point; target: Point }, Point>()
  .x((point) => point[0])
  .y((point) => point[1])
/** A curve between two points that leaves and arrives level, as path data. */
export const strand = (source: Point, target: Point) =>
  curve({ source: source.map(tenth) as Point, target: target.map(tenth) as Point }) ?? ''
export const tenth = (value: number) => Math.round(value * 10) / 10
export const circle = (cx: number, cy: number, r: number) =>
  `M${tenth(cx - r)} ${tenth(cy)}a${r} ${r} 0 1 0 ${r * 2} 0a${r} ${r} 0 1 0 ${-r * 2} 0`
export const box = (left: number, y: number, width: number, height: number) =>
  `M${tenth(left)} ${tenth(y)}h${tenth(width)}v${height}h${tenth(-width)}z`
