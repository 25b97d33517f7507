import { expect, test } from 'vitest'
import { BoundedMap } from './bounded-map.ts'

test('a bounded map forgets what was set longest ago, and never holds more', () => {
  const map = new BoundedMap<number>(3)
  for (const [value, key] of ['a', 'b', 'c', 'a', 'd'].entries()) map.set(key, value)
  expect([map.get('a'), map.get('b'), map.get('c'), map.get('d')]).toEqual([3, undefined, 2, 4])
  for (let n = 0; n < 1_000; n += 1) map.set(`made up ${n}`, n)
  expect(map.size).toBe(3)
  map.delete('made up 999')
  expect([map.size, map.get('made up 999')]).toEqual([2, undefined])
})
