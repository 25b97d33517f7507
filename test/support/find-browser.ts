import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findOnPath, isProgram } from './find-program.ts'

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
 * @throws an error that explains what to do where there is none
 */
export function findBrowser(): string {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named
    throw new Error(`CHROMIUM_PATH is ${named}, and no program is there`)
  }
  const found = findInstalled() ?? findDownloaded()
  if (found !== null) return found
  process.stderr.write('No browser is installed: downloading Chromium.\n')
  runCommand(process.execPath, [playwrightCli(), 'install', '--only-shell', 'chromium'])
  const download = findDownloaded()
  if (download !== null) return download
  if (process.getuid?.() === 0 && findOnPath('apt-get') !== null) {
    process.stderr.write('The download failed: apt-get install chromium.\n')
    runCommand('apt-get', ['update', '-qq'])
    for (const name of [SHELL, 'chromium']) {
      if (findInstalled() === null)
        runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name])
    }
  }
  const last = findInstalled()
  if (last === null) throw new Error(NONE)
  return last
}

function findInstalled(): string | null {
  return INSTALLED.map(findOnPath).find((path) => path !== null) ?? ELSEWHERE.find(isProgram) ?? null
}

/** Playwright's own download: the whole Chromium, or the shell alone that tests need. */
function findDownloaded(): string | null {
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

function runCommand(command: string, args: string[]): void {
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    // Without a way to the download, fail soon: Playwright itself waits for half a minute, five times.
    env: {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
    },
    timeout: 300_000,
  })
}
