import { defineConfig, type Plugin } from 'vite'
import solid from 'vite-plugin-solid'
import { appManifest } from './client/app/app-manifest.ts'
import { privacyDocument } from './client/app/privacy-document.ts'
import { chooseScript } from './scripts/build/choose-script.ts'

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
        // Two files for the lobby and three for a room, and no more before somebody asks for something. What else a part
        // loaded later shares with one of them stays where it is at hand already.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              debugName: 'pages',
              name: (id, context) => chooseScript(id, (each) => context.getModuleInfo(each)),
            },
          ],
        },
      },
    },
  },
})
