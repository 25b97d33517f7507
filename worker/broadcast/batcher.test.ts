import { expect, test, vi } from 'vitest'
import { Batcher } from './batcher.ts'

/** A batcher that writes down what it handled, and whose steps are taken by hand. */
function makeBatcher(isSmall = true) {
  const batches: string[][] = []
  let next: (() => void) | null = null
  const batcher = new Batcher<string>({
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
    batcher,
    step,
    isRunning: () => next !== null,
    /** Takes steps until no batch is open. */
    async runToEnd() {
      for (let steps = 0; next !== null; steps += 1) {
        if (steps > 1_000) throw new Error('a batch has no end')
        await step()
      }
    },
  }
}

test('what comes alone is handled at once', async () => {
  const { batches, batcher, runToEnd } = makeBatcher()
  batcher.addItem('a')
  expect(batches).toEqual([['a']])
  await runToEnd()
  batcher.addItem('b')
  expect(batches).toEqual([['a'], ['b']])
})

test('what follows within the batch is handled together at its end, in order', async () => {
  const { batches, batcher, step, runToEnd } = makeBatcher()
  batcher.addItem('a')
  batcher.addItem('b')
  await step()
  batcher.addItem('c')
  await step()
  batcher.addItem('d')
  expect(batches).toEqual([['a']])
  await runToEnd()
  expect(batches).toEqual([['a'], ['b', 'c', 'd']])
})

test('after a batch in which several things came, the next one waits for its end, too', async () => {
  const { batches, batcher, runToEnd } = makeBatcher()
  for (const item of ['a', 'b', 'c', 'd', 'e']) batcher.addItem(item)
  await runToEnd()
  for (const item of ['f', 'g']) batcher.addItem(item)
  expect(batches).toEqual([['a'], ['b', 'c', 'd', 'e']])
  await runToEnd()
  expect(batches.at(-1)).toEqual(['f', 'g'])
  // Two are few: what comes alone waits for nothing again.
  batcher.addItem('h')
  expect(batches.at(-1)).toEqual(['h'])
})

test('a batch ends however much keeps coming', async () => {
  const { batches, batcher, step } = makeBatcher()
  batcher.addItem('first')
  for (let steps = 0; steps < 250; steps += 1) {
    batcher.addItem(String(steps))
    await step()
  }
  expect(batches.length).toBeGreaterThan(1)
})

test('what waits can be handled before the end, once', async () => {
  const { batches, batcher, runToEnd } = makeBatcher()
  batcher.addItem('a')
  batcher.addItem('b')
  batcher.flushItems()
  await runToEnd()
  expect(batches).toEqual([['a'], ['b']])
})

test('an end that is asked for comes, also where nothing arrives, and then nothing is under way', async () => {
  const { batches, batcher, runToEnd, isRunning } = makeBatcher()
  batcher.finishBatch()
  batcher.finishBatch()
  expect(batches).toEqual([])
  await runToEnd()
  expect(batches).toEqual([[]])
  expect(isRunning()).toBe(false)
})

test('an end that is asked for is not brought forward by a flush', async () => {
  const { batches, batcher, runToEnd } = makeBatcher()
  for (let leaving = 0; leaving < 3; leaving += 1) {
    batcher.flushItems()
    batcher.finishBatch()
  }
  expect(batches).toEqual([])
  await runToEnd()
  expect(batches).toEqual([[]])
})

test('work that asks for an end itself begins one batch, not two', async () => {
  let steps = 0
  const batches: string[][] = []
  const batcher: Batcher<string> = new Batcher({
    handle: (batch) => {
      batches.push(batch)
      if (batch.length > 0) batcher.finishBatch()
    },
    step: async () => {
      steps += 1
    },
    isSmall: () => true,
  })
  batcher.addItem('a')
  await vi.waitFor(() => expect(batches).toEqual([['a'], []]), { timeout: 15_000 })
  await new Promise((done) => setImmediate(done))
  // A batch in which nothing comes is twelve steps: one with the end, and the one that finds nothing more.
  expect(steps).toBe(24)
})

test.each([
  { room: 'a small room', isSmall: true, opened: [0, 1, 2, 3, 4, 5, 6, 7, 31, 63] },
  { room: 'a large room', isSmall: false, opened: Array.from({ length: 70 }, (_, at) => at) },
])(
  'of items that come one after another in $room, these open a batch: $opened',
  async ({ isSmall, opened }) => {
    const { batches, batcher, runToEnd, isRunning } = makeBatcher(isSmall)
    const found: number[] = []
    for (let at = 0; at < 70; at += 1) {
      batcher.addItem('alone')
      if (isRunning()) found.push(at)
      await runToEnd()
    }
    expect(found).toEqual(opened)
    expect(batches).toEqual(Array(70).fill(['alone']))
  },
)

test('a batch is over after twelve steps in which nothing comes', async () => {
  const { batches, batcher, step } = makeBatcher()
  batcher.addItem('a')
  batcher.addItem('b')
  for (let steps = 0; steps < 11; steps += 1) await step()
  batcher.addItem('c')
  for (let steps = 0; steps < 12; steps += 1) await step()
  expect(batches).toEqual([['a']])
  await step()
  expect(batches).toEqual([['a'], ['b', 'c']])
})
