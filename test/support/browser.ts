import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { parseFrame } from './check-wire.ts'

/** Milliseconds after which the page is not going to do what it should: it takes tens. */
const WITHIN = 15_000

// The shell first: a whole Chromium draws a window of its own for every page (156), which takes twice the time.
const SHELL = 'chromium-headless-shell'
const INSTALLED = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/snap/bin/chromium',
]

const NONE = `No browser was found, and none could be installed. The browser tests need Chromium or Chrome. Any of these will do:
  - install chromium or google-chrome, so that it is on the PATH
  - CHROMIUM_PATH=/path/to/chrome npm test
  - npx playwright-core install chromium --only-shell`

/**
 * Path of a browser: `CHROMIUM_PATH`, an installed chromium or chrome, Playwright's own download (downloading it where
 * it is not there yet), `apt-get install chromium` where that is allowed.
 * @throws an error that says what to do where there is none
 */
export function findBrowser(): string {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named
    throw new Error(`CHROMIUM_PATH is ${named}, and no program is there`)
  }
  const found = installed() ?? downloaded()
  if (found !== null) return found
  process.stderr.write('No browser is installed: downloading Chromium.\n')
  run(process.execPath, [playwrightCli(), 'install', '--only-shell', 'chromium'])
  const download = downloaded()
  if (download !== null) return download
  if (process.getuid?.() === 0 && onPath('apt-get') !== null) {
    process.stderr.write('The download failed: apt-get install chromium.\n')
    run('apt-get', ['update', '-qq'])
    for (const name of [SHELL, 'chromium']) {
      if (installed() === null) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name])
    }
  }
  const last = installed()
  if (last === null) throw new Error(NONE)
  return last
}

function installed(): string | null {
  return INSTALLED.map(onPath).find((path) => path !== null) ?? ELSEWHERE.find(isProgram) ?? null
}

/** Playwright's own download: the whole Chromium, or the shell alone that tests need. */
function downloaded(): string | null {
  const whole = chromium.executablePath()
  // .../chromium-1234/chrome-linux/chrome stands beside .../chromium_headless_shell-1234/chrome-linux/headless_shell.
  const [, root, build] = /^(.*)[\\/]chromium-(\d+)[\\/]/.exec(whole) ?? []
  const shells = ['chrome-linux/headless_shell', 'chrome-headless-shell-linux64/chrome-headless-shell'].map(
    (path) => join(root ?? '', `chromium_headless_shell-${build}`, path),
  )
  return [whole, ...shells].find(isProgram) ?? null
}

function playwrightCli(): string {
  return join(import.meta.dirname, '../../node_modules/playwright-core/cli.js')
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    // Without a way to the download, say so soon: Playwright's own patience is half a minute for each of five tries.
    env: {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
    },
    timeout: 300_000,
  })
}

function onPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null
}

function isProgram(path: string): boolean {
  if (!existsSync(path)) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

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

/**
 * Opens a visitor on `origin`, with an empty page.
 * @param clock what the clock of their device says, in milliseconds
 */
export async function openVisitor(browser: Browser, origin: string, clock?: number): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: origin,
    colorScheme: 'light',
    viewport: VIEWPORT,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: 'en-GB',
  })
  context.setDefaultTimeout(WITHIN)
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (breach) =>
      // biome-ignore lint/suspicious/noConsole: the console is what the test listens to.
      console.error(`policy: ${breach.violatedDirective} ${breach.blockedURI}`),
    )
  })
  const problems: string[] = []
  context.on('request', (request) => {
    const url = new URL(request.url())
    const isOurs = url.origin === origin || ['data:', 'blob:'].includes(url.protocol)
    if (!isOurs) problems.push(`asked another host: ${request.url()}`)
  })
  // A refusal is an answer; the browser prints it as an error all the same.
  const isRefusal = (text: string) => /^Failed to load resource: .* status of 4\d\d/.test(text)
  context.on('console', (line) => {
    if (line.type() === 'error' && !isRefusal(line.text())) problems.push(`console: ${line.text()}`)
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
      socket.on('framereceived', ({ payload }) => {
        try {
          parseFrame(String(payload))
        } catch (error) {
          problems.push(String(error))
        }
      })
    })
    return page
  }
  if (clock !== undefined) await context.clock.install({ time: clock })
  const visitor: Visitor = {
    context,
    page: await tab(),
    problems,
    openTab: tab,
    async applyView(other) {
      eyes = other
      await apply(visitor.page)
    },
    async resetProfile() {
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
    const page = locator.page()
    const body = page.locator('body')
    // biome-ignore lint/performance/useDomNodeTextContent: what is to be seen, not what is there.
    const shown = await body.innerText({ timeout: 1_000 }).catch(() => '(no body)')
    throw new Error(
      `${otherwise}\n${locator} is not ${state} at ${page.url()}, which shows:\n${shown.slice(0, 1_500)}`,
    )
  })
  return first
}

/** Asks again until `check` holds. @param otherwise what it would mean if it never did */
export async function waitUntil(check: () => Promise<boolean>, otherwise: string): Promise<void> {
  const end = Date.now() + WITHIN
  while (!(await check())) {
    if (Date.now() > end) throw new Error(otherwise)
    // A page's layout and focus tell nobody when they change.
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
