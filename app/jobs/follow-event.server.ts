/** What follows an event once it is committed: search, notices and suggestions learn of it. */
export async function followEvent(_seq: number): Promise<void> {}
