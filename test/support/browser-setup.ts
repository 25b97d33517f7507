import type { TestProject } from 'vitest/node'
import { findBrowser } from './find-browser.ts'
import { findFreePort } from './free-port.ts'
import { startServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the page is served. */
    origin: string
    /** A site that may show rooms in a frame; a test that needs it serves it. */
    site: string
    /** Path of the browser. */
    browser: string
  }
}

/** One server and one search for a browser for all browser tests: each test has rooms of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('browser', findBrowser())
  // For a browser `localhost` and `127.0.0.1`, where the rooms are, are two sites.
  const site = `http://localhost:${await findFreePort()}`
  project.provide('site', site)
  const server = await startServer({ rateLimits: 'off', settings: { EMBED_ORIGINS: site } })
  project.provide('origin', server.origin)
  return () => server.stop()
}
