import { expect, test } from 'vitest'
import type { ServedFile } from '../../protocol/build-manifest.ts'
import { SECURITY_HEADERS } from '../../worker/http/headers.ts'
import { makeWebcatManifest } from './webcat.ts'

const POLICY = SECURITY_HEADERS['Content-Security-Policy'] ?? ''
const DOCUMENT_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'sha256-AAAA'")
const HASH = { '/': '00'.repeat(32), room: '77'.repeat(32), other: 'ff'.repeat(32) }
const file = (path: string, sha256: string): ServedFile => ({ path, sha256, size: 1, type: 'text/html' })
const { manifest } = makeWebcatManifest(
  [
    file('/', HASH['/']),
    file('/privacy', HASH.other),
    file('/room/*', HASH.room),
    file('/login', HASH.other),
  ],
  { version: '0.1.0', documentPolicy: DOCUMENT_POLICY, answerPolicy: POLICY },
)

/** How the extension finds the hash of an address, as docs/decisions/0042 describes it. */
function findHash(path: string): string | undefined {
  const { files, default_index, default_fallback } = manifest
  return files[path] ?? files[path.endsWith('/') ? path + default_index : default_fallback]
}

test('every address has the document that is served there', () => {
  const [lobby, room, other] = [0x00, 0x77, 0xff].map((byte) => Buffer.alloc(32, byte).toString('base64url'))
  expect(findHash('/')).toBe(lobby)
  expect(['/room/V1StGXR8_Z5jdHi6B-myT', '/nothing'].map(findHash)).toEqual([room, room])
  expect(['/privacy', '/login'].map(findHash)).toEqual([other, other])
})

test('it has everything that the extension refuses a manifest without', () => {
  const { files, default_index, default_fallback, default_csp, wasm } = manifest
  expect(files[`/${default_index}`]).toBeDefined()
  expect(files[default_fallback]).toBeDefined()
  expect([default_csp, wasm]).toEqual([DOCUMENT_POLICY, []])
})

/** What the extension lets stand in a policy whose `default-src` is `'none'`; what is not here it lets stand as it is. */
const ALLOWED: Record<string, RegExp> = {
  'script-src': /^'(?:none|self|wasm-unsafe-eval|sha(?:256|384|512)-[\w+/=-]+)'$/,
  'style-src': /^'(?:none|self|sha(?:256|384|512)-[\w+/=-]+)'$/,
  'object-src': /^'none'$/,
  'frame-src': /^(?:'none'|'self'|blob:|data:)$/,
  'worker-src': /^'(?:none|self)'$/,
}
test.for(Object.entries({ '/': manifest.default_csp, ...manifest.extra_csp }))(
  'the extension takes the policy of %s',
  ([, policy]) => {
    expect(policy).not.toContain(',')
    const directives = policy.split('; ').map((directive) => directive.split(' '))
    expect(directives).toContainEqual(['default-src', "'none'"])
    for (const [name = '', ...sources] of directives)
      for (const source of sources) if (name in ALLOWED) expect(source).toMatch(ALLOWED[name] ?? /$^/)
  },
)
