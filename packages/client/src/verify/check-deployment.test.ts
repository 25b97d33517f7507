import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import type { BuildManifest } from '../../../../protocol/build-manifest.ts'
import { listenLocally } from '../../../../test/support/listen-locally.ts'
import { checkDeployment } from './check-deployment.ts'
import { describeFinding } from './finding.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; script-src 'self'",
  'X-Frame-Options': 'DENY',
}
/** What the server answers itself needs no script. */
const ANSWER_POLICY = "default-src 'none'"

interface Served {
  type: string
  body: string
  headers: Record<string, string>
  status?: number
}
/** What a host serves, by path. */
type Site = Record<string, Served>

const served = (type: string, body: string): Served => ({ type, body, headers: { ...HEADERS } })
const DOCUMENT = `<!doctype html><script type="importmap">{"imports":{"room":"/assets/room.js"}}</script>
<script src="/theme.js"></script><script type="module" src="/assets/index.js"></script><a href="/elsewhere">x</a>`

function makeSite(): Site {
  return {
    '/': served('text/html', DOCUMENT),
    [`/room/${ROOM}`]: {
      ...served('text/html', DOCUMENT),
      headers: { ...HEADERS, 'X-Frame-Options': 'SAMEORIGIN' },
    },
    '/theme.js': served('text/javascript', 'document.body'),
    '/assets/index.js': served('text/javascript', 'import"./shared.js";import("room")'),
    '/assets/shared.js': served('text/javascript', 'export const a = 1'),
    '/assets/room.js': served('text/javascript', 'import{a}from"./shared.js"'),
    '/api/health': {
      ...served('application/json', '{"ok":true}'),
      headers: { 'Content-Security-Policy': ANSWER_POLICY },
    },
  }
}

/** The manifest of a site that is as it should be. */
function makeManifest(site: Site): BuildManifest {
  const files = Object.entries(site).filter(([path]) => path !== '/api/health')
  return {
    format: 1,
    version: '0.1.0',
    commit: 'a'.repeat(40),
    changed: false,
    files: files.map(([path, { type, body }]) => ({
      path: path.replace(ROOM, '*'),
      type,
      size: Buffer.byteLength(body),
      sha256: createHash('sha256').update(body).digest('hex'),
    })),
    headers: [
      { path: '/*', headers: HEADERS },
      { path: '/api/*', headers: { 'Content-Security-Policy': ANSWER_POLICY } },
      { path: '/room/*', headers: { 'X-Frame-Options': 'SAMEORIGIN' } },
    ],
    worker: null,
  }
}

const hosts: Server[] = []
afterEach(() => {
  for (const host of hosts.splice(0)) host.close()
})

/** Serves a site, and opens the one room. Returns its origin. */
async function serve(site: Site): Promise<string> {
  const host = createServer((request, response) => {
    if (request.method === 'POST') return void response.writeHead(201).end(JSON.stringify({ roomId: ROOM }))
    const found = site[request.url ?? '']
    if (found === undefined) return void response.writeHead(404).end()
    response.writeHead(found.status ?? 200, {
      'content-type': `${found.type}; charset=utf-8`,
      ...found.headers,
    })
    response.end(found.body)
  })
  hosts.push(host)
  return `http://127.0.0.1:${await listenLocally(host)}`
}

/** Serves a site with a manifest, and returns what a check says of it. */
async function check(site: Site, manifest: BuildManifest, expected?: BuildManifest): Promise<string[]> {
  const origin = await serve({ ...site, '/build.json': served('application/json', JSON.stringify(manifest)) })
  const checked = await checkDeployment({ origin, expected })
  if (!checked.ok) throw new Error(checked.reason)
  return checked.value.findings.map(describeFinding)
}

/** A site that is not as its manifest says. */
interface Case {
  what: string
  /** Changes the site after its manifest was made. */
  change(site: Site): void
  /** Each is in a finding of its own. */
  finds: string[]
}
const at = (site: Site, path: string): Served => {
  const found = site[path]
  if (found === undefined) throw new Error(`the site has no ${path}`)
  return found
}
const CASES: Case[] = [
  { what: 'a host that serves what it lists', change: () => {}, finds: [] },
  {
    what: 'a file with one changed byte',
    change: (site) => {
      at(site, '/assets/shared.js').body = 'export const a = 2'
    },
    finds: ['/assets/shared.js is not the file'],
  },
  {
    what: 'a document with one script more',
    change: (site) => {
      at(site, '/').body += '<script src="/extra.js"></script>'
    },
    finds: ['/ is not the file', '/ loads “/extra.js”'],
  },
  {
    what: 'another document at the address of a room',
    change: (site) => {
      at(site, `/room/${ROOM}`).body += '<script>steal()</script>'
    },
    finds: [`/room/${ROOM} is not the file`, `/room/${ROOM} has script inside`],
  },
  {
    what: 'a room’s page that is no page',
    change: (site) => {
      at(site, `/room/${ROOM}`).status = 303
    },
    finds: [`/room/${ROOM} answers 303`],
  },
  {
    what: 'an answer of the API without a header',
    change: (site) => {
      at(site, '/api/health').headers = {}
    },
    finds: ['/api/health comes without the header Content-Security-Policy'],
  },
  {
    what: 'a weaker policy',
    change: (site) => {
      at(site, '/').headers['Content-Security-Policy'] =
        "default-src 'none'; script-src 'self' https://evil.example"
    },
    finds: [
      "/ has another Content-Security-Policy: with “script-src 'self' https://evil.example”, without “script-src 'self'”",
    ],
  },
  {
    what: 'a script that is served as text',
    change: (site) => {
      at(site, '/theme.js').type = 'text/plain'
    },
    finds: ['/theme.js is served as “text/plain” in place of “text/javascript”'],
  },
  {
    what: 'a script in an encoding in which it is another',
    change: (site) => {
      at(site, '/theme.js').type = 'text/javascript; charset=iso-2022-jp'
    },
    finds: ['/theme.js is served as “text/javascript; charset=iso-2022-jp'],
  },
  {
    what: 'a document that leads to another host',
    change: (site) => {
      at(site, '/').headers.Refresh = '0; url=https://evil.example'
    },
    finds: ['/ comes with the header Refresh, which leads elsewhere: “0; url=https://evil.example”'],
  },
  {
    what: 'a file that is gone',
    change: (site) => {
      delete site['/assets/room.js']
    },
    finds: ['/assets/room.js answers 404'],
  },
]

