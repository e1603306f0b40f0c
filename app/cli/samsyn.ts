/** `samsyn <noun> <command> …`: the command line. Each command is loaded only when it is asked for. */
type Run = (args: string[]) => Promise<void>

const commands: Record<string, () => Promise<Run>> = {
  person: async () => (await import('./person.ts')).person,
  prepare: async () => (await import('./prepare.ts')).prepare,
  search: async () => (await import('./search.ts')).search,
  similarity: async () => (await import('./similarity.ts')).similarity,
  trail: async () => (await import('./trail.ts')).trail,
}

const [noun = '', ...args] = process.argv.slice(2)
const load = commands[noun]
if (!load) {
  process.stderr.write(`Usage: samsyn ${Object.keys(commands).join('|')} …\n`)
  process.exit(2)
}
const run = await load()
await run(args)
// Worker threads would keep the process alive.
process.exit()

export {}
