import type { TestProject } from 'vitest/node'
import { findBrowser } from './find-browser.ts'
import { startServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the page is served. */
    origin: string
    /** Path of the browser. */
    browser: string
  }
}

/** One server and one search for a browser for all browser tests: each test has rooms of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('browser', findBrowser())
  const server = await startServer({ rateLimits: 'off' })
  project.provide('origin', server.origin)
  return () => server.stop()
}
