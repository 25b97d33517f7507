import solidPackage from 'solid-js/package.json' with { type: 'json' }
import { defineConfig, type Plugin } from 'vite'
import solid from 'vite-plugin-solid'
import { privacyDocument } from './client/app/privacy-document.ts'

/**
 * Vite wraps each `import()` in code that loads its styles and preloads its parts. With one stylesheet and no
 * preloading there is nothing to do for it, and it costs 0.6 KiB of a budget of 15: dropped.
 */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  apply: 'build',
  load: {
    filter: { id: /vite\/preload-helper\.js$/ },
    handler: () => 'export const __vitePreload = (load) => load()',
  },
}

/**
 * Solid carries code for transitions and for pages rendered on a server in every effect. We have neither: 0.85 KiB of
 * what lobby and room may have. It goes by pattern, so it is tied to the version it was read in
 * (docs/decisions/0006); with another one the build stops and asks.
 */
const SOLID = '1.9.19'
const noTransitions: Plugin = {
  name: 'no-transitions',
  enforce: 'pre',
  apply: 'build',
  buildStart() {
    if (solidPackage.version !== SOLID)
      this.error(`read no-transitions again for solid-js ${solidPackage.version}`)
  },
  transform: {
    filter: { id: /solid-js\/(web\/)?dist\/\w+\.js$/ },
    handler: (code) => ({
      code: code
        .replace('let Transition = null;', '')
        .replace(/\bTransition = (?!=)/g, '')
        .replace(/\bTransition\b/g, 'null')
        .replace(/(?<!delete )sharedConfig\.(context|registry|effects|events|done)\b(?! =)/g, 'undefined'),
      map: null,
    }),
  },
}

/** The page about privacy reads without JavaScript: it has a document of its own, made of the same words. */
const privacyPage: Plugin = {
  name: 'privacy-page',
  apply: 'build',
  enforce: 'post',
  generateBundle(_, bundle) {
    const index = bundle['index.html']
    if (index?.type !== 'asset') this.error('there is no index.html to make the page about privacy from')
    const source = privacyDocument(String(index.source))
    this.emitFile({ type: 'asset', fileName: 'privacy.html', source })
  },
}

/** Which of lobby and room load a module at once: by `import`, not by `import()`. */
function pagesOf(id: string, infoOf: (id: string) => { importers: string[] } | null): Set<string> {
  const pages = new Set<string>()
  const seen = new Set([id])
  for (const each of seen) {
    const page = /client\/(?:(?:room|lobby)\/(room-page|lobby-page)|app\/(main))\.tsx$/.exec(each)
    if (page?.[2]) for (const name of ['room-page', 'lobby-page']) pages.add(name)
    if (page?.[1]) pages.add(page[1])
    for (const importer of infoOf(each)?.importers ?? []) seen.add(importer)
  }
  return pages
}

/**
 * Builds `client/` to `dist/client`. Everything is a file of ours: no inline script, style or data URL,
 * so that the page runs under a policy that allows nothing else.
 */
// biome-ignore lint/style/noDefaultExport: Vite reads it.
export default defineConfig({
  root: 'client',
  // The listeners of our few buttons are their own: what would share them at the document costs more than they do.
  plugins: [plainImports, noTransitions, privacyPage, solid({ solid: { delegateEvents: false } })],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    // Seconds slower than the usual one, and half a KiB smaller.
    minify: 'terser',
    terserOptions: { module: true, ecma: 2020, compress: { passes: 3, pure_getters: true } },
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      output: {
        // Three files and no more before somebody asks for something: what lobby and room share, and each of the two.
        // What else a part loaded later shares with one of them stays where it is at hand already.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              debugName: 'pages',
              name: (id, context) => {
                const pages = pagesOf(id, (each) => context.getModuleInfo(each))
                if (pages.size > 1) return 'shared'
                return [...pages][0] ?? null
              },
            },
          ],
        },
      },
    },
  },
})
