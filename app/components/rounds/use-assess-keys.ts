import { type RefObject, useEffect, useState } from 'react'

const storageKey = 'samsyn-assess-keys'

interface Ways {
  next?: string
  previous?: string
  go: (path: string) => void
}

/**
 * 0–4 choose a step in the criterion that has the focus (or the first open one without a score), N and P go to other problems.
 * Single keys never work inside fields that take text, and can be turned off: the choice is kept in this browser.
 */
export function useAssessKeys(
  form: RefObject<HTMLFormElement>,
  { next, previous, go }: Ways,
): { on: boolean; turn: () => void } {
  const [on, setOn] = useState(true)
  useEffect(() => setOn(localStorage.getItem(storageKey) !== 'off'), [])
  useEffect(() => {
    if (!on) return
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return
      if (/^[0-4]$/.test(event.key)) choose(form.current, event.key)
      // The keys are shown as capitals, and are so where Caps Lock is on.
      else if (event.key.toLowerCase() === 'n' && next) go(next)
      else if (event.key.toLowerCase() === 'p' && previous) go(previous)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [on, form, next, previous, go])
  return {
    on,
    turn: () => {
      localStorage.setItem(storageKey, on ? 'off' : 'on')
      setOn(!on)
    },
  }
}

function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.matches('textarea, select, [contenteditable]') ||
    (target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(target.type))
  )
}

function choose(form: HTMLFormElement | null, step: string) {
  const focused = document.activeElement?.closest<HTMLDetailsElement>('details.criterion')
  const open = [...(form?.querySelectorAll<HTMLDetailsElement>('details.criterion[open]') ?? [])]
  const criterion = focused ?? open.find((one) => !one.querySelector('input:checked')) ?? open[0]
  const radio = criterion?.querySelector<HTMLInputElement>(`input[type=radio][value="${step}"]`)
  if (!criterion || !radio) return
  criterion.open = true
  radio.focus()
  radio.click()
}
