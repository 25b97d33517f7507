import { type Accessor, batch, createSignal, type Setter } from 'solid-js'
import type { Pending, PendingEntry, RoomMessage, RoomState, RoomStore } from './room-state.ts'
import { emptyRoom } from './room-state.ts'

/** What is known of a room, and what of it the page sees. */
export interface RoomSignals extends RoomStore {
  /** For the page: a signal behind each field. */
  readonly state: Readonly<RoomState>
  /** Forgets the messages and who was here. */
  clear(): void
}

/**
 * A room's state as signals, one for each field: a message changes nothing for those who look at the people.
 * @param nextFrame runs something once when the page is next drawn
 */
export function createRoomState(nextFrame: (run: () => void) => void): RoomSignals {
  const latest = emptyRoom()
  const fields = Object.keys(latest) as (keyof RoomState)[]
  const setters = new Map<keyof RoomState, Setter<unknown>>()
  const state = {} as RoomState
  for (const field of fields) {
    const [get, set] = createSignal<unknown>(latest[field])
    setters.set(field, set)
    Object.defineProperty(state, field, { get, enumerable: true })
  }
  const rows = new Map<string, { row: Pending; set: Setter<PendingEntry> }>()
  let shownMessages: readonly RoomMessage[] = latest.messages.slice()
  /** The list that these are from. */
  let shownList = latest.messages
  let waiting: readonly Pending[] = latest.pending
  let due = false

  function show() {
    due = false
    const { messages, ahead, me, pending } = latest
    // They grow at one of two ends. Where one is another than before, or all are forgotten, the list is another.
    let count = messages[0] === shownMessages[0] ? shownMessages.length : 0
    while (count < messages.length && messages[count]?.opened !== 'opening') count++
    if (count !== shownMessages.length || messages !== shownList) shownMessages = messages.slice(0, count)
    shownList = messages
    // One's own message waits on the page until it is there as a message, so that it is never out of sight.
    const hidden = [...messages.slice(count), ...ahead].filter(
      (one) => one.participantId === me?.participantId,
    )
    const held = waiting.filter((row) => !pending.includes(row) && hidden.some(({ id }) => id === row.id))
    waiting = held.length > 0 ? [...held, ...pending] : pending
    batch(() => {
      const shown = { ...latest, messages: shownMessages, pending: waiting }
      for (const field of fields) setters.get(field)?.(() => shown[field])
    })
  }

  function showSoon() {
    if (due) return
    due = true
    nextFrame(() => due && show())
  }

  function change(run: (latest: RoomState) => void) {
    run(latest)
    show()
  }

  function rowOf(entry: PendingEntry): Pending {
    const known = rows.get(entry.id)
    if (known) {
      known.set(entry)
      return known.row
    }
    const [read, set] = createSignal(entry)
    const row = pendingRow(entry.id, read)
    rows.set(entry.id, { row, set })
    return row
  }

  return {
    state,
    latest,
    mutate: change,
    mutateSoon(run) {
      run(latest)
      showSoon()
    },
    scheduleFlush: showSoon,
    setPending(entries) {
      batch(() => {
        const next = entries.map(rowOf)
        for (const id of rows.keys()) if (!entries.some((entry) => entry.id === id)) rows.delete(id)
        const same =
          next.length === latest.pending.length && next.every((row, at) => row === latest.pending[at])
        if (!same) change((latest) => Object.assign(latest, { pending: next }))
      })
    },
    clear: () => change(({ room, me }) => Object.assign(latest, emptyRoom(), { room, me })),
  }
}

const ENTRY_FIELDS = [
  'text',
  'typedAt',
  'state',
  'failure',
  'opened',
  'options',
  'replyTo',
  'burn',
  'upload',
  'attached',
] as const

/** Returns a row whose fields follow the entry that `read` returns. */
function pendingRow(id: string, read: Accessor<PendingEntry>): Pending {
  const row = { id } as Pending
  for (const field of ENTRY_FIELDS)
    Object.defineProperty(row, field, { get: () => read()[field], enumerable: true })
  return row
}
