import type { ClientEvent } from '../../protocol/client-events.ts'
import { ACKNOWLEDGE_EVERY } from '../../protocol/connection-limits.ts'
import type { RefusalCode } from '../../protocol/refusal.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { makeConnection } from '../net/connection.ts'
import type { Connection, ConnectionStatus, Hint } from '../net/connection-options.ts'
import { waitOf } from '../net/http.ts'
import { makeOutbox, type Outbox } from '../net/outbox.ts'
import { makeOutboxStore } from '../net/outbox-store.ts'
import type { RoomApi } from '../net/room-api.ts'
import type { SafeStorage } from '../net/safe-storage.ts'
import type { Socket } from '../net/socket.ts'
import type { Timers } from '../net/timers.ts'
import { TRANSPORT_KEY } from '../net/transport.ts'
import { renewTexts } from './actions/renew-texts.ts'
import { applyEvent } from './apply.ts'
import { makeDecryptMessages } from './decrypt-messages.ts'
import type { HidingOptions } from './disappearing/make-hiding.ts'
import { makeEncryptedOutbox } from './encrypted-outbox.ts'
import { closeCodeOf, endReasonOf } from './end-reason.ts'
import { makeHistory, type Page, type PageQuery } from './history.ts'
import { type RotatingCipher, rotatingOf } from './keys/rotating-cipher.ts'
import { lastSeq } from './message-order.ts'
import type { StateBefore } from './notice-events.ts'
import type { RoomCipher } from './room-cipher.ts'
import type { OverReason } from './room-stage.ts'
import type { RoomMessage, RoomState, RoomStore } from './room-state.ts'
import { TYPING_INTERVAL } from './typing.ts'
import type { ChangesOptions } from './votes/fetch-changes.ts'

type Welcome = Extract<RoomEvent, { event: 'room.welcome' }>['data']

/** What few messages need: those that change, and those that disappear. */
export interface ChangeParts {
  /** Takes what an event says of messages that changed. */
  takeChangeEvent(options: ChangesOptions, event: RoomEvent): void
  /** Has messages go when their time is over. */
  hideWhenDue(options: HidingOptions, messages: readonly RoomMessage[]): void
}

/** What is told of each event, once it is applied. */
export interface EventListener {
  /** @param before what the state was before the event */
  noticeEvent(latest: RoomState, before: StateBefore, event: RoomEvent): void
}

interface SessionOptions extends RoomStore {
  roomId: string
  participantId: string
  /** What messages are encrypted and decrypted with; null in a room without encryption. */
  cipher?: RoomCipher | null
  api: RoomApi
  /** Where the app is served, such as `https://example.com`, or the address of a room's page there. */
  origin: string
  storage: SafeStorage
  timers: Timers
  /** Unix milliseconds by this device's clock. */
  wallNow(): number
  makeSocket?(url: string): Socket
  /** What server-sent events are read with: the global one in a browser. */
  fetch?: typeof fetch | undefined
  random?(): number
  /** Runs several changes as one. */
  batch(run: () => void): void
  /** Takes a time the server wrote, and how long it was on its way at most. */
  recordServerTime(serverTime: number, delay?: number): void
  /** The server's time, Unix milliseconds; null before it is known. */
  serverNow(): number | null
  /** Milliseconds the room has left. */
  timeLeft(): number | null
  onStatus(status: ConnectionStatus): void
  /** Each time that the room has welcomed this participant, before that is applied. */
  onWelcome?(welcome: Welcome): void
  /** The room has welcomed somebody to whom no key came that opens it. */
  onUnreadable?(): void
  onOver(why: OverReason): void
  /** Loads what is told of events: on the page the log's lines about people and settings, beside the first messages. */
  loadListener(): Promise<EventListener>
  /** Loads what few messages need. */
  loadParts(): Promise<ChangeParts>
}

