/**
 * Ends this turn of the event loop. SQLite answers within the turn, so work that only waits for it never ends one by itself,
 * and nobody else is answered until it is done.
 */
export const letOthersRun = () => new Promise<void>((resolve) => setImmediate(resolve))
