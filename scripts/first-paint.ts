/**
 * `npm run first-paint`: opens the lobby and an encrypted room, each in a fresh browser on a slow line and a slow processor
 * (150 ms of round trip, 1.6 Mbit/s, four times slower). Prints when the first word is shown and when the page can be used,
 * in milliseconds from the start of the navigation, the median of `--rounds` (5), and the requests of the median round
 * with the round trip in which each of them was sent.
 */
import process from 'node:process'
import { parseArgs } from 'node:util'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { openBrowser } from '../test/support/browser.ts'
import { startServer } from '../test/support/server.ts'
import { setup as buildOnce } from '../test/support/server-build-setup.ts'

/** The line and the processor of a phone that is not new, on a network that is not good. */
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }
const SLOWER = 4

/** One request, in milliseconds from the start of the navigation. */
interface Request {
  path: string
  sentAt: number
  doneAt: number
}

/** What one visit took, in milliseconds from the start of the navigation. */
interface Visit {
  firstWord: number
  usable: number
  requests: Request[]
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } })
const print = (line: string) => process.stdout.write(`${line}\n`)

/** Notes each request of a page until it is read. */
async function recordRequests(line: CDPSession): Promise<() => Request[]> {
  const sent = new Map<string, Request>()
  let start = 0
  line.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    if (sent.size === 0) start = timestamp
    const at = (timestamp - start) * 1_000
    sent.set(requestId, { path: new URL(request.url).pathname, sentAt: at, doneAt: Number.POSITIVE_INFINITY })
  })
  line.on('Network.webSocketWillSendHandshakeRequest', ({ requestId, timestamp }) => {
    sent.set(requestId, {
      path: 'the socket',
      sentAt: (timestamp - start) * 1_000,
      doneAt: Number.POSITIVE_INFINITY,
    })
  })
  const note = ({ requestId, timestamp }: { requestId: string; timestamp: number }) => {
    const request = sent.get(requestId)
    if (request) request.doneAt = (timestamp - start) * 1_000
  }
  line.on('Network.loadingFinished', note)
  line.on('Network.webSocketHandshakeResponseReceived', note)
  return () => [...sent.values()]
}

/** Opens an address as somebody who was never here, and waits for what makes the page usable. */
async function visit(
  browser: Browser,
  address: string,
  isUsable: (page: Page) => Promise<void>,
): Promise<Visit> {
  const context = await browser.newContext()
  // Who is known here by a name is not asked for one.
  await context.addInitScript(() => localStorage.setItem('private-chat.name', 'Ben'))
  const page = await context.newPage()
  try {
    const line = await context.newCDPSession(page)
    await line.send('Network.enable')
    await line.send('Network.emulateNetworkConditions', LINE)
    await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const readRequests = await recordRequests(line)
    await page.goto(address, { waitUntil: 'commit' })
    await isUsable(page)
    const usable = await page.evaluate(() => performance.now())
    const firstWord = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    )
    return { firstWord, usable, requests: readRequests().filter(({ sentAt }) => sentAt < usable) }
  } finally {
    await context.close()
  }
}

/** The round trip in which a request was sent: one more than the latest of those that had been answered by then. */
function countRoundTrips(requests: Request[]): Map<Request, number> {
  const trips = new Map<Request, number>()
  for (const request of [...requests].sort((a, b) => a.sentAt - b.sentAt)) {
    const before = [...trips].filter(([{ doneAt }]) => doneAt <= request.sentAt).map(([, trip]) => trip)
    trips.set(request, 1 + Math.max(0, ...before))
  }
  return trips
}

/** Prints the median of some visits. */
function report(what: string, visits: Visit[]): void {
  const middle = [...visits].sort((a, b) => a.usable - b.usable)[Math.floor(visits.length / 2)]
  if (!middle) return
  const trips = countRoundTrips(middle.requests)
  const inTime = Math.max(...trips.values())
  print(
    `${what}: first word ${middle.firstWord.toFixed(0)} ms, usable ${middle.usable.toFixed(0)} ms, ${inTime} round trips`,
  )
  for (const [{ path, sentAt, doneAt }, trip] of trips)
    print(`  ${trip}  ${sentAt.toFixed(0).padStart(5)} – ${doneAt.toFixed(0).padStart(5)}  ${path}`)
}

const createButton = (page: Page) => page.getByRole('button', { name: 'Create room' })
const firstMessage = (page: Page) => page.getByRole('article').filter({ hasText: 'hello' })

/** Opens a room for anyone, says something in it, and returns its invite link. */
async function openRoom(page: Page): Promise<string> {
  await page.goto(server.origin)
  await page.getByText('Options').click()
  await page.getByText('Anyone with the link', { exact: true }).click()
  await createButton(page).click()
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('hello')
  await page.keyboard.press('Enter')
  await firstMessage(page).waitFor()
  return page.url()
}

await buildOnce()
const server = await startServer({ rateLimits: 'off' })
const browser = await openBrowser()
try {
  const lobbyVisits: Visit[] = []
  const roomVisits: Visit[] = []
  for (let round = 0; round < Number(values.rounds); round += 1) {
    lobbyVisits.push(await visit(browser, server.origin, (page) => createButton(page).waitFor()))
    const host = await browser.newContext()
    const link = await openRoom(await host.newPage())
    roomVisits.push(await visit(browser, link, (page) => firstMessage(page).waitFor()))
    await host.close()
  }
  report('The lobby', lobbyVisits)
  report('A room', roomVisits)
} finally {
  await browser.close()
  await server.stop()
}
