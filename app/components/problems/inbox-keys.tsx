import { useEffect, useState } from 'react'
import { Button } from '~/components/ui/button.tsx'
import { Section } from '~/components/ui/section.tsx'
import { useI18n } from '~/i18n/i18n.tsx'

const storageKey = 'samsyn.inboxKeys'

/** Whether single keys work here. The choice is kept in the browser; before it is known they do not. */
export function useKeysOn(): [on: boolean | null, turn: (on: boolean) => void] {
  const [on, setOn] = useState<boolean | null>(null)
  useEffect(() => setOn(localStorage.getItem(storageKey) !== 'off'), [])
  return [
    on,
    (wanted) => {
      localStorage.setItem(storageKey, wanted ? 'on' : 'off')
      setOn(wanted)
    },
  ]
}

/** Moves among the cases and answers the one that has the keyboard. Never inside a field, never with a modifier. */
export function useInboxKeys(on: boolean, count: number, current: number, setCurrent: (at: number) => void): void {
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (
        event.metaKey ||
        event.ctrlKey ||
        event.altKey ||
        target.closest('input, textarea, select, [contenteditable], dialog')
      )
        return
      const key = event.key.toLowerCase()
      const cases = document.querySelectorAll<HTMLElement>('article.case')
      const move = (to: number) => {
        setCurrent(to)
        cases[to]?.querySelector<HTMLElement>('a, button')?.focus()
        cases[to]?.scrollIntoView({ block: 'nearest' })
      }
      if (key === 'j') move(Math.min(current + 1, count - 1))
      else if (key === 'k') move(Math.max(current - 1, 0))
      else if (key === 'z') document.querySelector<HTMLElement>('.undo button')?.click()
      else if (key === 'g' || key === 'a' || key === 'x')
        cases[current]?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on, count, current, setCurrent])
}

/** The list of keys, and how to turn them off. Without scripts there are none, and nothing is shown. */
export function InboxKeys({ on, turn }: { on: boolean | null; turn: (on: boolean) => void }) {
  const { t } = useI18n()
  if (on === null) return null
  const keys = [
    { names: ['J', 'K'], text: t('problems.inbox.keyNext') },
    { names: ['G'], text: t('problems.inbox.keyYes') },
    { names: ['A'], text: t('problems.inbox.keyChange') },
    { names: ['X'], text: t('problems.inbox.keyNo') },
    { names: ['Z'], text: t('problems.inbox.keyUndo') },
  ]
  return (
    <Section full title={t('problems.inbox.keys')}>
      {on && (
        <dl className="keys">
          {keys.map(({ names, text }) => (
            <div key={text} className="keys__row">
              <dt>
                {names.map((name) => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>
        <Button type="button" small variant="tertiary" onClick={() => turn(!on)}>
          {t(on ? 'problems.inbox.keysOff' : 'problems.inbox.keysOn')}
        </Button>
      </p>
    </Section>
  )
}
