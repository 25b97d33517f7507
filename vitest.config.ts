import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

/** The tests of what is delivered, which run in rooms with relays, too. */
const DELIVERY = ['messages', 'wake', 'flow', 'manners', 'garbage', 'seats', 'ending', 'model']

const BUILT = './test/support/built.ts'

// biome-ignore lint/style/noDefaultExport: vitest asks for one.
export default defineConfig({
  test: {
    reporters: ['default', './test/support/tally.ts'],
    // Two cores run a server and a browser beside the tests: more at once only makes all of them wait.
    maxWorkers: 2,
    projects: [
      {
        // Solid's build for Node never runs an effect: state is tested with the one for the browser.
        resolve: { conditions: ['browser', 'module', 'development'] },
        ssr: { resolve: { conditions: ['browser', 'module', 'development'] } },
        test: {
          name: 'unit',
          include: ['{protocol,worker,client}/**/*.test.ts'],
          environment: 'node',
          server: { deps: { inline: [/solid-js/] } },
        },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' } })],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          globalSetup: [BUILT],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        // Everyone sits at a relay but for the first three: what is delivered, and what a client sees, is the same.
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: { bindings: { RELAY_ABOVE: '0' } },
          }),
        ],
        test: {
          name: 'relayed',
          include: DELIVERY.map((name) => `test/worker/${name}.test.ts`),
          globalSetup: [BUILT],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        // The client's own code runs here too: Solid as for the unit tests.
        resolve: { conditions: ['browser', 'module', 'development'] },
        ssr: { resolve: { conditions: ['browser', 'module', 'development'] } },
        test: {
          name: 'system',
          include: ['test/system/**/*.test.ts'],
          environment: 'node',
          server: { deps: { inline: [/solid-js/] } },
          globalSetup: [BUILT],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          environment: 'node',
          globalSetup: [BUILT, './test/support/stage.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
