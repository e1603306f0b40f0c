/** `samsyn <noun> <command> …`: the command line. Each command is loaded only when it is asked for. */
import { plainly } from './plainly.ts'

type Run = (args: string[]) => Promise<void>

const commands: Record<string, () => Promise<Run>> = {
  backup: async () => (await import('./backup.ts')).backup,
  move: async () => (await import('./move.ts')).move,
  organisation: async () => (await import('./organisation.ts')).organisation,
  person: async () => (await import('./person.ts')).person,
  prepare: async () => (await import('./prepare.ts')).prepare,
  restore: async () => (await import('./backup.ts')).restore,
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
await plainly(() => run(args))
// Worker threads would keep the process alive.
process.exit()
