import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from './file-name.ts'

interface Case {
  title: string
  name: string
}
const CASES: Case[] = [
  { title: 'Workshop, 27 Nov', name: 'Workshop, 27 Nov.csv' },
  { title: 'Ünï', name: 'Ünï.csv' },
  { title: 'a"b\\c/d', name: 'a-b-c-d.csv' },
  { title: 'a＂; filename=＂b', name: 'a- filename=-b.csv' },
  { title: 'a／b', name: 'a-b.csv' },
  { title: 'ann\u202egnp.exe', name: 'ann-gnp.exe.csv' },
  { title: 'a\r\nb\u200bc', name: 'a-b-c.csv' },
  { title: 'a≮b≯c', name: 'a-\u0338b-\u0338c.csv' },
  { title: '..', name: 'private-chat.csv' },
  { title: '.profile', name: 'profile.csv' },
  { title: 'x'.repeat(120), name: `${'x'.repeat(80)}.csv` },
]
test.for(CASES)('of $title is $name', ({ title, name }) => {
  expect(fileName(title, 'csv')).toBe(name)
})

test('of any title holds nothing that a path, a header or an eye would trip over, however it is normalised', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const)
        expect(fileName(title, 'md').normalize(form)).not.toMatch(/[/\\:*?"<>|;%\p{Cc}\p{Cf}]|^\./u)
    }),
    { numRuns: 400 },
  )
})
