import { createRoot, createSignal } from 'solid-js'
import { expect, onTestFinished, test } from 'vitest'
import { flushPromises } from '../../../test/support/room-fixture.ts'
import { createRoomState } from '../create-room-state.ts'
import { createReactors } from './reactors.ts'

test('who reacted is asked once for each change, also while somebody points there, and not where nobody does', async () => {
  const answers = [['a'], ['a', 'b'], ['c']].map((x) => ({ reactions: { x } }))
  const [rev, setRev] = createSignal(1)
  const made = createRoot((dispose) => {
    const { state } = createRoomState((run) => run())
    const runCommand = async () => ({ ok: true, value: answers.shift() }) as never
    return { ...createReactors({ state, runCommand }, () => 1, rev), dispose }
  })
  onTestFinished(made.dispose)
  await flushPromises()
  expect(made.names('x')).toBeUndefined()
  made.ask('x')
  await flushPromises()
  expect([made.names('x'), answers.length]).toEqual(['somebody who left', 2])
  made.forget()
  made.ask('x')
  await flushPromises()
  expect(answers).toHaveLength(2)
  setRev(2)
  await flushPromises()
  expect([made.names('x'), answers.length]).toEqual(['somebody who left and somebody who left', 1])
  made.forget()
  setRev(3)
  await flushPromises()
  expect(answers).toHaveLength(1)
})
