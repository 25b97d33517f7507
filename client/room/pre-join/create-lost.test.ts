import { createEffect, createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import type { ConnectionStatus } from '../../net/connection-options.ts'
import { createLost } from './create-lost.ts'

test('a line that is lost is told of once, however often it is tried again', () => {
  const told: boolean[] = []
  const [status, setStatus] = createSignal<ConnectionStatus>('opening')
  const dispose = createRoot((dispose) => {
    const isLost = createLost(status)
    createEffect(() => told.push(isLost()))
    return dispose
  })
  for (const next of ['open', 'waiting', 'opening', 'waiting', 'opening', 'open', 'waiting'] as const)
    setStatus(next)
  dispose()
  expect(told).toEqual([false, true, false, true])
})
