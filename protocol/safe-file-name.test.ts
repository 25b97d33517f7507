import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markFileName, safeFileName } from './safe-file-name.ts'

test.each([
  ['photo.jpg', 'photo.jpg'],
  ['Grüße aus Köln.pdf', 'Grüße aus Köln.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\boot.ini', 'boot.ini'],
  ['C:\\Users\\ada\\a.txt', 'a.txt'],
  ['／etc／passwd', 'passwd'],
  ['..', 'file'],
  ['', 'file'],
  ['a/', 'file'],
  ['.bashrc', 'bashrc'],
  ['  . .profile. ', 'profile'],
  ['photo\u202egpj.exe', 'photo_gpj.exe'],
  ['a\u2066b\u2069\u200f.txt', 'a_b_.txt'],
  ['a\0b\n.txt', 'a_b_.txt'],
  ['zero\u200bwidth\ufeff.txt', 'zero_width_.txt'],
  ['a<b>:"c"|d?*.txt', 'a_b_c_d_.txt'],
  ['a≮b', 'a_\u0338b'],
  ['con', '_con'],
  ['NUL.txt', '_NUL.txt'],
  ['com1 .txt', '_com1 .txt'],
  ['COM¹', '_COM1'],
  ['console.txt', 'console.txt'],
  ['\ud800.txt', '\ufffd.txt'],
])('%j becomes %j', (raw, name) => {
  expect(safeFileName(raw)).toBe(name)
})

test('a long name is cut before its ending, between characters', () => {
  const bytes = (name: string) => Buffer.byteLength(name)
  expect(safeFileName(`${'x'.repeat(300)}.jpg`)).toBe(`${'x'.repeat(251)}.jpg`)
  const wide = safeFileName(`${'👋'.repeat(300)}.jpeg`)
  expect([wide, bytes(wide)]).toEqual([`${'👋'.repeat(62)}.jpeg`, 253])
  // What is no ending is cut with the rest.
  expect(bytes(safeFileName(`a.${'b'.repeat(300)}`))).toBe(255)
})

test('every name is one part of a path, is seen, fits, and stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (raw) => {
      const name = safeFileName(raw)
      for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const)
        expect(name.normalize(form)).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|^[.\s]|[.\s]$/u)
      expect(name).not.toBe('')
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
      expect(safeFileName(name)).toBe(name)
    }),
    { numRuns: 500 },
  )
})

test('a name of a hundred thousand letters is cut in a moment', () => {
  const started = performance.now()
  for (let times = 0; times < 10; times += 1) safeFileName(`${'a*'.repeat(50_000)}.jpg`)
  // One by one it takes minutes.
  expect(performance.now() - started).toBeLessThan(5_000)
})

test('a mark stands before the ending, also in a name that is cut for it', () => {
  expect(markFileName('a.tar.gz', ' (2)')).toBe('a.tar (2).gz')
  expect(markFileName('file', ' (2)')).toBe('file (2)')
  expect(markFileName(safeFileName(`${'x'.repeat(300)}.jpg`), ' (2)')).toBe(`${'x'.repeat(247)} (2).jpg`)
})
