import { type RefObject, useEffect, useState } from 'react'

const restMs = 1200

export interface DraftState {
  /** When it was saved last, as an instant in text; null when it could not be. */
  savedAt: string | null
  failed: boolean
}

/** Saves what is written as it is written, a moment after the last key. Never loses anything: what fails stays in the form. */
export function useAutosave(form: RefObject<HTMLFormElement>, address: string, savedAt: string): DraftState {
  const [state, setState] = useState<DraftState>({ savedAt, failed: false })
  useTyped(form, restMs, async (fields, signal) => {
    try {
      const answer = await fetch(address, { method: 'POST', body: fields, signal })
      const saved = answer.ok ? ((await answer.json()) as { savedAt: string }) : null
      setState((before) => (saved ? { savedAt: saved.savedAt, failed: false } : { ...before, failed: true }))
    } catch {
      if (!signal.aborted) setState((before) => ({ ...before, failed: true }))
    }
  })
  return state
}

/** Asks for what is like the words while they are written; undefined until there is an answer. */
export function useWhileTyping<Answer>(
  form: RefObject<HTMLFormElement>,
  address: string,
  wanted: boolean,
): Answer | undefined {
  const [answer, setAnswer] = useState<Answer>()
  useTyped(form, 500, async (fields, signal) => {
    if (!wanted) return
    try {
      const response = await fetch(address, { method: 'POST', body: fields, signal })
      if (response.ok) setAnswer((await response.json()) as Answer)
    } catch {
      // Likeness is a help that the form does without.
    }
  })
  return answer
}

/** Calls `work` with the fields when the typing has rested; a later call ends an earlier one that has not answered. */
function useTyped(
  form: RefObject<HTMLFormElement>,
  rest: number,
  work: (fields: URLSearchParams, signal: AbortSignal) => void,
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the work reads only what does not change while the page stands
  useEffect(() => {
    const element = form.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let running = new AbortController()
    const typed = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        running.abort()
        running = new AbortController()
        work(
          new URLSearchParams([...new FormData(element)].map(([name, value]) => [name, String(value)])),
          running.signal,
        )
      }, rest)
    }
    const stop = () => {
      clearTimeout(timer)
      running.abort()
    }
    element.addEventListener('input', typed)
    element.addEventListener('submit', stop)
    return () => {
      stop()
      element.removeEventListener('input', typed)
      element.removeEventListener('submit', stop)
    }
  }, [form, rest])
}
