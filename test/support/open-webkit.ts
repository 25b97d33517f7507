import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from './free-port.ts'
import { COMMANDS, DrivenPage, type DriverLine } from './web-driver.ts'

/** Milliseconds between two attempts to reach the driver: it does not say when it listens. */
const TRY_AGAIN = 50
const ATTEMPTS = 200

/** Where a WebKit is that can be driven. */
export interface WebKitPaths {
  /** WebKitWebDriver, which starts the MiniBrowser that came with it. */
  driver: string
  /** Xvfb, a screen that nobody sees: WebKitGTK has no mode without a window. */
  screen: string
}

/** Starts WebKitGTK's MiniBrowser, which keeps nothing when it is driven, on a screen of its own. */
export async function openWebKit(paths: WebKitPaths): Promise<DrivenPage> {
  const home = await mkdtemp(join(tmpdir(), 'private-chat-webkit-'))
  const screen = spawn(paths.screen, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const [number] = await once(screen.stdio[3] ?? screen, 'data')
  const port = await findFreePort()
  const driver = spawn(paths.driver, [`--port=${port}`], {
    // Its children end with it.
    detached: true,
    env: {
      PATH: process.env.PATH,
      HOME: home,
      DISPLAY: `:${String(number).trim()}`,
      // What it opens here is this project's page, and its sandbox does not start for root.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
    stdio: 'ignore',
  })
  const line = await startSession(`http://127.0.0.1:${port}/session`)
  return new DrivenPage({
    ...line,
    async close() {
      await line.close()
      if (driver.pid !== undefined) process.kill(-driver.pid, 'SIGKILL')
      await ended(driver)
      screen.kill()
      await ended(screen)
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

async function startSession(base: string): Promise<DriverLine> {
  const { sessionId } = (await untilReached(() => call('POST', base, { capabilities: {} }))) as {
    sessionId: string
  }
  const session = `${base}/${sessionId}`
  return {
    send(command, params) {
      const { method, path } = COMMANDS[command]
      return call(method, session + path.replace('{id}', String(params.id)), params)
    },
    async close() {
      await call('DELETE', session)
    },
  }
}

async function call(method: string, url: string, params?: Record<string, unknown>): Promise<unknown> {
  const body = method === 'POST' ? JSON.stringify(params) : null
  const { value } = (await (await fetch(url, { method, body })).json()) as {
    value: { error?: string; message?: string } | null
  }
  if (value?.error !== undefined) throw new Error(`${value.error}: ${value.message}`)
  return value
}

async function untilReached<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (tried === ATTEMPTS) throw error
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN))
    }
  }
}
