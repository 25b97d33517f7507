import type { ClientEvent } from '../../protocol/client-events.ts'
import { ACKNOWLEDGE_EVERY, HISTORY } from '../../protocol/limits.ts'
import type { Refusal, RefusalCode } from '../../protocol/refusal.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import type { Keyring } from '../crypto/keyring.ts'
import { type Connection, type Hint, type Link, makeConnection } from '../net/connection.ts'
import { type Unreachable, waitOf } from '../net/http.ts'
import { makeOutbox, type Outbox } from '../net/outbox.ts'
import { makeOutboxStore, type StorageLike } from '../net/outbox-store.ts'
import type { RoomApi } from '../net/room-api.ts'
import type { Socket } from '../net/socket.ts'
import type { Timers } from '../net/timers.ts'
import { NOTED_AT } from '../net/transport.ts'
import { apply, lastSeq, prepend, takeNewest } from './apply.ts'
import { makeDecryptMessages } from './decrypt-messages.ts'
import { makeEncryptedOutbox } from './encrypted-outbox.ts'
import { closeCodeOf, whyOver } from './entry-stage.ts'
import type { PendingEntry, RoomMessage, RoomState, Stage } from './room-state.ts'

/** Milliseconds between two events that say "typing"; each is shown for twice as long. */
export const TYPING_EVERY = 2_000

/** Milliseconds until a page of missing messages that didn't come is asked for again. */
export const ASK_AGAIN = 2_000

type Why = (Stage & { is: 'over' })['why']

export interface SessionOptions {
  roomId: string
  participantId: string
  /** What messages are sealed with and opened by; none in a room without encryption. */
  keyring?: Keyring | null
  api: RoomApi
  /** Where the app is served, such as `https://example.com`. */
  origin: string
  drawer: StorageLike | undefined
  timers: Timers
  /** Unix milliseconds by this device's clock. */
  today(): number
  makeSocket?(url: string): Socket
  /** What server-sent events are read with: the global one in a browser. */
  fetch?: typeof fetch | undefined
  random?(): number
  state: RoomState
  change(run: (draft: RoomState) => void): void
  /** The same for what comes in by itself, however fast: shown with the next frame. */
  changeSoon(run: (draft: RoomState) => void): void
  setPending(entries: readonly PendingEntry[]): void
  /** Shows the messages that were opened since, with the next frame. */
  showSoon(): void
  /** Runs several changes as one. */
  batch(run: () => void): void
  /** Takes a time the server wrote, and how long it was on its way at most. */
  heard(serverTime: number, delay?: number): void
  /** Milliseconds the room has left. */
  left(): number | null
  onLink(link: Link): void
  onOver(why: Why): void
}

export interface Session {
  readonly connection: Connection
  readonly outbox: Outbox
  hint(hint: Hint): void
  typing(): void
  older(): Promise<void>
  /** Ends the connection; what is unsent is kept for the next load of this page. */
  stop(): void
}

