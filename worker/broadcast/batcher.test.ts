import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Batcher } from './batcher.ts'

// Whoever expects something does so for a time; here it passes by hand.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** A batch that writes down what it handled, and whose steps are taken by hand. */
function makeBatcher(isSmall = false) {
  const batches: string[][] = []
  let next: (() => void) | null = null
  const made = new Batcher<string>({
    handle: (batch) => batches.push(batch),
    step: () =>
      new Promise<void>((resolve) => {
        next = resolve
      }),
    isSmall: () => isSmall,
  })
  const step = async () => {
    const resolve = next
    next = null
    resolve?.()
    await new Promise((done) => setImmediate(done))
  }
  return {
    batches,
    batcher: made,
    step,
    isLooking: () => next !== null,
    isUnderWay: () => next !== null || vi.getTimerCount() > 0,
    /** Lets steps and time pass until nothing is under way. */
    async quiet() {
      for (let steps = 0; next !== null || vi.getTimerCount() > 0; steps += 1) {
        if (steps > 1_000) throw new Error('a batch has no end')
        vi.runAllTimers()
        await step()
      }
    },
  }
}

test('what comes alone is handled at once', async () => {
  const { batches, batcher: one, quiet } = makeBatcher()
  one.addItem('a')
  expect(batches).toEqual([['a']])
  await quiet()
  one.addItem('b')
  expect(batches).toEqual([['a'], ['b']])
})

test('what follows within the batch is handled together at its end, in order', async () => {
  const { batches, batcher: one, step, quiet } = makeBatcher()
  one.addItem('a')
  one.addItem('b')
  await step()
  one.addItem('c')
  await step()
  one.addItem('d')
  expect(batches).toEqual([['a']])
  await quiet()
  expect(batches).toEqual([['a'], ['b', 'c', 'd']])
})

test('after a batch in which several things came, the next one waits for its end, too', async () => {
  const { batches, batcher: one, quiet } = makeBatcher()
  for (const item of ['a', 'b', 'c', 'd', 'e']) one.addItem(item)
  await quiet()
  for (const item of ['f', 'g']) one.addItem(item)
  expect(batches).toEqual([['a'], ['b', 'c', 'd', 'e']])
  await quiet()
  expect(batches.at(-1)).toEqual(['f', 'g'])
  // Two are few: what comes alone waits for nothing again.
  one.addItem('h')
  expect(batches.at(-1)).toEqual(['h'])
})

/** A batch that is open, after one in which eight things came. */
async function busy() {
  const { batcher: one, ...hands } = makeBatcher()
  for (let at = 0; at <= 8; at += 1) one.addItem('first')
  while (hands.batches.length < 2) await hands.step()
  expect(hands.batches[1]).toHaveLength(8)
  return { one, ...hands }
}

test('while as many come as came last, nobody looks whether the batch is over', async () => {
  const { batches, one, step, isLooking, quiet } = await busy()
  for (let at = 0; at < 6; at += 1) {
    one.addItem('next')
    await step()
    expect(isLooking()).toBe(false)
  }
  one.addItem('next')
  await step()
  expect(isLooking()).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
  one.addItem('the eighth')
  await quiet()
  expect(batches.slice(2)).toEqual([[...Array(7).fill('next'), 'the eighth']])
})

test('what is expected and does not come is waited for a millisecond, whoever takes what came', async () => {
  const { batches, one, step, isLooking, isUnderWay, quiet } = await busy()
  one.addItem('the only one')
  one.flushItems()
  expect(batches[2]).toEqual(['the only one'])
  vi.advanceTimersByTime(1)
  await step()
  expect(isLooking()).toBe(true)
  await quiet()
  expect(batches).toHaveLength(3)
  expect(isUnderWay()).toBe(false)
})

test('nothing is expected of a batch that begins after a pause', async () => {
  const { one, isLooking, quiet } = await busy()
  await quiet()
  one.addItem('much later')
  expect(isLooking()).toBe(true)
})

test('a batch ends however much keeps coming', async () => {
  const { batches, batcher: one, step } = makeBatcher()
  one.addItem('first')
  for (let steps = 0; steps < 250; steps += 1) {
    one.addItem(String(steps))
    await step()
  }
  expect(batches.length).toBeGreaterThan(1)
})

test('what waits can be handled before the end, once', async () => {
  const { batches, batcher: one, quiet } = makeBatcher()
  one.addItem('a')
  one.addItem('b')
  one.flushItems()
  await quiet()
  expect(batches).toEqual([['a'], ['b']])
})

test('an end that is asked for comes, also where nothing arrives, and then nothing is under way', async () => {
  const { batches, batcher: one, quiet, isUnderWay } = makeBatcher()
  one.finishBatch()
  one.finishBatch()
  expect(batches).toEqual([])
  await quiet()
  expect(batches).toEqual([[]])
  expect(isUnderWay()).toBe(false)
})

test('an end that is asked for is not brought forward by whoever wants nothing to wait', async () => {
  const { batches, batcher: one, quiet } = makeBatcher()
  for (let leaving = 0; leaving < 3; leaving += 1) {
    one.flushItems()
    one.finishBatch()
  }
  expect(batches).toEqual([])
  await quiet()
  expect(batches).toEqual([[]])
})

test('work that asks for an end itself begins one batch, not two', async () => {
  let steps = 0
  const batches: string[][] = []
  const one: Batcher<string> = new Batcher({
    handle: (batch) => {
      batches.push(batch)
      if (batch.length > 0) one.finishBatch()
    },
    step: async () => {
      steps += 1
    },
    isSmall: () => false,
  })
  one.addItem('a')
  await vi.waitFor(() => expect(batches).toEqual([['a'], []]))
  await new Promise((done) => setImmediate(done))
  // A batch in which nothing comes is twelve steps: one with the end, and the one that finds nothing more.
  expect(steps).toBe(24)
})

test('where one thing comes after another, most batches are not opened in a small room, and all in a large one', async () => {
  for (const [isSmall, opened] of [
    [true, 9],
    [false, 40],
  ] as const) {
    const { batcher: one, quiet, isUnderWay } = makeBatcher(isSmall)
    let batchesOpened = 0
    for (let at = 0; at < 40; at += 1) {
      one.addItem('alone')
      if (isUnderWay()) batchesOpened += 1
      await quiet()
    }
    expect(batchesOpened).toBe(opened)
  }
})
