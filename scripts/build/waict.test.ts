import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { ServedFile } from '../../protocol/build-manifest.ts'
import { makeWaictManifest } from './waict.ts'

const hash = (content: string, encoding: 'hex' | 'base64url') =>
  createHash('sha256').update(content).digest(encoding)
const file = (path: string, content: string, type: string): ServedFile => ({
  path,
  type,
  sha256: hash(content, 'hex'),
  size: content.length,
})
const FILES = [
  file('/', 'the document', 'text/html'),
  file('/assets/index.js', 'a script', 'text/javascript'),
  file('/privacy', 'another document', 'text/html'),
  file('/room/*', 'the document', 'text/html'),
]

/** Reads what a browser would of an answer: the draft's two lines. */
function readAnswer(body: string) {
  const [manifest = '', proof, ...rest] = body.split('\n')
  return { manifest: JSON.parse(manifest), proof, rest }
}

test('each file is listed by its address, and documents also for addresses that nobody can list', () => {
  const { manifest } = readAnswer(makeWaictManifest(FILES).body)
  expect(manifest).toEqual({
    hashes: {
      '/': hash('the document', 'base64url'),
      '/assets/index.js': hash('a script', 'base64url'),
      '/privacy': hash('another document', 'base64url'),
    },
    fallback_hashes: [hash('the document', 'base64url'), hash('another document', 'base64url')].sort(),
  })
})

test('the answer is a manifest and a proof, which is empty because nothing is in a public log', () => {
  expect(readAnswer(makeWaictManifest(FILES).body)).toMatchObject({ proof: '', rest: [''] })
})

test('the address has the hash of the answer, so that it never changes behind it', () => {
  const { path, body } = makeWaictManifest(FILES)
  expect(path).toBe(`/.well-known/waict/manifests/${hash(body, 'base64url').slice(0, 22)}.json`)
  expect(makeWaictManifest(FILES.slice(1)).path).not.toBe(path)
})

test('the header has what the draft asks for, blocks nothing, and binds nobody for later', () => {
  const { header, path } = makeWaictManifest(FILES)
  expect(header).toBe(`max-age=0, mode=report, manifest="${path}"`)
})
