/**
 * `npm run lighthouse`: what Lighthouse says of the built app on a phone on a slow line, for the lobby and for a room
 * with somebody in it. Prints the scores, and fails where one is below what is promised.
 */
import process from 'node:process'
import lighthouse from 'lighthouse'
import { chromium } from 'playwright-core'
import { findBrowser } from '../test/support/find-browser.ts'
import { findFreePort } from '../test/support/free-port.ts'
import { startServer } from '../test/support/server.ts'
import { setup as buildOnce } from '../test/support/server-build-setup.ts'

/** Of 100. What is missing in performance is the line: a room's words come after three round trips of 150 ms. */
const PROMISED = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 } as const

/** What is not asked of a room: that search engines list it. That they do not is a promise (`noindex`). */
const NOT_OF_ROOMS = ['is-crawlable']

const print = (line: string) => process.stdout.write(`${line}\n`)
const port = await findFreePort()
await buildOnce()
const server = await startServer({ rateLimits: 'off' })
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: [`--remote-debugging-port=${port}`, '--no-sandbox', '--disable-quic', '--disable-component-update'],
})
let below = false

try {
  const made = await fetch(`${server.origin}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ capacity: 50, lifetime: 3_600 }),
  })
  const { roomId } = (await made.json()) as { roomId: string }
  for (const path of ['/', `/room/${roomId}`]) {
    const run = await lighthouse(`${server.origin}${path}`, {
      port,
      logLevel: 'error',
      formFactor: 'mobile',
      onlyCategories: Object.keys(PROMISED),
      skipAudits: path === '/' ? [] : NOT_OF_ROOMS,
    })
    if (!run) throw new Error(`Lighthouse gave no answer for ${path}`)
    print(
      path === '/' ? 'the lobby' : `a room, without ${NOT_OF_ROOMS}: rooms are kept out of search engines`,
    )
    for (const [name, promised] of Object.entries(PROMISED)) {
      const category = run.lhr.categories[name]
      const score = Math.round((category?.score ?? 0) * 100)
      below ||= score < promised
      print(
        `  ${name.padEnd(15)} ${String(score).padStart(3)}${score < promised ? ` of ${promised}: below` : ''}`,
      )
      for (const { id, weight } of category?.auditRefs ?? []) {
        const audit = run.lhr.audits[id]
        if (weight > 0 && audit?.score !== null && (audit?.score ?? 1) < 1)
          print(`      ${audit?.title} ${audit?.displayValue ?? ''}`)
      }
    }
  }
} finally {
  await browser.close()
  await server.stop()
}
if (below) process.exitCode = 1
