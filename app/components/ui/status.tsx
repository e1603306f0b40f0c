import type { ReactNode } from 'react'
import { Glyph, type GlyphName } from './glyph.tsx'

/** Where a thing is on the line; each noun maps its own states to these. */
export type StatusStep = 'proposed' | 'open' | 'in-round' | 'decided' | 'in-progress' | 'resolved' | 'parked' | 'late'

const signs: Record<StatusStep, GlyphName> = {
  proposed: 'step0',
  open: 'step1',
  'in-round': 'step2',
  decided: 'step3',
  'in-progress': 'step4',
  resolved: 'step5',
  parked: 'pause',
  late: 'late',
}

/** The ring fills as the thing moves along the line. The words carry the meaning; the ring repeats it. */
export function Status({ step, children }: { step: StatusStep; children: ReactNode }) {
  return (
    <span className={`status status--${step}`}>
      <Glyph name={signs[step]} />
      {children}
    </span>
  )
}
