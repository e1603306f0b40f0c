import { readFileSync } from 'node:fs'
import path from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'
import { sv } from './app/i18n/catalogue.ts'
import { en } from './app/i18n/catalogue-en.ts'
import remixOptions from './remix.config.js'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

const catalogues: Record<'sv' | 'en', Record<string, Record<string, unknown>>> = { sv, en }
/** Letters from which a section of a noun is worth a file of its own. */
const largeSection = 500

/**
 * Texts travel with the modules that use them. Where a browser module holds a key such as 'needs.form.…', also one that
 * it chooses between two before it asks for the text, it first loads the texts of `needs`, in the language of the
 * document alone, and its large section `form`: a page fetches a fraction of one catalogue, not two.
 */
function textsWithModules(): Plugin {
  const prefix = 'virtual:texts/'
  const formsOf = /from '(?:~\/|\.\/)([\w/-]*\b(?:forms?|input)\b[\w-]*\.ts)'/g
  /** The code and that of the forms that it reads, and of what those are made of. */
  const withForms = (code: string, folder: string): string =>
    [...code.matchAll(formsOf)].reduce((whole, [said, file = '']) => {
      const read = said.includes("'./") ? path.join(folder, file) : path.resolve('app', file)
      return `${whole}\n${withForms(readFileSync(read, 'utf8'), path.dirname(read))}`
    }, code)
  const asked = /['"`](\w+)\.(\w*)(\$?)/g
  const isLarge = (texts: unknown) => typeof texts === 'object' && JSON.stringify(texts).length >= largeSection
  const largeOf = (noun: string) =>
    Object.keys(catalogues.sv[noun] ?? {}).filter((section) => isLarge(catalogues.sv[noun]?.[section]))
  /** One section, or what is left beside the large ones. */
  const textsOf = (locale: 'sv' | 'en', noun: string, section: string) => {
    const large = largeOf(noun)
    return Object.fromEntries(
      Object.entries(catalogues[locale][noun] ?? {}).filter(([key]) =>
        section ? key === section : !large.includes(key),
      ),
    )
  }
  return {
    name: 'samsyn-texts-with-modules',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined
      const [noun = '', section = '', locale] = id.slice(prefix.length + 1).split('/')
      if (locale === 'sv' || locale === 'en') return `export default ${JSON.stringify(textsOf(locale, noun, section))}`
      const imported = (of: string) => `import(${JSON.stringify(`${prefix}${noun}/${section}/${of}`)})`
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
      const wanted = new Set<string>()
      // Where the section is only known when it is asked for, any of them may be.
      const want = (noun: string, start: string, open: boolean) => {
        wanted.add(`${noun}/`)
        for (const section of largeOf(noun))
          if (section === start || (open && section.startsWith(start))) wanted.add(`${noun}/${section}`)
      }
      // What a form finds wrong comes as a key from the server, which alone reads the form.
      const whole = id.includes('/app/routes/') ? withForms(code, path.dirname(id)) : code
      for (const [, noun = '', start = '', dollar] of whole.matchAll(asked))
        if (Object.hasOwn(sv, noun)) want(noun, start, dollar === '$')
      // So does what a command refuses, and what is wrong with any form: they are said here.
      if (id.endsWith('/ui/error-summary.tsx')) {
        want('refusals', '', true)
        want('common', 'form', false)
      }
      if (wanted.size === 0) return undefined
      return { code: `${[...wanted].map((one) => `import '${prefix}${one}';`).join('')}${code}`, map: null }
    },
  }
}

const framework =
  /\/node_modules\/(@remix-run|react|react-dom|react-router|react-router-dom|scheduler|turbo-stream|i18next)\//
/** Small modules that most pages use: one file compresses better than forty, and is asked for once. */
const shared =
  /\/app\/(components\/(ui\/(breadcrumb|button|class-names|csv-link|disclosure|empty-state|glyph|marks|notice|page-head|page|prose|row|said|section|sort-link|status|table|time)|errors\/.*|site\/.*)|i18n\/(i18n|format|page-title|translators?|translate)|http\/(paths|nonce)|error-layout)\.tsx?$/

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [textsWithModules(), remix(remixOptions)],
  resolve: { alias: { '~': path.resolve('app') } },
  server: { port: Number(process.env.PORT ?? 3000), host: '127.0.0.1' },
  // Native modules run on the server alone.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // Five kilobytes less of the framework than what is built in.
    minify: isSsrBuild ? false : 'terser',
    terserOptions: { ecma: 2020, module: true, compress: { passes: 2 } },
    rollupOptions: isSsrBuild
      ? {}
      : {
          output: {
            manualChunks: (id) => (framework.test(id) ? 'framework' : shared.test(id) ? 'shared' : undefined),
          },
        },
  },
}))
