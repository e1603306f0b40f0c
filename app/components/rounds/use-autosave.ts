import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

const restMs = 900

/** `before`: saved on another visit, perhaps another day. */
export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string; before: boolean }
  | { kind: 'failed' }

/**
 * Saves a form as one goes: at once when something is chosen, a moment after the last key when something is written.
 * Sent is what has changed since it was last saved here, criterion by criterion: a save that was overtaken is contained in
 * the next one, and what was written in another window stays. Whoever goes on to another problem before the moment is over
 * has it saved on leaving.
 */
export function useAutosave(form: RefObject<HTMLFormElement>, address: string, savedAt: string | null): SaveState {
  const [state, setState] = useState<SaveState>(
    savedAt ? { kind: 'saved', at: savedAt, before: true } : { kind: 'untouched' },
  )
  const asked = useRef(0)
  const known = useRef<Map<string, string>>()
  const save = useCallback(
    async (element: HTMLFormElement) => {
      const turn = ++asked.current
      setState({ kind: 'saving' })
      const changed = changedIn(textOf(element), known.current ?? new Map())
      const answered = await fetch(address, {
        method: 'POST',
        body: new URLSearchParams(changed),
      })
        .then(async (response) => (response.ok ? ((await response.json()) as { savedAt: string }) : null))
        .catch(() => null)
      if (answered)
        for (const [name, value] of changed) {
          known.current?.set(name, value)
          const was = element.elements.namedItem(`was-${name}`)
          if (was instanceof HTMLInputElement) was.value = value
        }
      if (turn === asked.current)
        setState(answered ? { kind: 'saved', at: answered.savedAt, before: false } : { kind: 'failed' })
    },
    [address],
  )
  useEffect(() => {
    const element = form.current
    if (!element) return
    known.current = new Map(textOf(element))
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = () => {
      clearTimeout(timer)
      timer = undefined
    }
    const changed = (event: Event) => {
      stop()
      const chosen = event.target instanceof HTMLInputElement && event.target.type === 'radio'
      timer = setTimeout(
        () => {
          timer = undefined
          save(element)
        },
        chosen ? 0 : restMs,
      )
    }
    element.addEventListener('input', changed)
    element.addEventListener('submit', stop)
    return () => {
      if (timer !== undefined) save(element)
      stop()
      element.removeEventListener('input', changed)
      element.removeEventListener('submit', stop)
    }
  }, [form, save])
  return state
}

/** What is given in the form, without what it says of how things were. */
function textOf(form: HTMLFormElement): [string, string][] {
  const all = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)])
  return all.filter(([name]) => !name.startsWith('was-'))
}

/** The fields of each criterion of which a field is not as it was. */
function changedIn(fields: [string, string][], known: ReadonlyMap<string, string>): [string, string][] {
  const criterionOf = (name: string) => name.slice(name.indexOf('-') + 1)
  const changed = new Set(
    fields.filter(([name, value]) => known.get(name) !== value).map(([name]) => criterionOf(name)),
  )
  return fields.filter(([name]) => changed.has(criterionOf(name)))
}
