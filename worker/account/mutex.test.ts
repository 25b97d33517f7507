import { expect, test } from 'vitest'
import { mapConcurrent } from './map-concurrent.ts'
import { Mutex } from './mutex.ts'

test('steps run one after the other, also after one that failed', async () => {
  const mutex = new Mutex()
  const seen: string[] = []
  const step = (name: string, fails = false) =>
    mutex.runExclusive(async () => {
      seen.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 1))
      seen.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    })
  const results = await Promise.allSettled([step('a'), step('b', true), step('c')])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

test('a few at a time, with the results in order', async () => {
  let [running, most] = [0, 0]
  const results = await mapConcurrent(
    Array.from({ length: 40 }, (_, index) => index),
    async (item) => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, (item * 7) % 5))
      running -= 1
      return item * 2
    },
  )
  expect(results).toEqual(Array.from({ length: 40 }, (_, index) => index * 2))
  expect(most).toBe(6)
  expect(await mapConcurrent([], async () => 1)).toEqual([])
})

test('where one fails, those under way are through before it throws, and no other is begun', async () => {
  const [begun, through]: [number[], number[]] = [[], []]
  const failing = mapConcurrent([1, 2, 3, 4, 5, 6, 7, 8, 9], async (item) => {
    begun.push(item)
    if (item === 2) throw new Error('two')
    await new Promise((resolve) => setTimeout(resolve, item))
    through.push(item)
  })
  await expect(failing).rejects.toThrow('two')
  expect([begun, through]).toEqual([
    [1, 2, 3, 4, 5, 6],
    [1, 3, 4, 5, 6],
  ])
})
