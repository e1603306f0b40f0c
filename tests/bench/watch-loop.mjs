// Loaded into the measured server: says on SIGUSR2 how long its event loop was blocked and how much memory it holds.
import { monitorEventLoopDelay } from 'node:perf_hooks'

const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
process.on('SIGUSR2', () => {
  const report = {
    loopMaxMs: Math.round(delay.max / 1e6),
    loopP99Ms: Math.round(delay.percentile(99) / 1e6),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  }
  process.stdout.write(`watch ${JSON.stringify(report)}\n`)
  delay.reset()
})
