/** Says why a command was not done and ends with 2 when it has run out. */
export function refuse(text: string): void {
  process.stderr.write(text)
  process.exitCode = 2
}

const plain = ['BackupRefused', 'MoveRefused', 'NotConfigured']

/** Runs `work`; what it refuses is said in one sentence, without a stack. Returns whether it was done. */
export async function plainly(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (!(error instanceof Error && plain.includes(error.constructor.name))) throw error
    refuse(`${error.message}\n`)
    return false
  }
}
