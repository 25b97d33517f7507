import { defineConfig, type Plugin } from 'vite'
import solid from 'vite-plugin-solid'

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

/** The typed HTTP client brings a writer of cookie headers along. In a browser cookies are the browser's: dropped. */
const noCookieWriter: Plugin = {
  name: 'no-cookie-writer',
  enforce: 'pre',
  apply: 'build',
  load: {
    filter: { id: /hono\/dist\/utils\/cookie\.js$/ },
    handler: () => "export const serialize = () => ''",
  },
}

/**
 * Builds `client/` to `dist/client`. Everything is a file of ours: no inline script, style or data URL,
 * so that the page runs under a policy that allows nothing else.
 */
// biome-ignore lint/style/noDefaultExport: Vite reads it.
export default defineConfig({
  root: 'client',
  plugins: [plainImports, noCookieWriter, solid()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      output: {
        // What lobby and room share is one file beside the entry, not five that wait for one another. What asks at
        // the door of a room is none of the lobby's.
        codeSplitting: {
          groups: [{ name: 'shared', minShareCount: 2, test: (id) => !/gate|door/.test(id) }],
        },
      },
    },
  },
})
