/**
 * Figures of what a reader waits for, in Chromium slowed down four times: largest contentful paint, layout shift, the
 * slowest answer to a key or click, and the scripts and styles it loads (compressed, without headers). `VITALS_URL` is a demonstration that is already served. Asserts nothing.
 */
import { type Browser, chromium, type Page } from '@playwright/test'
import { loadedBytes, signInAs } from '../e2e/support.ts'

const url = process.env.VITALS_URL ?? 'http://127.0.0.1:3000'
const runs = Number(process.env.VITALS_RUNS ?? 3)
const slowDown = 4
const pages: [who: string | null, path: string][] = [
  [null, '/'],
  [null, '/needs'],
  [null, '/problems'],
  [null, '/problems/5'],
  [null, '/rounds/1/result'],
  [null, '/decisions/2026-0103'],
  [null, '/search?q=metadata'],
  ['Tove Hagman', '/'],
  ['Ingrid Ståhl', '/inbox'],
  ['Ingrid Ståhl', '/problems/16'],
  ['Sara Wikner', '/rounds/2/assessment/11'],
]

interface Vitals {
  lcp: number
  cls: number
  inp: number
  scriptBytes: number
  styleBytes: number
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  process.stdout.write(
    `${slowDown}× slower, median of ${runs}\npage · LCP ms · CLS · INP ms · scripts kB · styles kB\n`,
  )
  for (const [who, path] of pages) {
    const measured: Vitals[] = []
    for (let run = 0; run < runs; run += 1) measured.push(await vitalsOf(browser, who, path))
    const median = (of: keyof Vitals) =>
      measured.map((one) => one[of]).sort((a, b) => a - b)[Math.floor(runs / 2)] as number
    const kilobytes = (of: 'scriptBytes' | 'styleBytes') => (median(of) / 1000).toFixed(1)
    process.stdout.write(
      `${path} ${who ?? 'anyone'} · ${Math.round(median('lcp'))} · ${median('cls').toFixed(3)} · ${Math.round(median('inp'))} · ${kilobytes('scriptBytes')} · ${kilobytes('styleBytes')}\n`,
    )
  }
} finally {
  await browser.close()
}

async function vitalsOf(from: Browser, who: string | null, path: string): Promise<Vitals> {
  const context = await from.newContext({ baseURL: url, locale: 'sv-SE', viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  if (who) await signInAs(page, who)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
  // The compiler wraps named functions in a helper of its own, which the page lacks.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(observe)
  await page.goto(path, { waitUntil: 'networkidle' })
  // The page's own keys and fields, then the way on by tab: each is timed by the browser.
  for (const key of ['Tab', 'Tab', 'Tab', 'j', 'Tab']) await page.keyboard.press(key, { delay: 40 })
  const field = page.locator('main :is(input[type=search], textarea):visible').first()
  if ((await field.count()) > 0) await field.pressSequentially('abc', { delay: 60 })
  await page.waitForTimeout(400)
  const vitals = await readVitals(page)
  await context.close()
  return vitals
}

async function readVitals(page: Page): Promise<Vitals> {
  const { scripts, styles } = await loadedBytes(page)
  const vitals = await page.evaluate(
    () => (window as unknown as { vitals: Pick<Vitals, 'lcp' | 'cls' | 'inp'> }).vitals,
  )
  return { ...vitals, scriptBytes: scripts, styleBytes: styles }
}

/** Runs in the page before anything else. */
function observe() {
  const vitals = { lcp: 0, cls: 0, inp: 0 }
  Object.assign(window, { vitals })
  const watch = (type: string, take: (entry: PerformanceEntry) => void, more: object = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more })
  watch('largest-contentful-paint', (entry) => {
    vitals.lcp = entry.startTime
  })
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
    if (!hadRecentInput) vitals.cls += value
  })
  watch(
    'event',
    (entry) => {
      if ((entry as PerformanceEntry & { interactionId: number }).interactionId)
        vitals.inp = Math.max(vitals.inp, entry.duration)
    },
    { durationThreshold: 16 },
  )
}
