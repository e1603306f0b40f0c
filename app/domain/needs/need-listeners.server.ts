type Listener = (needId: string) => Promise<void>

const listeners: Listener[] = []

/**
 * Asks to be told when a need begins or ceases to count, or another organisation shares it: called inside the
 * command's transaction, so that counts of later nouns are right when it commits. Returns how to stop listening.
 */
export function onNeedChanged(listener: Listener): () => void {
  listeners.push(listener)
  return () => {
    listeners.splice(listeners.indexOf(listener), 1)
  }
}

/** Told by every command of this noun, once, after its writes. */
export async function needChanged(needId: string): Promise<void> {
  for (const listener of listeners) await listener(needId)
}
