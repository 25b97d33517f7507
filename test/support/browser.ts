import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { type Reply, readReply } from './api-client.ts'
import { checkAnswers, checkFrames } from './check-browser-wire.ts'
import { checkAnswer } from './check-wire.ts'
import { findBrowser } from './find-browser.ts'

/**
 * Milliseconds after which the page is not going to do what it should, also where the machine is busy: it takes tens, and 15 s at most
 * until it tries a lost connection again.
 */
const WITHIN = 30_000

/**
 * Starts a browser without a window that asks nobody anything on its own.
 * @param without switches that Playwright would start it with
 */
export async function openBrowser(path = findBrowser(), without: string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    headless: true,
    ignoreDefaultArgs: without,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // One process for each person instead of one for each page: half of a first load was the start of another.
      '--renderer-process-limit=1',
      // A microphone that beeps, and that every page may use: the shell has no other.
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  })
}

const VIEWPORT = { width: 1024, height: 720 }

/** How the page is shown to somebody. */
export interface ViewOptions {
  colorScheme?: 'light' | 'dark'
  viewport?: { width: number; height: number }
  /** Whether things may move. Not by default: a page that moves takes twice the time of one that stands still. */
  motion?: boolean
}

/** Somebody at a browser of their own: cookies, storage and clipboard permission apart from everyone else's. */
export interface Visitor {
  context: BrowserContext
  page: Page
  /** What no page of ours may do: errors in the console, exceptions, breaches of the policy, calls to other hosts. */
  problems: string[]
  /** Waits until every answer so far is checked by what the protocol promises: a page that closes takes them with it. */
  readAnswers(): Promise<void>
  /** Calls the API with the cookies of this browser, past its pages. */
  callApi(method: string, path: string, data?: unknown): Promise<Reply>
  /** Another tab of the same person. */
  openTab(): Promise<Page>
  /** Shows the page in another way from now on, here and in the tabs to come. */
  applyView(eyes: ViewOptions): Promise<void>
  /**
   * Makes the profile a fresh one, with one empty page: no tab, no cookie and nothing that was stored is left.
   * What was done to the context itself stays: a clock, a script for every page.
   */
  resetProfile(): Promise<void>
}

/** What a visitor's browser is like. */
export interface BrowserOptions {
  /** What the clock of their device shows, in milliseconds. */
  clock?: number
  /** Whether it runs the service worker. Not by default: it would ask for what a test answers itself (`page.route`). */
  serviceWorker?: boolean
}

/** Opens a visitor on `origin`, with an empty page. */
export async function openVisitor(
  browser: Browser,
  origin: string,
  { clock, serviceWorker = false }: BrowserOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: origin,
    colorScheme: 'light',
    viewport: VIEWPORT,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: 'en-GB',
    serviceWorkers: serviceWorker ? 'allow' : 'block',
  })
  context.setDefaultTimeout(WITHIN)
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (breach) =>
      // biome-ignore lint/suspicious/noConsole: the console is what the test listens to.
      console.error(`policy: ${breach.violatedDirective} ${breach.blockedURI}`),
    )
  })
  const readAnswers = checkAnswers(context)
  const problems: string[] = []
  context.on('request', (request) => {
    const url = new URL(request.url())
    const isOurs = url.origin === origin || ['data:', 'blob:'].includes(url.protocol)
    if (!isOurs) problems.push(`asked another host: ${request.url()}`)
  })
  // A refusal is an answer, and a test cuts the network itself; the browser prints both as errors all the same.
  const isExpected = (text: string) =>
    /^Failed to load resource: .* status of 4\d\d|net::ERR_INTERNET_DISCONNECTED/.test(text)
  context.on('console', (line) => {
    if (line.type() === 'error' && !isExpected(line.text())) problems.push(`console: ${line.text()}`)
  })
  context.on('weberror', (error) => problems.push(`exception: ${error.error().message}`))
  let eyes: ViewOptions = {}
  const apply = async (page: Page) => {
    await page.setViewportSize(eyes.viewport ?? VIEWPORT)
    await page.emulateMedia({
      colorScheme: eyes.colorScheme ?? 'light',
      reducedMotion: eyes.motion === true ? 'no-preference' : 'reduce',
    })
  }
  const tab = async () => {
    const page = await context.newPage()
    if (Object.keys(eyes).length > 0) await apply(page)
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== new URL(origin).host) problems.push(`another host: ${socket.url()}`)
    })
    await checkFrames(page)
    return page
  }
  if (clock !== undefined) await context.clock.install({ time: clock })
  const visitor: Visitor = {
    context,
    page: await tab(),
    problems,
    readAnswers,
    async callApi(method, path, data) {
      const response = await context.request.fetch(path, { method, data })
      const status = response.status()
      const headers = new Headers(
        response.headersArray().map(({ name, value }): [string, string] => [name, value]),
      )
      const text = await response.text()
      checkAnswer({ method, path, status, headers, text })
      return readReply(status, headers, text)
    },
    openTab: tab,
    async applyView(other) {
      eyes = other
      await apply(visitor.page)
    },
    async resetProfile() {
      await readAnswers()
      eyes = {}
      const before = context.pages()
      // The new tab first: it takes over the process of the old ones, with all that is loaded and compiled there.
      visitor.page = await tab()
      await Promise.all(before.map((page) => page.close()))
      const line = await context.newCDPSession(visitor.page)
      await line.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
      await line.detach()
      await context.clearCookies()
    },
  }
  return visitor
}

/** Waits until `locator` is visible. @param otherwise what it would mean if it never were */
export async function waitUntilVisible(locator: Locator, otherwise: string): Promise<Locator> {
  return waitFor(locator, 'visible', otherwise)
}

/** Waits until `locator` is not visible (any more). */
export async function waitUntilHidden(locator: Locator, otherwise: string): Promise<Locator> {
  return waitFor(locator, 'hidden', otherwise)
}

async function waitFor(locator: Locator, state: 'visible' | 'hidden', otherwise: string): Promise<Locator> {
  const first = locator.first()
  await first.waitFor({ state }).catch(async () => {
    throw new Error(`${otherwise}\n${locator} is not ${state} at ${await describePage(locator.page())}`)
  })
  return first
}

/** Where a page is, what it is called and what is to be read on it, for whoever finds out why a test has failed. */
async function describePage(page: Page): Promise<string> {
  const body = page.locator('body')
  // biome-ignore lint/performance/useDomNodeTextContent: what is to be seen, not what is there.
  const shown = await body.innerText({ timeout: 1_000 }).catch(() => '(no body)')
  const title = await page.title().catch(() => '')
  return `${page.url()}, "${title}", which shows:\n${shown.slice(0, 1_500)}`
}

/**
 * Asks again until `check` holds. A value that is compared, and that a failure should show, is better asked for by `expect.poll`.
 * @param otherwise what it would mean if it never did
 */
export async function waitUntil(check: () => Promise<boolean>, otherwise: string): Promise<void> {
  const end = Date.now() + WITHIN
  while (!(await check())) {
    if (Date.now() > end) throw new Error(otherwise)
    // No event announces that the page's layout or focus changes.
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
