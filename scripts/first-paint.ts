/**
 * `npm run first-paint`: opens the lobby and an encrypted room, each in a fresh browser on a slow line and a slow processor
 * (150 ms of round trip, 1.6 Mbit/s, four times slower). Prints when the first word is shown and when the page can be used,
 * in milliseconds from the start of the navigation, the median of `--rounds` (5), and the requests of the median round
 * with the round trip in which each of them was sent.
 */
import { connect, createServer } from 'node:net'
import process from 'node:process'
import { parseArgs } from 'node:util'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { openBrowser } from '../test/support/browser.ts'
import { listenLocally } from '../test/support/listen-locally.ts'
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
  // What a document names is asked for as soon as its first bytes are here.
  line.on('Network.responseReceived', (answer) => answer.type === 'Document' && note(answer))
  line.on('Network.loadingFinished', ({ requestId, timestamp }) => {
    if (sent.get(requestId)?.doneAt === Number.POSITIVE_INFINITY) note({ requestId, timestamp })
  })
  line.on('Network.webSocketHandshakeResponseReceived', note)
  return () => [...sent.values()]
}

/**
 * Stands before the server, and holds back what a room's socket brings for as long as a round trip takes: the browser slows
 * requests, but no sockets.
 * @returns where it listens
 */
async function slowSockets(target: URL): Promise<string> {
  const front = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    // A socket has a connection of its own, whose first bytes say so.
    near.once('data', (head) => {
      far.write(head)
      near.pipe(far)
      if (/^upgrade: websocket/im.test(head.toString('latin1')))
        far.on('data', (bytes) => setTimeout(() => near.write(bytes), LINE.latency))
      else far.pipe(near)
    })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.destroy())
  })
  const port = await listenLocally(front)
  // It ends with this process.
  front.unref()
  return `http://${target.hostname}:${port}`
}

/** Who visits is known here by this name, and is not asked for one. */
const NAME = 'Ben'

/** What shows that a page can be used, in the page itself: the lobby's box has the name, the room shows what was said. */
const USABLE = {
  lobby: `document.querySelector('input')?.value === '${NAME}'`,
  room: `document.querySelector('article')?.textContent.includes('hello')`,
}

/** Runs in the page: notes when `isUsable` begins to hold and is seen. */
const watch = (isUsable: string) => `{
  localStorage.setItem('private-chat.name', '${NAME}')
  const observer = new MutationObserver(() => {
    if (!(${isUsable})) return
    observer.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('usable')))
  })
  observer.observe(document, { childList: true, subtree: true, attributes: true })
}`

/** Opens an address as somebody who was never here, and waits for what makes the page usable. */
async function visit(browser: Browser, address: string, what: keyof typeof USABLE): Promise<Visit> {
  const context = await browser.newContext()
  await context.addInitScript(watch(USABLE[what]))
  const page = await context.newPage()
  try {
    const line = await context.newCDPSession(page)
    await line.send('Network.enable')
    await line.send('Network.emulateNetworkConditions', LINE)
    await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const readRequests = await recordRequests(line)
    await page.goto(address, { waitUntil: 'commit' })
    const [firstWord = Number.NaN, usable = Number.NaN] = await page.evaluate(async () => {
      // Whoever asks again and again would take time from the page.
      await new Promise<void>((resolve) => {
        const observer = new PerformanceObserver((marks) => {
          if (marks.getEntriesByName('usable').length > 0) resolve()
        })
        observer.observe({ type: 'mark', buffered: true })
      })
      const names = ['first-contentful-paint', 'usable']
      return names.map((name) => performance.getEntriesByName(name)[0]?.startTime)
    })
    return { firstWord, usable, requests: readRequests().filter(({ sentAt }) => sentAt < usable) }
  } finally {
    await context.close()
  }
}

/** Finds the round trip in which each request was sent: one more than the latest of those that had been answered by then. */
function findTrips(requests: Request[]): Map<Request, number> {
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
  const trips = findTrips(middle.requests)
  const inTime = Math.max(...trips.values())
  print(
    `${what}: first word ${middle.firstWord.toFixed(0)} ms, usable ${middle.usable.toFixed(0)} ms; ${inTime} round trips, with those that nobody waits for`,
  )
  for (const [{ path, sentAt, doneAt }, trip] of trips)
    print(`  ${trip}  ${sentAt.toFixed(0).padStart(5)} – ${doneAt.toFixed(0).padStart(5)}  ${path}`)
}

const createButton = (page: Page) => page.getByRole('button', { name: 'Create room' })
const firstMessage = (page: Page) => page.getByRole('article').filter({ hasText: 'hello' })

/** Opens a room for anyone, says something in it, and returns its invite link. */
async function openRoom(page: Page): Promise<string> {
  await page.goto(origin)
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
const origin = await slowSockets(new URL(server.origin))
const browser = await openBrowser()
try {
  const lobbyVisits: Visit[] = []
  const roomVisits: Visit[] = []
  for (let round = 0; round < Number(values.rounds); round += 1) {
    lobbyVisits.push(await visit(browser, origin, 'lobby'))
    const host = await browser.newContext()
    const link = await openRoom(await host.newPage())
    roomVisits.push(await visit(browser, link, 'room'))
    await host.close()
  }
  report('The lobby', lobbyVisits)
  report('A room', roomVisits)
} finally {
  await browser.close()
  await server.stop()
}
