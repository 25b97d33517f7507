import { expect, test } from 'vitest'
import { makeManifest, readHeaderRules } from './make-manifest.ts'

const SOURCE = { version: '1.0.0', commit: null, changed: false }

test('rules of headers are read as the platform reads them', () => {
  expect(readHeaderRules('# Why.\n/*\n  A-B: one: two\n  C: three\n\n/x/*\n  D: four\n')).toEqual([
    { path: '/*', headers: { 'A-B': 'one: two', C: 'three' } },
    { path: '/x/*', headers: { D: 'four' } },
  ])
  for (const wrong of ['  A: before any path', '/*\n  ! A', '/*\n  nothing'])
    expect(() => readHeaderRules(wrong)).toThrow(/_headers/)
})

test('a file whose type nobody knows is refused, and the error says where to add it', () => {
  const files = new Map([['/a.xyz', Buffer.from('x')]])
  expect(() => makeManifest(files, '', SOURCE, null)).toThrow(/\/a\.xyz .*content-type\.ts/)
})

test('a rule may name the type of a file without an ending', () => {
  const files = new Map([['/.well-known/x', Buffer.from('x')]])
  const rules = '/.well-known/x\n  Content-Type: application/x; charset=utf-8\n'
  expect(makeManifest(files, rules, SOURCE, null).files).toMatchObject([{ type: 'application/x' }])
})
