import { makeOutbox } from '../../client/net/outbox.ts'
import type { OutboxEntry, OutboxStore } from '../../client/net/outbox-store.ts'
import { makeFakeTimers } from './fake-timers.ts'

/** An outbox with ids `m1`, `m2` …, on a line that can be cut. */
export function beginOutbox(store?: OutboxStore) {
  const timers = makeFakeTimers()
  const sent: string[] = []
  let entries: readonly OutboxEntry[] = []
  let ids = 0
  const line = { open: true }
  const outbox = makeOutbox({
    sendEvent(event) {
      if (!line.open) return false
      if (event.event === 'chat.message') sent.push(`${event.data.id}:${event.data.text}`)
      return true
    },
    onChange: (next) => {
      entries = next
    },
    store,
    timers,
    wallNow: () => 1_000,
    makeId: () => `m${++ids}`,
  })
  const states = () => entries.map(({ id, state }) => `${id} ${state}`)
  return { outbox, timers, sent, line, states, entries: () => entries }
}
