import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'
import { findOnPath, isProgram } from './find-program.ts'
import { openFirefox } from './open-firefox.ts'
import { openWebKit } from './open-webkit.ts'
import type { DrivenPage } from './web-driver.ts'

/** A browser whose engine is not Chromium's. */
export interface OtherBrowser {
  name: 'Firefox' | 'WebKit'
  open(): Promise<DrivenPage>
}

/** What Debian has of them: 140 MB to load, 500 MB on the disk. */
const PACKAGES = ['firefox-esr', 'webkit2gtk-driver', 'xvfb']

/** Milliseconds after which installing them has failed. */
const INSTALLED_WITHIN = 240_000

/**
 * Finds Firefox and WebKit, and installs what is missing where `apt-get` may do so. What can't be had is not in the list, and
 * that is said: unlike Chromium they can't be had for every machine.
 */
export async function findOtherBrowsers(): Promise<OtherBrowser[]> {
  if (findInstalled().length < 2 && process.getuid?.() === 0 && findOnPath('apt-get') !== null) {
    process.stderr.write(`apt-get install ${PACKAGES.join(' ')}, for the tests in Firefox and WebKit.\n`)
    // Another run of the tests may install just now.
    const wait = ['-o', 'DPkg::Lock::Timeout=120']
    await apt('update', '-qq', ...wait)
    await apt('install', '-y', '-qq', '--no-install-recommends', ...wait, ...PACKAGES)
  }
  return findInstalled()
}

function findInstalled(): OtherBrowser[] {
  const firefox = ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox']
    .map((each) => (isProgram(each) ? each : findOnPath(each)))
    .find((path) => path !== null)
  const [driver, screen] = [findOnPath('WebKitWebDriver'), findOnPath('Xvfb')]
  return [
    ...(firefox ? [{ name: 'Firefox' as const, open: () => openFirefox(firefox) }] : []),
    ...(driver && screen ? [{ name: 'WebKit' as const, open: () => openWebKit({ driver, screen }) }] : []),
  ]
}

/** Runs `apt-get` beside other tests; what it could not do shows in what is found afterwards. */
async function apt(...args: string[]): Promise<void> {
  await promisify(execFile)('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: INSTALLED_WITHIN,
  }).catch(({ message }: Error) => process.stderr.write(`${message}\n`))
}
