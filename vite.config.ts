import { defineConfig, type Plugin } from 'vite'
import solid from 'vite-plugin-solid'
import { chooseScript } from './scripts/build/choose-script.ts'
import { rememberTransforms } from './scripts/build/remember-transforms.ts'

/**
 * Vite wraps each `import()` in a helper that loads the part's stylesheets and preloads its scripts. Documents name
 * both stylesheets and what is preloaded, so the helper has nothing to do, costs 0.6 KiB of a budget of 15, and no setting of
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

/**
 * How the page is built from `client/`, in each language (`scripts/build/build-language.ts`). Everything is a file of ours: no
 * inline script, style or data URL, so that the page runs under a policy that allows nothing else.
 */
// biome-ignore lint/style/noDefaultExport: Vite reads it.
export default defineConfig({
  root: 'client',
  // The listeners of our few buttons are their own: what would share them at the document costs more than they do.
  // Conditions choose words and numbers; parts of the page are chosen by `Show`, which needs no memo around a condition.
  plugins: [
    plainImports,
    // What it makes of a file is the same in every language, and takes most of the time of a build.
    rememberTransforms(solid({ solid: { delegateEvents: false, wrapConditionals: false } })),
  ],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      // No script imports the second stylesheet (docs/decisions/0044).
      input: ['client/index.html', 'client/styles/other-styles.css'],
      // What takes long is known.
      checks: { pluginTimings: false },
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
