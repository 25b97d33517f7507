import { expect, test } from 'vitest'
import type { BuildManifest } from '../../../../protocol/build-manifest.ts'
import { type Against, describeReport } from './describe-report.ts'
import type { Finding } from './finding.ts'

const manifest: BuildManifest = {
  format: 1,
  version: '0.1.0',
  commit: 'a'.repeat(40),
  changed: false,
  files: [],
  headers: [],
  worker: null,
}
const describe = (against: Against, findings: Finding[] = [], described: BuildManifest | null = manifest) =>
  describeReport(
    { served: described, looked: 9, findings },
    { origin: 'https://chat.example', against, manifest: described },
  )

test.for<[Against, RegExp]>([
  ['host', /own manifest alone.*does not show/],
  ['file', /your manifest/],
  ['build', /a build of the sources/],
])('held against the %s, it says what that shows, and that nobody sees the server', ([against, shows]) => {
  const lines = describe(against)
  expect(lines[0]).toBe(
    `https://chat.example serves version 0.1.0, commit ${'a'.repeat(40)}: 9 addresses are as they should be.`,
  )
  expect(lines[1]).toMatch(shows)
  expect(lines[2]).toMatch(/Nobody outside can see which code the server runs/)
})

test('what is wrong is counted and named, and nothing is said to be shown', () => {
  const lines = describe('build', [{ what: 'status', path: '/theme.js', status: 404 }])
  expect(lines).toEqual([
    'https://chat.example is not as it should be: 1 thing differs, of 9 addresses.',
    '- /theme.js answers 404 in place of its file.',
  ])
})

test('of very many the first are named', () => {
  const findings = Array.from(
    { length: 100 },
    (_, at) => ({ what: 'status', path: `/${at}`, status: 404 }) as const,
  )
  const lines = describe('build', findings)
  expect(lines).toHaveLength(42)
  expect(lines.at(-1)).toBe('- and 60 more.')
})

test('it says where nobody can make the same build', () => {
  expect(describe('host', [], { ...manifest, changed: true })[0]).toContain('with changes that no commit has')
  expect(describe('host', [], { ...manifest, commit: null })[0]).toContain('which names no commit')
})

test('what a host says can’t steer a terminal', () => {
  const [, line] = describe('host', [{ what: 'unlisted', path: '/', refersTo: '/\u001b]0;x\u0007evil.js' }])
  expect(line).toBe('- / loads “/]0;xevil.js”, which the manifest does not list.')
})