/** One stay in the room, from the seat on: its connection, its outbox, and what is asked over them. */
export interface Session {
  readonly connection: Connection
  readonly outbox: Outbox
  handleHint(hint: Hint): void
  sendTyping(): void
  loadOlder(limit?: number): Promise<void>
  fetchPage(query: PageQuery): Promise<Page>
  fetchMessage(seq: number): Promise<RoomMessage | null>
  /** Ends the connection; what is unsent is kept for the next load of this page. @param code tells the room why, where it matters */
  stopSession(code?: number): void
}

const ignore = () => {}

/** What a participant has while it holds a seat: the connection, the outbox, and the history it asks for. */
export function makeSession(options: SessionOptions): Session {
  const { roomId, participantId, cipher, api, timers, latest, storage } = options
  const decryptMessages = cipher && makeDecryptMessages(cipher)
  const rotating = rotatingOf(cipher)
  let opened = Promise.resolve()
  let isStopped = false
  let isClosed = false
  let attemptedAt = 0
  /** Characters received since the last acknowledgement; the bytes are at most three times as many. */
  let receivedLength = 0
  let typedAt = Number.NEGATIVE_INFINITY

  const outboxOptions = {
    sendEvent: (event: ClientEvent) => connection.sendEvent(event),
    onChange: options.setPending,
    store: makeOutboxStore(roomId, participantId, storage),
    timers,
    wallNow: options.wallNow,
  }
  const outbox = cipher
    ? makeEncryptedOutbox({ ...outboxOptions, cipher, participantId })
    : makeOutbox(outboxOptions)
  const history = makeHistory({ ...options, decrypt, confirmDelivery: outbox.confirmDelivery })

  const connection = makeConnection({
    makeUrl(transport) {
      attemptedAt = timers.now()
      const url =
        transport === 'socket'
          ? new URL(`../api/rooms/${roomId}/realtime`, options.origin.replace(/^http/, 'ws'))
          : new URL(`../api/rooms/${roomId}/events`, options.origin)
      const after = lastSeq(latest)
      // Without a cursor the room sends the newest messages; with 0 it would send the oldest.
      if (after > 0) {
        url.searchParams.set('rev', String(latest.rev))
        url.searchParams.set('after', String(after))
      }
      if (rotating) url.searchParams.set('epoch', String(rotating.keys.epoch))
      return url.href
    },
    onEvents(events, length) {
      if (rotating) opened = opened.then(() => openEvents(rotating, events))
      else options.batch(() => receiveEvents(events))
      acknowledge(length)
    },
    onStatus(status) {
      options.batch(() => {
        options.onStatus(status)
        if (status !== 'open') outbox.pauseSending()
      })
    },
    onGone: (code) => options.onOver(endReasonOf(code, options.timeLeft(), isClosed)),
    async checkRoom() {
      const { value, refusal } = await api.fetchTimeLeft(roomId)
      isClosed = refusal?.code === 'room-closed'
      const stayAway = waitOf(refusal)
      if (stayAway > 0) return { stayAway }
      return value || refusal?.code === 'waiting' ? 'here' : closeCodeOf(refusal?.code)
    },
    makeSocket: options.makeSocket,
    startWith: storage.readItem(TRANSPORT_KEY) === 'events' ? 'events' : 'socket',
    // Few networks block sockets: the code for the others is loaded only there.
    async loadEvents() {
      const events = await import('../net/events-transport.ts')
      return events.makeEventsTransport({ roomId, api, timers, storage, fetch: options.fetch })
    },
    random: options.random,
    timers,
  })

  // Where it can't be loaded, nothing else could.
  let listener: EventListener | null = null
  options.loadListener().then((loaded) => {
    listener = loaded
  }, ignore)

  /** Keys and names come first: what is applied can be shown. One frame after the other, so that the order stays. */
  async function openEvents(rotating: RotatingCipher, events: RoomEvent[]) {
    const readable = await rotating.openEvents(events)
    if (isStopped) return
    const isWelcomed = events.some(({ event }) => event === 'room.welcome')
    if (isWelcomed && rotating.keys.epoch === 0) options.onUnreadable?.()
    else options.batch(() => receiveEvents(readable))
  }

  function receiveEvents(events: RoomEvent[]) {
    const [first] = events
    // Another tab left and came back: the cookie is somebody else's now, under whose name nothing may be sent again.
    if (first?.event === 'room.welcome' && first.data.participantId !== participantId) {
      return options.onOver('seat-lost')
    }
    if (first?.event === 'room.welcome') options.onWelcome?.(first.data)
    const delivered: string[] = []
    let isIncomplete = false
    void decrypt(events.flatMap(messagesOf))
    options.mutateSoon((latest) => {
      for (const event of events) {
        const { room, participants, unlisted, roles } = latest
        const report = applyEvent(latest, event, timers.now())
        listener?.noticeEvent(latest, { room, participants, unlisted, roles }, event)
        delivered.push(...report.delivered)
        if (event.event === 'room.welcome' || event.event === 'chat.message')
          isIncomplete = report.missing !== null
      }
    })
    outbox.confirmDelivery(delivered)
    if (isIncomplete) void history.fillGap()
    for (const event of events) handleEvent(event)
  }

  /** Runs what few messages need. Where that can't be loaded, the next welcome tells of all that has changed. */
  const withParts = (run: (parts: ChangeParts) => void) => options.loadParts().then(run, ignore)
  const changing = { ...options, decrypt, isStopped: () => isStopped }

  /** Does what an event asks for apart from the change of the state. */
  function handleEvent(one: RoomEvent) {
    const { event, data } = one
    if ('rev' in data || event === 'chat.read')
      void withParts((parts) => parts.takeChangeEvent(changing, one))
    if (event === 'room.welcome') {
      options.recordServerTime(data.room.serverTime, timers.now() - attemptedAt)
      outbox.resumeSending()
    } else if (event === 'door.waiting') options.recordServerTime(data.room.serverTime)
    else if (event === 'room.update') options.recordServerTime(data.serverTime)
    else if (event === 'chat.message') options.recordServerTime(data.timestamp)
    else if (event === 'chat.destroy') options.onOver(data.reason)
    else if (event !== 'error') return
    else if (data.code === 'removed') options.onOver('removed')
    else if (data.code === 'not-a-participant') options.onOver('seat-lost')
    else outbox.handleRefusal(data.id, data.code as RefusalCode, data.retryAfter)
  }

  /** Decrypts messages in place. Each has its place in the order at once, and is shown when it is decrypted. */
  async function decrypt(messages: RoomMessage[]) {
    renewTexts(messages, latest.updates)
    // The name of who said it is in the envelope, which is not here: their card has it, too.
    for (const message of messages) {
      const name =
        message.text === '' && message.burn && rotating?.cards.findCard(message.participantId)?.name
      if (name) Object.assign(message, { sender: name, animal: message.sender })
    }
    if (messages.some(({ expires }) => expires))
      void withParts((parts) => parts.hideWhenDue(changing, messages))
    if (!decryptMessages || messages.length === 0) return
    await decryptMessages(messages)
    options.scheduleFlush()
  }

  /** Sends now and then up to which `seq` this client has received, so that the room does not take it for too slow. */
  function acknowledge(length: number) {
    receivedLength += length
    if (receivedLength < ACKNOWLEDGE_EVERY) return
    if (connection.sendEvent({ event: 'chat.ack', data: { seq: lastSeq(latest) } })) receivedLength = 0
  }

  return {
    connection,
    outbox,
    handleHint: connection.handleHint,
    sendTyping() {
      if (timers.now() - typedAt < TYPING_INTERVAL) return
      if (connection.sendEvent({ event: 'chat.typing', data: {} })) typedAt = timers.now()
    },
    loadOlder: history.loadOlder,
    fetchPage: history.fetchPage,
    fetchMessage: history.fetchMessage,
    stopSession(code) {
      isStopped = true
      history.stop()
      outbox.stopSending()
      connection.closeConnection(code)
    },
  }
}

function messagesOf({ event, data }: RoomEvent): RoomMessage[] {
  if (event === 'room.welcome') return data.messages
  return event === 'chat.message' ? [data] : []
}