describe('a check of a deployment', () => {
  test.for(CASES)('finds of $what what is wrong', async ({ change, finds }) => {
    const site = makeSite()
    const manifest = makeManifest(site)
    change(site)
    const found = await check(site, manifest)
    expect(found).toEqual(finds.map((sentence) => expect.stringContaining(sentence)))
  })

  test('finds what a file loads that the manifest leaves out, though every file is as listed', async () => {
    const site = makeSite()
    at(site, '/').body += '<script src="/extra.js"></script>'
    at(site, '/assets/index.js').body += ';import("./more.js")'
    at(site, `/room/${ROOM}`).body = at(site, '/').body
    expect(await check(site, makeManifest(site))).toEqual([
      expect.stringContaining('/ loads “/extra.js”'),
      expect.stringContaining('/assets/index.js loads “/assets/more.js”'),
      expect.stringContaining('loads “/extra.js”'),
    ])
  })

  test('is not deceived by a manifest that lists what was changed, where there is another to hold it against', async () => {
    const site = makeSite()
    const expected = makeManifest(site)
    at(site, '/assets/shared.js').body = 'export const a = 2'
    const lie = makeManifest(site)
    expect(await check(site, lie)).toEqual([])
    expect(await check(site, lie, expected)).toEqual([
      expect.stringContaining('another line for /assets/shared.js'),
      expect.stringContaining('/assets/shared.js is not the file'),
    ])
  })

  test('says which commit a host is of, where it is another', async () => {
    const site = makeSite()
    const manifest = makeManifest(site)
    const other = { ...manifest, commit: 'b'.repeat(40) }
    expect(await check(site, other, manifest)).toEqual([
      `The host’s manifest has another commit: “${'b'.repeat(40)}” in place of “${'a'.repeat(40)}”.`,
    ])
  })

  test('asks for another address where a room shows its page to nobody', async () => {
    const site = makeSite()
    const manifest = makeManifest(site)
    at(site, `/room/${ROOM}`).status = 303
    const origin = await serve({
      ...site,
      '/build.json': served('application/json', JSON.stringify(manifest)),
    })
    const reason = expect.stringMatching(/over, full or closed.*address of the server/)
    expect(await checkDeployment({ origin, roomId: ROOM })).toEqual({ ok: false, reason })
  })

  test('takes no manifest with what is no address or no header', async () => {
    const site = makeSite()
    const manifest = makeManifest(site)
    const [file] = manifest.files
    const notes = ['/\n::add-mask::x', '/\x1b]0;x\x07'].map((path) => ({
      ...manifest,
      files: [{ ...file, path }],
    }))
    const rules = { ...manifest, headers: [{ path: '/*', headers: { 'no header': 'x' } }] }
    for (const wrong of [...notes, rules]) {
      const body = JSON.stringify(wrong)
      const origin = await serve({ ...site, '/build.json': served('application/json', body) })
      expect(await checkDeployment({ origin })).toMatchObject({
        ok: true,
        value: { served: null, findings: [{ what: 'no-manifest' }] },
      })
    }
  })

  test('is not kept by a manifest without an end', async () => {
    const site = makeSite()
    const manifest = makeManifest(site)
    const [file] = manifest.files
    const files = Array.from({ length: 15_000 }, (_, index) => ({ ...file, path: `/${index}` }))
    const body = JSON.stringify({ ...manifest, files })
    const origin = await serve({ ...site, '/build.json': served('application/json', body) })
    const reason = expect.stringContaining('more than 10000 addresses')
    expect(await checkDeployment({ origin })).toEqual({ ok: false, reason })
  })

  test('finds that there is no manifest', async () => {
    const checked = await checkDeployment({ origin: await serve(makeSite()) })
    expect(checked).toMatchObject({ ok: true, value: { served: null, findings: [{ what: 'no-manifest' }] } })
  })

  test('says that a host can’t be reached', async () => {
    const origin = await serve({})
    for (const host of hosts.splice(0)) await new Promise((resolve) => host.close(resolve))
    expect(await checkDeployment({ origin })).toEqual({
      ok: false,
      reason: `${origin}/build.json can’t be reached, or did not answer in time.`,
    })
  })
})
