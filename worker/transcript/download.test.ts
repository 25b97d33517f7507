import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from '../../protocol/file-name.ts'
import { contentDisposition } from './download.ts'

interface Case {
  title: string
  header: string
}
const CASES: Case[] = [
  { title: 'a"b\\c/d', header: `attachment; filename="a-b-c-d.csv"; filename*=UTF-8''a-b-c-d.csv` },
  {
    title: "Ünï (100%)'s\r\n",
    header: `attachment; filename="Uni (100-)'s-.csv"; filename*=UTF-8''%C3%9Cn%C3%AF%20%28100-%29%27s-.csv`,
  },
  {
    title: 'a＂; filename=＂evil.exe',
    header: `attachment; filename="a- filename=-evil.exe.csv"; filename*=UTF-8''a-%20filename%3D-evil.exe.csv`,
  },
]
test.for(CASES)('a file of $title is named so that no client trips over it', ({ title, header }) => {
  expect(contentDisposition(fileName(title, 'csv'))).toBe(header)
})

test('no title gets out of its quotes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      expect(contentDisposition(fileName(title, 'csv'))).toMatch(
        /^attachment; filename="[^"\\%;/\p{Cc}]*\.csv"; filename\*=UTF-8''[\w.!~%-]*\.csv$/u,
      )
    }),
    { numRuns: 2_000 },
  )
})
