import { type RefObject, useEffect, useRef, useState } from 'react'

const restMs = 1200

interface Saved {
  /** When it was saved last, as an instant in text. */
  savedAt: string
  /** What the page said then, in short. */
  seen: string
}
/** Why what was written last is not saved. */
export type NotSaved = 'notSaved' | 'changedMeanwhile'

/**
 * Saves what is written as it is written, a moment after the last key or when the page is left before that, unless
 * `paused`. Never loses anything: what fails stays in the form.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement>,
  address: string,
  { savedAt, seen }: Saved,
  paused: boolean,
): Saved & { failed?: NotSaved } {
  const [state, setState] = useState<Saved & { failed?: NotSaved }>({ savedAt, seen })
  useEffect(() => setState({ savedAt, seen }), [savedAt, seen])
  const save = async (fields: URLSearchParams, signal: AbortSignal, leaving: boolean) => {
    if (paused) return
    const fail = (failed: NotSaved) => setState((before) => ({ ...before, failed }))
    try {
      const answer = await fetch(address, { method: 'POST', body: fields, signal, keepalive: leaving })
      const said = (await answer.json()) as Saved | { stale: boolean }
      if ('seen' in said) setState(said)
      else fail(said.stale ? 'changedMeanwhile' : 'notSaved')
    } catch {
      if (!signal.aborted) fail('notSaved')
    }
  }
  useTyped(form, restMs, save, { atLast: true })
  return state
}

/** What was answered to the words as they stood, and whether there were any. */
interface Answered<Answer> {
  answer: Answer
  written: boolean
}

/** Asks for what is like the title and the description while they are written; undefined until there is an answer. */
export function useWhileTyping<Answer>(
  form: RefObject<HTMLFormElement>,
  address: string,
  wanted: boolean,
): Answered<Answer> | undefined {
  const [answered, setAnswered] = useState<Answered<Answer>>()
  useTyped(form, 500, async (fields, signal) => {
    if (!wanted) return
    try {
      const response = await fetch(address, { method: 'POST', body: fields, signal })
      const written = ['title', 'description'].some((field) => fields.get(field)?.trim())
      if (response.ok) setAnswered({ answer: (await response.json()) as Answer, written })
    } catch {
      // Likeness is a help that the form does without.
    }
  })
  return answered
}

/**
 * Calls `work` with the fields when the typing has rested; a later call ends an earlier one that has not answered. With
 * `atLast` also when the page is left before it has rested.
 */
function useTyped(
  form: RefObject<HTMLFormElement>,
  rest: number,
  work: (fields: URLSearchParams, signal: AbortSignal, leaving: boolean) => void,
  { atLast = false } = {},
) {
  const latest = useRef(work)
  latest.current = work
  useEffect(() => {
    const element = form.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let running = new AbortController()
    const send = (leaving: boolean) => {
      timer = undefined
      running.abort()
      running = new AbortController()
      latest.current(
        new URLSearchParams([...new FormData(element)].map(([name, value]) => [name, String(value)])),
        running.signal,
        leaving,
      )
    }
    const typed = () => {
      clearTimeout(timer)
      timer = setTimeout(send, rest, false)
    }
    const stop = () => {
      clearTimeout(timer)
      timer = undefined
      running.abort()
    }
    const leave = () => {
      if (timer === undefined) return
      clearTimeout(timer)
      send(true)
    }
    element.addEventListener('input', typed)
    element.addEventListener('submit', stop)
    if (atLast) window.addEventListener('pagehide', leave)
    return () => {
      // What is on its way is let arrive.
      if (atLast) leave()
      else stop()
      element.removeEventListener('input', typed)
      element.removeEventListener('submit', stop)
      window.removeEventListener('pagehide', leave)
    }
  }, [form, rest, atLast])
}
