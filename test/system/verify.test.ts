import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Arguments } from '../../packages/client/src/cli/arguments.ts'
import { verify as command } from '../../packages/client/src/cli/verify.ts'
import type { BuildManifest } from '../../protocol/build-manifest.ts'
import { Person } from '../support/node-client.ts'
import { type OneLanguage, serveOneLanguage } from '../support/one-language.ts'
import { type Server, startServer } from '../support/server.ts'
import { type PassingAnswer, startTamperingProxy, type TamperingProxy } from '../support/tampering-proxy.ts'

const ROOT = join(import.meta.dirname, '../..')
const BUILT = join(ROOT, 'dist/client')

let server: Server
let small: OneLanguage
/** Stands in front of the small one, and changes what a test says. */
let proxy: TamperingProxy
let manifest: BuildManifest
/** A folder with that manifest, as a build has it. */
let built: string
/** A script that every page loads. */
let script: string

beforeAll(async () => {
  server = await startServer({ rateLimits: 'off' })
  small = await serveOneLanguage(server.origin)
  ;({ manifest, built } = small)
  proxy = await startTamperingProxy(small.origin)
  script = manifest.files.find(({ path }) => /^\/assets\/shared-.*\.js$/.test(path))?.path ?? ''
})
afterAll(async () => {
  proxy?.close()
  small?.stop()
  await server?.stop()
})
beforeEach(() => {
  proxy.change = () => {}
})

interface Ended {
  code: number | string | null | undefined
  lines: string[]
}

/** Runs one of the two commands that check a deployment. */
function run(file: string, ...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, file), ...args], { cwd: ROOT }, (error, stdout, stderr) => {
      resolve({ code: error ? error.code : 0, lines: `${stdout}${stderr}`.trim().split('\n') })
    })
  })
}
const verify = (...args: string[]) => run('scripts/verify.ts', ...args)
const verifyBuilt = () => verify(proxy.origin, '--built', built)

const addScript = (answer: PassingAnswer, address: string) => {
  answer.body = Buffer.from(
    answer.body.toString().replace('</head>', `<script src="${address}"></script></head>`),
  )
}

/** Rewrites the manifest on its way, as a server would that lies. */
function lie(answer: PassingAnswer, path: string, content: Buffer): void {
  const files = manifest.files.map((file) =>
    file.path === path
      ? { ...file, sha256: createHash('sha256').update(content).digest('hex'), size: content.length }
      : file,
  )
  answer.body = Buffer.from(JSON.stringify({ ...manifest, files }))
}

describe('npm run verify', () => {
  test('finds the built Worker as it was built, page of a room and answers of the API included', async () => {
    const { code, lines } = await verify(server.origin, '--built', BUILT)
    expect([lines[0], code]).toEqual([expect.stringMatching(/: \d+ addresses are as they should be\.$/), 0])
    expect(lines.join('\n')).toMatch(
      /build of the sources[\s\S]*Nobody outside can see which code the server runs/,
    )
  })

  test('names a file with one changed byte', async () => {
    proxy.change = (answer, path) => {
      if (path === script) answer.body.writeUInt8(answer.body.readUInt8(9) ^ 1, 9)
    }
    const { code, lines } = await verifyBuilt()
    expect(lines.slice(1)).toEqual([expect.stringContaining(`${script} is not the file that it should be`)])
    expect(code).toBe(1)
  })

  test('names one script more in the page of a room, and that no manifest lists it', async () => {
    const ann = new Person(server.origin)
    const roomId = await ann.createRoom()
    const page = `/room/${roomId}`
    proxy.change = (answer, path) => path === page && addScript(answer, '/extra.js')
    const { code, lines } = await verify(`${proxy.origin}${page}#kept-secret`, '--built', built)
    expect(lines.slice(1)).toEqual([
      expect.stringContaining(`${page} is not the file that it should be`),
      expect.stringContaining(`${page} loads “/extra.js”, which the manifest does not list`),
    ])
    expect([code, lines.join('\n').includes('kept-secret')]).toEqual([1, false])
  })

  test('names a header that is missing, of the page and of the API', async () => {
    proxy.change = (answer, path) => {
      if (path === '/privacy' || path === '/api/health') answer.headers.delete('content-security-policy')
    }
    const { code, lines } = await verifyBuilt()
    expect(lines.slice(1).sort()).toEqual([
      '- /api/health comes without the header Content-Security-Policy.',
      '- /privacy comes without the header Content-Security-Policy.',
    ])
    expect(code).toBe(1)
  })

  test('is not deceived by a manifest that lists what was changed', async () => {
    const changed = Buffer.from('fetch("https://evil.example")')
    proxy.change = (answer, path) => {
      if (path === script) answer.body = changed
      if (path === '/build.json') lie(answer, script, changed)
    }
    const { code, lines } = await verifyBuilt()
    expect(lines.slice(1)).toEqual([
      expect.stringContaining(`another line for ${script}`),
      expect.stringContaining(`${script} is not the file that it should be`),
    ])
    expect(code).toBe(1)
  })

  test('says what to do where it was called wrongly, and where nobody answers', async () => {
    expect(await verify()).toEqual({
      code: 2,
      lines: expect.arrayContaining([expect.stringMatching(/^Usage: /)]),
    })
    expect((await verify(proxy.origin, '--built', ROOT)).lines).toEqual([
      expect.stringContaining('npm run build'),
    ])
    expect(await verify(proxy.origin, '--commit', 'no-such-commit')).toEqual({
      code: 2,
      lines: [expect.stringContaining('git fetch --tags')],
    })
    expect(await verify('http://127.0.0.1:9', '--built', BUILT)).toEqual({
      code: 3,
      lines: ['http://127.0.0.1:9/build.json can’t be reached, or did not answer in time.'],
    })
  })
})

