import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { StdinText } from './stdin-text.ts'

const from = (...chunks: string[]) => new StdinText(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))

test('secrets come first, a line each, and then the text', async () => {
  const stdin = from('li', 'nk\r\npass', 'word\nhel', 'lo\nworld\n')
  expect([await stdin.readLine(), await stdin.readLine()]).toEqual(['link', 'password'])
  expect((await stdin.readRest(100))?.toString()).toBe('hello\nworld\n')
})

test('a last line needs no end, and there is none behind it', async () => {
  const stdin = from('link')
  expect([await stdin.readLine(), await stdin.readLine()]).toEqual(['link', null])
  expect((await stdin.readRest(10))?.length).toBe(0)
})

test('more than fits is not held', async () => {
  expect(await from('12345').readRest(4)).toBeNull()
  expect((await from('1234').readRest(4))?.length).toBe(4)
  let given = 0
  const endless = new StdinText(
    Readable.from(
      (function* () {
        for (; ; given += 1) yield Buffer.alloc(1_024)
      })(),
    ),
  )
  expect(await endless.readRest(16_384)).toBeNull()
  expect(given).toBeLessThan(100)
})
