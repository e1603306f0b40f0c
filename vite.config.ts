import path from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixOptions from './remix.config.js'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig({
  plugins: [remix(remixOptions)],
  resolve: { alias: { '~': path.resolve('app') } },
  server: { port: Number(process.env.PORT ?? 3000), host: '127.0.0.1' },
  // Native modules run on the server alone.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: { target: 'es2022', assetsInlineLimit: 0 },
})
