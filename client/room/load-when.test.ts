import { createRoot, createSignal, onCleanup } from 'solid-js'
import { expect, test } from 'vitest'
import { loadWhen } from './load-when.ts'

/** Has a part loaded by `loadWhen`, each load of which succeeds or fails as the test says. */
function setUp() {
  const [needs, setNeeds] = createSignal(0)
  const loads: PromiseWithResolvers<string>[] = []
  const started: string[] = []
  const dispose = createRoot((dispose) => {
    loadWhen(
      () => needs() > 0,
      () => {
        const load = Promise.withResolvers<string>()
        loads.push(load)
        return load.promise
      },
      (part) => {
        started.push(part)
        onCleanup(() => started.push(`${part} ended`))
      },
    )
    return dispose
  })
  /** Ends the newest load, and waits until that is known. */
  async function settle(part?: string) {
    const { promise, resolve, reject } = loads.at(-1) ?? Promise.withResolvers<string>()
    if (part) resolve(part)
    else reject(new TypeError('the line was away'))
    await promise.catch(() => {})
    await Promise.resolve()
  }
  return { setNeeds, loads, started, dispose, settle }
}

test('a part is loaded once, when it is first needed, and ends with its owner', async () => {
  const { setNeeds, loads, started, dispose, settle } = setUp()
  expect(loads).toHaveLength(0)
  setNeeds(1)
  setNeeds(2)
  expect(loads).toHaveLength(1)
  await settle('a part')
  setNeeds(3)
  expect([loads.length, started]).toEqual([1, ['a part']])
  dispose()
  expect(started).toEqual(['a part', 'a part ended'])
})

test('a part that could not be loaded is loaded again with the next change by which it is needed', async () => {
  const { setNeeds, loads, started, settle } = setUp()
  setNeeds(1)
  await settle()
  expect(loads).toHaveLength(1)
  setNeeds(0)
  expect(loads).toHaveLength(1)
  setNeeds(1)
  await settle('a part')
  expect([loads.length, started]).toEqual([2, ['a part']])
})

test('a change while it was on its way is not lost where that fails', async () => {
  const { setNeeds, loads, started, settle } = setUp()
  setNeeds(1)
  setNeeds(2)
  await settle()
  expect(loads).toHaveLength(2)
  await settle()
  expect(loads, 'without another change it is left').toHaveLength(2)
  setNeeds(3)
  setNeeds(0)
  await settle()
  expect(loads, 'nobody needs it any more').toHaveLength(3)
  setNeeds(1)
  await settle('a part')
  expect([loads.length, started]).toEqual([4, ['a part']])
})
