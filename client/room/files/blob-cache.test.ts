import { expect, test } from 'vitest'
import { makeBlobCache } from './blob-cache.ts'

const blob = (size: number) => new Blob([new Uint8Array(size)])

test('what was used longest ago goes first, and nothing is kept beyond the limit', () => {
  const cache = makeBlobCache(10)
  cache.keepBlob('a', blob(4))
  cache.keepBlob('b', blob(4))
  expect(cache.findBlob('a')?.size).toBe(4)
  cache.keepBlob('c', blob(4))
  expect(['a', 'b', 'c'].map((id) => cache.findBlob(id)?.size)).toEqual([4, undefined, 4])
  cache.keepBlob('d', blob(11))
  expect(['a', 'c', 'd'].map((id) => cache.findBlob(id))).toEqual([undefined, undefined, undefined])
})

test('what is forgotten is gone', () => {
  const cache = makeBlobCache()
  cache.keepBlob('a', blob(1))
  cache.keepBlob('b', blob(1))
  cache.forgetBlob('a')
  expect([cache.findBlob('a'), cache.findBlob('b')?.size]).toEqual([undefined, 1])
  cache.forgetAll()
  expect(cache.findBlob('b')).toBeUndefined()
})
