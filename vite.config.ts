import { existsSync } from 'node:fs'
import path from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'
import remixOptions from './remix.config.js'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/**
 * Texts travel with the modules that use them. Where a browser module holds a key such as 'needs.…', also one that
 * it chooses between two before it asks for the text, it first loads the texts of `needs`, in the language of the
 * document alone: a page fetches a fraction of one catalogue, not two.
 */
function textsWithModules(): Plugin {
  const prefix = 'virtual:texts/'
  const asked = /['"`](\w+)\.[\w$]/g
  const file = (locale: string, noun: string) => path.resolve('app/i18n', locale, `${noun}.ts`)
  return {
    name: 'samsyn-texts-with-modules',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined
      const noun = id.slice(prefix.length + 1)
      const imported = (locale: string) => `import(${JSON.stringify(file(locale, noun))})`
      return {
        moduleSideEffects: true,
        code: `import { addTexts } from ${JSON.stringify(path.resolve('app/i18n/translators.ts'))}
          const english = document.documentElement.lang === 'en'
          const texts = await (english ? ${imported('en')} : ${imported('sv')})
          addTexts(english ? 'en' : 'sv', ${JSON.stringify(noun)}, texts.default)`,
      }
    },
    transform(code, id, options) {
      if (options?.ssr || !/\/app\/.*\.tsx?$/.test(id) || /\.server\./.test(id)) return undefined
      const nouns = new Set([...code.matchAll(asked)].map((match) => match[1] as string))
      // What a command refuses comes as a key, and is said here.
      if (id.endsWith('/ui/error-summary.tsx')) nouns.add('refusals')
      const known = [...nouns].filter((noun) => existsSync(file('sv', noun)))
      if (known.length === 0) return undefined
      return { code: `${known.map((noun) => `import '${prefix}${noun}';`).join('')}${code}`, map: null }
    },
  }
}

export default defineConfig({
  plugins: [textsWithModules(), remix(remixOptions)],
  resolve: { alias: { '~': path.resolve('app') } },
  server: { port: Number(process.env.PORT ?? 3000), host: '127.0.0.1' },
  // Native modules run on the server alone.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: { target: 'es2022', assetsInlineLimit: 0 },
})
