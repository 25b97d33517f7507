import { defineConfig, type Plugin } from 'vite'
import solid from 'vite-plugin-solid'
import { appManifest } from './client/app/app-manifest.ts'
import { privacyDocument } from './client/app/privacy-document.ts'

/**
 * Vite wraps each `import()` in a helper that loads the part's stylesheets and preloads its scripts. The page has one
 * stylesheet and preloads nothing, so the helper has nothing to do, costs 0.6 KiB of a budget of 15, and no setting of
 * Vite leaves it out (docs/decisions/0006). This plugin puts an empty one in its place.
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

/** The manifest of the installed app, which has sentences, too. */
const webManifest: Plugin = {
  name: 'web-manifest',
  generateBundle() {
    const source = appManifest({ lang: 'en', dir: 'ltr' })
    this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source })
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
  // Conditions choose words and numbers; parts of the page are chosen by `Show`, which needs no memo around a condition.
  plugins: [
    plainImports,
    privacyPage,
    webManifest,
    solid({ solid: { delegateEvents: false, wrapConditionals: false } }),
  ],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      // No getter of ours does anything but read.
      treeshake: { propertyReadSideEffects: false },
      // A number stands where it is used, also in another file: otherwise all of `limits.ts` would be loaded first.
      optimization: { inlineConst: { mode: 'all', pass: 3 } },
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
