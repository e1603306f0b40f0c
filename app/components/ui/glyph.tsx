export type GlyphName =
  | 'logo'
  | 'need'
  | 'problem'
  | 'round'
  | 'decision'
  | 'group'
  | 'initiative'
  | 'reply'
  | 'state'
  | 'region'
  | 'municipality'
  | 'other'
  | 'step0'
  | 'step1'
  | 'step2'
  | 'step3'
  | 'step4'
  | 'step5'
  | 'pause'
  | 'late'
  | 'info'
  | 'search'
  | 'plus'
  | 'minus'
  | 'chevron'
  | 'lock'
  | 'twin'

/** A sign from the sprite. Always stands before a word, so it is hidden from assistive technology. */
export function Glyph({ name, className = 'glyph' }: { name: GlyphName; className?: string }) {
  return (
    <svg className={className} aria-hidden="true" focusable="false">
      <use href={`#g-${name}`} />
    </svg>
  )
}
