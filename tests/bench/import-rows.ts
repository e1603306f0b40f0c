/** A network's list of 5,000 rows, from the file to the last need. */
import type { MeasuredServer } from './measured-server.ts'
import type { Visitor } from '../support/visitor.ts'

const rowCount = 5_000

export async function importFiveThousand(server: MeasuredServer, say: (line: string) => void, visitor: Visitor) {
  await server.watched()
  const started = performance.now()
  const location = await upload(visitor)
  const columns = await visitor.post(
    `${location}/columns`,
    new URLSearchParams(fieldsOf(await page(visitor, `${location}/columns`))),
  )
  if (columns.status >= 400) throw new Error(`The columns were not taken: ${columns.status}`)
  await untilChecked(visitor, location)
  const judged = performance.now()
  const run = await visitor.post(`${location}/run`, new URLSearchParams())
  if (run.status >= 400) throw new Error(`The import did not start: ${run.status}`)
  await untilDone(visitor, location)
  const done = performance.now()
  const { loopMaxMs, loopP99Ms, rssMb } = await server.watched()
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1)
  say(
    `Import of ${rowCount} rows: ${seconds(started, judged)} s to read and judge, ${seconds(judged, done)} s to run; ` +
      `event loop blocked at most ${loopMaxMs} ms (p99 ${loopP99Ms} ms), ${rssMb} MB`,
  )
}

async function upload(visitor: Visitor): Promise<string> {
  const lines = ['Behov;Beskrivning;Organisation;Referens']
  for (let at = 0; at < rowCount; at++)
    lines.push(
      `Mätrad ${at}: register nummer ${at % 317} går inte att dela;Vi vill dela register ${at % 317} med ${at % 29} andra men vet inte hur villkoren ska skrivas, rad ${at}.;Ekvalla kommun;BENCH-${at}`,
    )
  const form = new FormData()
  const start = await page(visitor, '/imports')
  const network =
    start.match(/name="network"[^>]*value="([0-9a-z]+)"/)?.[1] ?? start.match(/<option[^>]*value="([0-9a-z]{20})"/)?.[1]
  form.set('network', network ?? '')
  form.set('file', new Blob([lines.join('\n')], { type: 'text/csv' }), 'lista.csv')
  const answer = await visitor.post('/imports', form)
  const location = answer.headers.get('location')?.replace(/\/columns$/, '')
  if (!location) throw new Error(`The file was not taken: ${answer.status}`)
  return location
}

async function page(visitor: Visitor, path: string): Promise<string> {
  return (await visitor.get(path)).text()
}

/** The select fields of a page with what is chosen in them. */
function fieldsOf(html: string): [string, string][] {
  return [...html.matchAll(/<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)].map(([, name, options]) => [
    name as string,
    options
      ?.match(/<option[^>]*selected=""[^>]*value="([^"]*)"|<option[^>]*value="([^"]*)"[^>]*selected=""/)
      ?.slice(1)
      .find(Boolean) ?? '',
  ])
}

/** Rows are judged by a job; the button that submits them is there when it has ended. */
async function untilChecked(visitor: Visitor, location: string) {
  for (let attempt = 0; attempt < 360; attempt++) {
    if ((await page(visitor, `${location}/preview`)).includes('run-import')) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('The check did not end within three minutes')
}

async function untilDone(visitor: Visitor, location: string) {
  for (let attempt = 0; attempt < 360; attempt++) {
    const html = await page(visitor, location)
    // The report is there to download when the last row is done.
    if (html.includes('report.csv')) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('The import did not end within three minutes')
}
