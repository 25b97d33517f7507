import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

const BUILD_CLIENT = './test/support/client-build-setup.ts'
const BUILD_SERVER = './test/support/server-build-setup.ts'
const BUILD_PACKAGE = './test/support/package-build-setup.ts'
/** Fails a test that received anything that the protocol does not promise. */
const CHECK_WIRE = './test/support/check-wire-setup.ts'

/** The tests of what happens to sockets: those that close, those that are silent, and those that send too much. */
const SOCKETS = ['presence', 'dead-connections', 'flooding', 'free-seats', 'room-memory']

/** The tests of who may do what, wherever they sit. */
const ROLES = ['roles', 'quiet']

/** The tests of what is delivered. None of them looks at what only the room could know. */
const DELIVERY = [
  'messages',
  'reactions',
  'message-changes',
  'disappearing',
  'burns',
  'changes-model',
  'votes-model',
  'acknowledgements',
  'connection-limits',
  'renames',
  'invalid-frames',
  'room-end',
  'from-join',
  ...SOCKETS,
  ...ROLES,
]

/** A hash that costs little: these tests test everything about a password except what it costs to try one. */
const CHEAP_PASSWORDS = {
  alias: [
    {
      find: /^.*\/password-cost\.ts$/,
      replacement: new URL('test/support/password-cost.ts', import.meta.url).pathname,
    },
  ],
}

/** Milliseconds: what has not come by then is not coming, and a test that runs longer never ends. A machine may be busy with other things. */
const PATIENT = {
  expect: { poll: { timeout: 15_000 } },
  testTimeout: 60_000,
  hookTimeout: 60_000,
}

/**
 * How many files of a project run at once, and in which group: one group starts when the one before has ended. Three browsers
 * or servers keep two cores busy; the unit tests come with them, because they fill both cores while the last of these are at work.
 */
const BUSY = { ...PATIENT, maxWorkers: 3, sequence: { groupOrder: 0 } }

/**
 * Real browsers and servers share two cores with all else. One that was held up for seconds is no fault of a change, so what fails
 * is tried once more; the run says at its end which tests needed that, and each of them is a fault to be found.
 */
const TRIED_TWICE = { retry: 1 }

/** Rooms in workerd let a test wait most of the time, for a leave that takes two seconds or a tally a second. */
const WAITING = { ...PATIENT, maxWorkers: 5, sequence: { groupOrder: 1 } }

/** Runs these tests once more, in rooms with so many seats at the room and at each relay. */
function relayed(name: string, seats: string, tests: string[]) {
  return {
    resolve: CHEAP_PASSWORDS,
    plugins: [
      cloudflareTest({
        wrangler: { configPath: './wrangler.toml' },
        miniflare: { bindings: { RELAY_ABOVE: seats } },
      }),
    ],
    test: {
      name,
      include: tests.map((test) => `test/worker/${test}.test.ts`),
      globalSetup: [BUILD_CLIENT],
      setupFiles: [CHECK_WIRE],
      isolate: false,
      restoreMocks: true,
      ...WAITING,
    },
  }
}

// biome-ignore lint/style/noDefaultExport: vitest asks for one.
export default defineConfig({
  test: {
    reporters: ['default', './test/support/summary-reporter.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        // Solid's build for Node never runs an effect: state is tested with the one for the browser.
        resolve: { conditions: ['browser', 'module', 'development'] },
        ssr: { resolve: { conditions: ['browser', 'module', 'development'] } },
        test: {
          name: 'unit',
          include: ['{protocol,worker,serve,client,packages/client,scripts,test/support}/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['./test/support/reader-language.ts', './test/support/seed-properties.ts'],
          server: { deps: { inline: [/solid-js/] } },
          isolate: false,
          ...BUSY,
        },
      },
      {
        resolve: CHEAP_PASSWORDS,
        plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' } })],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          exclude: ['test/worker/relays.test.ts'],
          globalSetup: [BUILD_CLIENT],
          setupFiles: [CHECK_WIRE],
          isolate: false,
          restoreMocks: true,
          ...WAITING,
        },
      },
      // What is delivered, and what a client sees, is the same in rooms with relays: with three seats at the room and
      // at each relay, and with everyone but the host at a relay alone.
      relayed('relays', '3', [
        'relays',
        'join-by-socket',
        ...DELIVERY,
        'rotation-delivery',
        'door',
        'model',
        'hosting-model',
      ]),
      relayed('relayed', '0', [
        'events',
        'messages',
        'reactions',
        'message-changes',
        'votes-model',
        'acknowledgements',
        'room-end',
        'from-join',
        'starts',
        'rotation',
        'rotation-delivery',
        'door',
        'door-keys',
        ...SOCKETS,
        ...ROLES,
        'model',
        'hosting-model',
      ]),
      {
        // The client's own code runs here too: Solid as for the unit tests. Examples import the library as it is here.
        resolve: {
          conditions: ['browser', 'module', 'development'],
          alias: {
            'private-chat-client': new URL('packages/client/src/index.ts', import.meta.url).pathname,
          },
        },
        ssr: { resolve: { conditions: ['browser', 'module', 'development'] } },
        test: {
          name: 'system',
          ...TRIED_TWICE,
          include: ['test/system/**/*.test.ts'],
          environment: 'node',
          server: { deps: { inline: [/solid-js/] } },
          globalSetup: [BUILD_CLIENT, BUILD_SERVER, BUILD_PACKAGE],
          setupFiles: [CHECK_WIRE],
          isolate: false,
          ...BUSY,
        },
      },
      {
        test: {
          name: 'browser',
          ...TRIED_TWICE,
          include: ['test/browser/**/*.test.ts'],
          environment: 'node',
          globalSetup: [BUILD_CLIENT, BUILD_SERVER, './test/support/browser-setup.ts'],
          setupFiles: [CHECK_WIRE],
          isolate: false,
          ...BUSY,
          // The longest takes 20 s alone: four times as many, and one wait that comes to nothing.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // As long as all other waits for a page (browser.ts).
          expect: { poll: { timeout: 30_000, interval: 25 } },
        },
      },
    ],
  },
})
