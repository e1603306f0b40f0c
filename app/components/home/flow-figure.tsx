import { useId } from 'react'
import type { FlowPicture } from '~/domain/overview/flow-picture.ts'
import { useI18n } from '~/i18n/i18n.tsx'

interface Props {
  picture: FlowPicture
  /** Needs of one organisation alone, written where their thread ends. */
  alone: number
}

/** The way from need to answer, drawn from the figures. Hidden on phones, where the stations stand under one another. */
export function FlowFigure({ picture, alone }: Props) {
  const { t } = useI18n()
  const id = useId()
  return (
    <svg
      className="flow__picture"
      viewBox="0 0 1216 366"
      width="1216"
      height="366"
      role="img"
      aria-labelledby={`${id}t ${id}d`}
    >
      <title id={`${id}t`}>{t('home.flow.title')}</title>
      <desc id={`${id}d`}>{t('home.flow.desc')}</desc>
      <path className="thread" d={picture.threads.pale + picture.threads.waiting} />
      <path className="thread thread--exit" d={picture.threads.exit} />
      <path className="thread thread--hot" d={picture.threads.hot} />
      <path className="strand" d={picture.strands.pale} />
      <path className="strand strand--hot" d={picture.strands.hot} />
      <path className="answer" d={picture.back.line} />
      <path className="answer answer--head" d={picture.back.head} />
      <path className="dot-need" d={picture.dots.needs} />
      <path className="dot-exit" d={picture.dots.exit} />
      <path className="dot-new" d={picture.dots.waiting} />
      <path className="ring" d={picture.rings.pale} />
      <path className="ring ring--hot" d={picture.rings.hot} />
      <path className="dot-in" d={picture.inside.pale} />
      <path className="dot-in is-hot" d={picture.inside.hot} />
      <path className="rank" d={picture.ranks.pale} />
      <path className="rank rank--hot" d={picture.ranks.hot} />
      <path className="stamp" d={picture.stamps} />
      <path className="tick-mark" d={picture.ticks} />
      <path className="trefoil-line" d={picture.trefoils} />
      <path className="rank" d={picture.answered.whole} />
      <path className="rank rank--hot" d={picture.answered.filled} />
      {picture.exitLabel && (
        <text className="note" x={picture.exitLabel.x} y={picture.exitLabel.y}>
          {t('home.flow.exit', { count: alone })}
        </text>
      )}
      <text className="note" x={1190} y={348} textAnchor="end">
        {t('home.flow.back')}
      </text>
    </svg>
  )
}
