/** `npm start`: builds what has changed, migrates, fills an empty demonstration, and serves. */
import { buildWhereStale, run } from './build.ts'

const port = Number(process.env.PORT ?? 3000)
const host = process.env.HOST ?? (process.env.NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1')

buildWhereStale()
process.env.NODE_ENV ??= 'production'
run('Preparing the database', 'node_modules/tsx/dist/cli.mjs', ['app/cli/samsyn.ts', 'prepare'])
const { serve } = await import('./server.ts')
await serve(port, host)
process.stdout.write(`\nSamsyn: http://${host === '0.0.0.0' ? 'localhost' : host}:${port}\n`)
