// Loaded into the measured server: says on SIGUSR2 how long its event loop was blocked, how much processor time it has
// used since it was last asked, and how much memory it holds.
import { monitorEventLoopDelay } from 'node:perf_hooks'

const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
let used = process.cpuUsage()
process.on('SIGUSR2', () => {
  const { user, system } = process.cpuUsage(used)
  used = process.cpuUsage()
  const report = {
    cpuMs: Math.round((user + system) / 1000),
    loopMaxMs: Math.round(delay.max / 1e6),
    loopP99Ms: Math.round(delay.percentile(99) / 1e6),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  }
  process.stdout.write(`watch ${JSON.stringify(report)}\n`)
  delay.reset()
})