describe('private-chat verify', () => {
  /** Runs the command as `private-chat` does, and keeps what it prints. */
  async function runCommand(options: Record<string, string>, ...positionals: string[]): Promise<Ended> {
    const lines: string[] = []
    const io = {
      env: {},
      stdin: process.stdin,
      stopped: new AbortController().signal,
      holdSeat() {},
      print: async (line: string) => void lines.push(line),
      warn: (line: string) => void lines.push(line),
    }
    const { code, message } = await command.run(new Arguments(options, positionals), io)
    return { code, lines: message === undefined ? lines : [...lines, message] }
  }

  test('without a manifest of its own says how little it shows', async () => {
    const { code, lines } = await runCommand({}, proxy.origin)
    expect([code, lines[0]]).toEqual([0, expect.stringContaining('are as they should be')])
    expect(lines[1]).toMatch(/own manifest alone.*does not show.*npm run verify/)
  })

  test('finds what was changed on the way, also without one', async () => {
    proxy.change = (answer, path) => path === '/privacy' && addScript(answer, '/extra.js')
    const { code, lines } = await runCommand({}, proxy.origin)
    expect([code, lines.slice(1)]).toEqual([
      1,
      [
        expect.stringContaining('/privacy is not the file that it should be'),
        expect.stringContaining('/privacy loads “/extra.js”'),
      ],
    ])
  })

  test('is not deceived by a lie where it has a manifest, and is without', async () => {
    const changed = Buffer.from('fetch("https://evil.example")')
    proxy.change = (answer, path) => {
      if (path === script) answer.body = changed
      if (path === '/build.json') lie(answer, script, changed)
    }
    expect((await runCommand({}, proxy.origin)).code).toBe(0)
    const { code, lines } = await runCommand({ manifest: join(built, 'build.json') }, proxy.origin)
    expect([code, lines.at(-1)]).toEqual([1, expect.stringContaining(`${script} is not the file`)])
  })

  test('names a commit that is another than the one asked for', async () => {
    const { code, lines } = await runCommand({ commit: '0123456789' }, proxy.origin)
    expect([code, lines.at(-1)]).toEqual([1, expect.stringContaining('in place of “0123456789”')])
  })

  test('says what to do where it was called wrongly, and where nobody answers', async () => {
    expect(await runCommand({})).toEqual({
      code: 2,
      lines: [expect.stringContaining('https://chat.example')],
    })
    expect((await runCommand({ commit: 'v0.1.0' }, proxy.origin)).code).toBe(2)
    expect(await runCommand({ manifest: 'no-such-file' }, proxy.origin)).toEqual({
      code: 2,
      lines: ['The file that --manifest names can’t be read.'],
    })
    expect((await runCommand({ manifest: join(ROOT, 'package.json') }, proxy.origin)).code).toBe(2)
    expect((await runCommand({}, 'http://127.0.0.1:9')).code).toBe(3)
  })
})

test('every document names the manifest of WAICT, which lists the page as browsers of that draft read it', async () => {
  const ann = new Person(server.origin)
  const roomId = await ann.createRoom()
  const pages = ['/', '/privacy', '/login', `/room/${roomId}`]
  const answers = await Promise.all(pages.map((path) => fetch(server.origin + path)))
  const [header, ...others] = answers.map(({ headers }) => headers.get('integrity-policy-waict-v1'))
  const [, address = ''] = /^max-age=0, mode=report, manifest="([^"]+)"$/.exec(header ?? '') ?? []
  expect(others).toEqual(pages.slice(1).map(() => header))
  const listed = await fetch(server.origin + address)
  expect(listed.headers.get('content-type')).toBe('application/waict-integrity-manifest')
  expect(listed.headers.get('cache-control')).toContain('immutable')
  const [line = '', proof] = (await listed.text()).split('\n')
  const { hashes, fallback_hashes } = JSON.parse(line)
  expect(proof).toBe('')
  for (const answer of answers) {
    const hash = createHash('sha256')
      .update(await answer.text())
      .digest('base64url')
    expect(fallback_hashes).toContain(hash)
    const { pathname } = new URL(answer.url)
    if (pathname in hashes) expect(hashes[pathname]).toBe(hash)
  }
})

test('the manifest of WEBCAT has the policy and the document that are served', async () => {
  const answer = await fetch(`${server.origin}/.well-known/webcat/manifest.json`)
  const { default_csp, default_fallback, extra_csp, files } = (await answer.json()).manifest
  const [page, call] = await Promise.all(['/', '/api/health'].map((path) => fetch(server.origin + path)))
  expect(page?.headers.get('content-security-policy')).toBe(default_csp)
  expect(call?.headers.get('content-security-policy')).toBe(extra_csp['/api/'])
  const sha256 = (text = '') => createHash('sha256').update(text).digest('base64url')
  expect(files['/index.html']).toBe(sha256(await page?.text()))
  // At addresses that it doesn't list, such as that of nothing.
  expect(files[default_fallback]).toBe(
    sha256(await (await fetch(`${server.origin}/nothing`, { headers: { accept: 'text/html' } })).text()),
  )
})
