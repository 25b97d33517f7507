import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COMMANDS, DrivenPage, type DriverLine } from './web-driver.ts'

/**
 * Starts Firefox without a window and with a profile of its own. It is spoken to as geckodriver speaks to it, by Marionette,
 * which has the commands of WebDriver: Playwright drives a Firefox that is patched for it, and no package brings that.
 * @param path of a stock Firefox
 */
export async function openFirefox(path: string): Promise<DrivenPage> {
  const profile = await mkdtemp(join(tmpdir(), 'private-chat-firefox-'))
  await writeFile(join(profile, 'user.js'), 'user_pref("marionette.port", 0);\n')
  const child = spawn(path, ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    // Its children end with it.
    detached: true,
    env: { PATH: process.env.PATH, HOME: profile },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  const listening = Promise.withResolvers<number>()
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      printed += chunk
      const [, port] = /Marionette.*Listening on port (\d+)/.exec(printed) ?? []
      if (port) listening.resolve(Number(port))
    })
  child.once('error', listening.reject)
  void exited.then(() => listening.reject(new Error(`Firefox ended before it listened: ${printed}`)))
  const socket = connect(await listening.promise, '127.0.0.1')
  const line = speakMarionette(socket, async () => {
    socket.destroy()
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    await exited
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })
  await line.send('newSession', {})
  return new DrivenPage(line)
}

/** Sends `length:[0, id, name, params]`, and gives each answer `length:[1, id, error, result]` to who asked. */
function speakMarionette(socket: Socket, close: () => Promise<void>): DriverLine {
  const asked = new Map<number, PromiseWithResolvers<unknown>>()
  let rest = Buffer.alloc(0)
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const start = rest.indexOf(':') + 1
      const end = start + Number(rest.subarray(0, start - 1))
      if (start === 0 || rest.length < end) return
      const frame: unknown = JSON.parse(rest.toString('utf8', start, end))
      rest = rest.subarray(end)
      // The first one only says who speaks.
      if (!Array.isArray(frame)) continue
      const [, id, error, result] = frame
      if (error) asked.get(id)?.reject(new Error(`${error.error}: ${error.message}`))
      else asked.get(id)?.resolve(unwrap(result))
      asked.delete(id)
    }
  })
  let last = 0
  return {
    close,
    send(command, params) {
      last += 1
      const answer = Promise.withResolvers<unknown>()
      asked.set(last, answer)
      const frame = JSON.stringify([0, last, COMMANDS[command].firefox, params])
      socket.write(`${Buffer.byteLength(frame)}:${frame}`)
      return answer.promise
    },
  }
}

/** Most results are wrapped in an object, lists are not. */
function unwrap(result: unknown): unknown {
  return typeof result === 'object' && result !== null && 'value' in result ? result.value : result
}