/** What a participant has while it holds a seat: the connection, the outbox, and the history it asks for. */
export function makeSession(options: SessionOptions): Session {
  const { roomId, participantId, keyring, api, timers, state, change, heard } = options
  const openMessages = keyring && makeDecryptMessages(keyring)
  let stopped = false
  let closed = false
  let filling = false
  let paging = false
  let attemptedAt = 0
  /** Characters heard since the last acknowledgement; the bytes are at most three times as many. */
  let heardLength = 0
  let typedAt = Number.NEGATIVE_INFINITY

  const outboxOptions = {
    send: (event: ClientEvent) => connection.send(event),
    onChange: options.setPending,
    store: makeOutboxStore(roomId, participantId, options.drawer),
    timers,
    today: options.today,
  }
  const outbox = keyring
    ? makeEncryptedOutbox({ ...outboxOptions, keyring, participantId })
    : makeOutbox(outboxOptions)

  const connection = makeConnection({
    url(transport) {
      attemptedAt = timers.now()
      const url =
        transport === 'socket'
          ? new URL(`/api/rooms/${roomId}/realtime`, options.origin.replace(/^http/, 'ws'))
          : new URL(`/api/rooms/${roomId}/events`, options.origin)
      const after = lastSeq(state)
      // Without a cursor the room gives the newest; with 0 it would give the oldest.
      if (after > 0) url.searchParams.set('after', String(after))
      return url.href
    },
    onEvents(events, length) {
      options.batch(() => hear(events))
      acknowledge(length)
    },
    onLink(link) {
      options.batch(() => {
        options.onLink(link)
        if (link !== 'open') outbox.pause()
      })
    },
    onGone: (code) => options.onOver(whyOver(code, options.left(), closed)),
    async probe() {
      const { value, refusal } = await api.fetchTimeLeft(roomId)
      closed = refusal?.code === 'room-closed'
      const stayAway = waitOf(refusal)
      if (stayAway > 0) return { stayAway }
      return value ? 'here' : closeCodeOf(refusal?.code)
    },
    makeSocket: options.makeSocket,
    startWith: options.drawer?.getItem(NOTED_AT) === 'events' ? 'events' : 'socket',
    // Few networks block sockets: what goes around them is loaded where one does.
    async loadEvents() {
      const { makeEventsTransport } = await import('../net/events-transport.ts')
      return makeEventsTransport({ roomId, api, timers, drawer: options.drawer, fetch: options.fetch })
    },
    random: options.random,
    timers,
  })

  function hear(events: RoomEvent[]) {
    const [first] = events
    // Another tab left and came back: the cookie is somebody else's now, under whose name nothing may be sent again.
    if (first?.event === 'room.welcome' && first.data.participantId !== options.participantId) {
      return options.onOver('seat-lost')
    }
    const told: string[] = []
    let incomplete = false
    void take(events.flatMap(messagesOf))
    options.changeSoon((draft) => {
      for (const event of events) {
        const report = apply(draft, event, timers.now())
        told.push(...report.told)
        if (event.event === 'room.welcome' || event.event === 'chat.message')
          incomplete = report.missing !== null
      }
    })
    outbox.told(told)
    if (incomplete) void fillHole()
    for (const { event, data } of events) {
      if (event === 'room.welcome') {
        heard(data.room.serverTime, timers.now() - attemptedAt)
        outbox.resume()
      } else if (event === 'room.update') heard(data.serverTime)
      else if (event === 'chat.message') heard(data.timestamp)
      else if (event === 'error' && data.code === 'removed') options.onOver('removed')
      else if (event === 'error' && data.code === 'not-a-participant') options.onOver('seat-lost')
      else if (event === 'error') outbox.refused(data.id, data.code as RefusalCode)
      else if (event === 'chat.destroy') options.onOver(data.reason)
    }
  }

  /** Every message comes in here. It is put in line at once, whatever its opening takes, and shown when that is done. */
  async function take(messages: RoomMessage[]) {
    if (!openMessages || messages.length === 0) return
    await openMessages(messages)
    options.showSoon()
  }

  /** Tells the room now and then how far this client has come, so that it is not taken for one that reads too slowly. */
  function acknowledge(length: number) {
    heardLength += length
    if (heardLength < ACKNOWLEDGE_EVERY) return
    if (connection.send({ event: 'chat.ack', data: { seq: lastSeq(state) } })) heardLength = 0
  }

  async function fillHole() {
    if (filling) return
    filling = true
    let more = true
    while (more && !stopped) {
      // Whoever has none yet wants the newest, as a welcome brings them.
      const after = lastSeq(state)
      const page = after === 0 ? { limit: HISTORY.default } : { after, limit: HISTORY.max }
      const { value, refusal } = await api.fetchMessages(roomId, page)
      if (stopped) return
      if (value) {
        void take(value.messages)
        options.batch(() => {
          let told: string[] = []
          change((draft) => {
            const report = takeNewest(draft, value.messages, value.lastSeq)
            more = report.missing !== null && value.messages.length > 0
            told = report.told
          })
          outbox.told(told)
        })
      } else await waitToAsk(refusal)
    }
    filling = false
  }

  /** Waits until a page of history is worth asking for again: for as long as the room says, where it says so. */
  async function waitToAsk(refusal: Refusal | Unreachable | undefined) {
    await new Promise<void>((resolve) => timers.after(Math.max(ASK_AGAIN, waitOf(refusal)), resolve))
  }

  return {
    connection,
    outbox,
    hint: connection.hint,
    typing() {
      if (timers.now() - typedAt < TYPING_EVERY) return
      if (connection.send({ event: 'chat.typing', data: {} })) typedAt = timers.now()
    },
    async older() {
      const first = state.messages[0]?.seq
      if (first === undefined || state.complete || paging) return
      paging = true
      const page = { before: first, limit: HISTORY.default }
      let { value, refusal } = await api.fetchMessages(roomId, page)
      // Who reads back fast through long messages waits a moment, and asks once more.
      if (refusal?.code === 'slow-down') {
        await waitToAsk(refusal)
        if (!stopped) ({ value, refusal } = await api.fetchMessages(roomId, page))
      }
      if (value) await take(value.messages)
      paging = false
      if (value && !stopped) change((draft) => prepend(draft, value.messages))
    },
    stop() {
      stopped = true
      outbox.stop()
      connection.close()
    },
  }
}

function messagesOf({ event, data }: RoomEvent): RoomMessage[] {
  if (event === 'room.welcome') return data.messages
  return event === 'chat.message' ? [data] : []
}
