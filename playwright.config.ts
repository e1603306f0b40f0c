import { defineConfig } from '@playwright/test'

const port = Number(process.env.E2E_PORT ?? 4390)

export default defineConfig({
  testDir: 'tests/e2e',
  // One seeded site for all. Each journey makes what it changes; the tests of one file go in order.
  workers: 2,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'site', testMatch: '**/*.spec.ts', testIgnore: '**/hostile-texts.spec.ts' },
    // Leaves some eighty needs behind, so it comes last.
    { name: 'hostile', testMatch: '**/hostile-texts.spec.ts', dependencies: ['site'] },
  ],
  webServer: {
    command: 'node --import tsx tests/support/serve-demonstration.ts',
    url: `http://127.0.0.1:${port}/health`,
    timeout: 240_000,
    reuseExistingServer: !process.env.CI,
    env: { PORT: String(port), DEMO: '1', LOG_LEVEL: 'error' },
  },
})
