import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EXIT } from './exit-code.ts'
import { checkPrivateFile, readPrivateFile, writePrivateFile } from './private-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'private-chat-file-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a file of secrets is its owner’s alone, also where it was everybody’s', () => {
  const file = join(folder, 'seat')
  writeFileSync(file, '{}', { mode: 0o644 })
  expect(writePrivateFile(file, 'seat', { token: 'x' })).toEqual({ ok: true, value: undefined })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readPrivateFile(file, 'seat')).toEqual({ ok: true, value: { token: 'x' } })
  expect(readdirSync(folder)).toEqual(['seat'])
})

test('one that is not there yet is no mistake; one that can’t be read or written is', () => {
  expect(readPrivateFile(join(folder, 'none'), 'seat')).toEqual({ ok: true, value: null })
  writeFileSync(join(folder, 'text'), 'no JSON')
  const says = { ok: false, ending: { code: EXIT.usage, message: expect.stringContaining('--seat') } }
  expect(readPrivateFile(join(folder, 'text'), 'seat')).toEqual(says)
  expect(writePrivateFile(join(folder, 'no', 'such'), 'seat', {})).toEqual(says)
})

test('whether it can be written is known before, and the file stays as it is', () => {
  const file = join(folder, 'seat')
  writeFileSync(file, '{}')
  expect(checkPrivateFile(file, 'seat')).toEqual({ ok: true, value: undefined })
  expect(checkPrivateFile(join(folder, 'new'), 'seat').ok).toBe(true)
  expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['{}', ['seat']])
  const says = { ok: false, ending: { code: EXIT.usage, message: expect.stringContaining('--seat') } }
  for (const wrong of [folder, join(folder, 'no', 'such')]) {
    expect(checkPrivateFile(wrong, 'seat')).toEqual(says)
    expect(writePrivateFile(wrong, 'seat', {})).toEqual(says)
  }
  expect(readdirSync(folder)).toEqual(['seat'])
})

test('a link that somebody else put beside it beforehand leads nowhere', () => {
  const [file, theirs] = [join(folder, 'seat'), join(folder, 'theirs')]
  writeFileSync(theirs, '')
  // The name that a program of this number would take, which anybody can guess.
  symlinkSync(theirs, `${file}.${process.pid}`)
  expect(writePrivateFile(file, 'seat', { token: 'x' }).ok).toBe(true)
  expect(readFileSync(theirs, 'utf8')).toBe('')
  expect(statSync(file).mode & 0o777).toBe(0o600)
})
