/**
 * `npm run busy`: measures what a page costs in a busy room. Forty senders send `--rate` messages a second (500),
 * `--messages` in all (6,000). After each five hundred it prints what a message cost the page's main thread, how many
 * messages are on the page, and how long after it was sent the last one was shown. The figures are the browser's own.
 */
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openBrowser, openVisitor } from '../test/support/browser.ts'
import { Person } from '../test/support/node-client.ts'
import { startServer } from '../test/support/server.ts'
import { setup as buildOnce } from '../test/support/server-build-setup.ts'

const SENDERS = 40
/** Messages to each line of output. */
const MESSAGES_A_LINE = 500

const { values } = parseArgs({
  options: { rate: { type: 'string', default: '500' }, messages: { type: 'string', default: '6000' } },
})
const rate = Number(values.rate)
const total = Number(values.messages)
const print = (line: string) => process.stdout.write(`${line}\n`)

await buildOnce()
const server = await startServer({ rateLimits: 'off' })
const browser = await openBrowser()
try {
  const host = new Person(server.origin)
  const roomId = await host.createRoom({ capacity: null, lifetime: 3_600 })
  const senders = await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      const sender = new Person(server.origin)
      await sender.joinRoom(roomId)
      return sender.openConnection(roomId)
    }),
  )
  const { context, page } = await openVisitor(browser, server.origin)
  await page.goto(`/room/${roomId}`)
  await page.getByRole('textbox', { name: 'Message', exact: true }).waitFor()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Performance.enable')
  const readMetrics = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return new Map(metrics.map(({ name, value }) => [name, value]))
  }

  print(`${rate} messages a second`)
  let before = await readMetrics()
  for (let sentTotal = 0; sentTotal < total; ) {
    const startedAt = performance.now()
    for (let sent = 0; sent < MESSAGES_A_LINE; ) {
      const due = Math.min(MESSAGES_A_LINE, Math.ceil(((performance.now() - startedAt) / 1_000) * rate))
      for (; sent < due; sent += 1) {
        sentTotal += 1
        const text = `message ${sentTotal} of a busy room`
        senders[sentTotal % SENDERS]?.sendEvent('chat.message', { id: `m${sentTotal}`, text })
      }
      await wait(1)
    }
    const sentAt = performance.now()
    await page
      .getByRole('article')
      .filter({ hasText: `message ${sentTotal} ` })
      .waitFor()
    const delay = performance.now() - sentAt
    const now = await readMetrics()
    const perMessage = (name: string) =>
      (((now.get(name) ?? 0) - (before.get(name) ?? 0)) * 1_000) / MESSAGES_A_LINE
    const shown = await page.getByRole('article').count()
    print(
      `${sentTotal} sent, ${shown} on the page; a message took its main thread ${perMessage('TaskDuration').toFixed(2)} ms ` +
        `(script ${perMessage('ScriptDuration').toFixed(2)}, layout ${perMessage('LayoutDuration').toFixed(2)}); ` +
        `the last was shown after ${delay.toFixed(0)} ms`,
    )
    before = now
  }
} finally {
  await browser.close()
  await server.stop()
}
