/** Serves a freshly filled demonstration from a folder that is thrown away, for the browser tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const folder = mkdtempSync(path.join(os.tmpdir(), 'samsyn-browser-'))
process.env.SAMSYN_DATA = folder
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
await import('../../app/cli/start.ts')
