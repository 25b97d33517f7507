/**
 * `npm run busy`: what a page takes in a room that is never silent. Forty speakers say `--rate` messages a second (500),
 * `--messages` in all (6,000), and each five hundred of them print a line: what they cost the page's main thread, how many
 * stand on it, and how long after the last of them was sent the page showed it. The figures are the browser's own.
 */
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openBrowser, openVisitor } from '../test/support/browser.ts'
import { Person } from '../test/support/node-client.ts'
import { startServer } from '../test/support/server.ts'
import { setup as buildOnce } from '../test/support/worker-build-setup.ts'

const SPEAKERS = 40
/** Messages a line. */
const LINE = 500

const { values } = parseArgs({
  options: { rate: { type: 'string', default: '500' }, messages: { type: 'string', default: '6000' } },
})
const rate = Number(values.rate)
const total = Number(values.messages)
const print = (line: string) => process.stdout.write(`${line}\n`)

buildOnce()
const server = await startServer({ rateLimits: 'off' })
const browser = await openBrowser()
try {
  const host = new Person(server.origin)
  const roomId = await host.createRoom({ capacity: null, lifetime: 3_600 })
  const speakers = await Promise.all(
    Array.from({ length: SPEAKERS }, async () => {
      const speaker = new Person(server.origin)
      await speaker.joinRoom(roomId)
      return speaker.openConnection(roomId)
    }),
  )
  const { context, page } = await openVisitor(browser, server.origin)
  await page.goto(`/room/${roomId}`)
  await page.getByRole('textbox', { name: 'Message', exact: true }).waitFor()
  const line = await context.newCDPSession(page)
  await line.send('Performance.enable')
  const measure = async () => {
    const { metrics } = await line.send('Performance.getMetrics')
    return new Map(metrics.map(({ name, value }) => [name, value]))
  }

  print(`${rate} messages a second`)
  let before = await measure()
  for (let said = 0; said < total; ) {
    const start = performance.now()
    for (let sent = 0; sent < LINE; ) {
      const due = Math.min(LINE, Math.ceil(((performance.now() - start) / 1_000) * rate))
      for (; sent < due; sent += 1) {
        said += 1
        const text = `message ${said} of a room that is never silent`
        speakers[said % SPEAKERS]?.sendEvent('chat.message', { id: `m${said}`, text })
      }
      await wait(1)
    }
    const sentAt = performance.now()
    await page
      .getByRole('article')
      .filter({ hasText: `message ${said} ` })
      .waitFor()
    const late = performance.now() - sentAt
    const now = await measure()
    const of = (name: string) => (((now.get(name) ?? 0) - (before.get(name) ?? 0)) * 1_000) / LINE
    const shown = await page.getByRole('article').count()
    print(
      `${said} said, ${shown} on the page; a message took its thread ${of('TaskDuration').toFixed(2)} ms ` +
        `(script ${of('ScriptDuration').toFixed(2)}, layout ${of('LayoutDuration').toFixed(2)}); ` +
        `the last came after ${late.toFixed(0)} ms`,
    )
    before = now
  }
} finally {
  await browser.close()
  await server.stop()
}
