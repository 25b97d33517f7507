import type { ClientEvent } from '../../protocol/client-events.ts'
import { CLOSE } from '../../protocol/close.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { waitOf } from './http.ts'
import { readEvents } from './read-events.ts'
import type { RoomApi } from './room-api.ts'
import type { Socket } from './socket.ts'
import type { Timers } from './timers.ts'

/** Milliseconds in which a stream that lives sends something: a comment every 15 s, and the time that it takes to come. */
export const FRESH = 17_500

/**
 * Milliseconds of silence after which a stream is dead, as a socket is that is asked then and does not answer. The stream
 * looks at itself: what is sent is answered by HTTP, and those answers come however dead the stream is.
 */
export const DEAD = 25_000

/** What a stream of events needs to behave like a socket. */
export interface EventsSocketOptions {
  roomId: string
  api: Pick<RoomApi, 'call'>
  timers: Timers
  /** The room has spoken. */
  onOpen?(): void
  /** The global one unless a test passes another. */
  fetch?: typeof fetch | undefined
}

/**
 * Opens a room's server-sent events, in the shape of a socket: what comes is handed on as frames, what is sent goes by
 * HTTP, and its answers come back as the frames that a socket would bring.
 */
export function makeEventsSocket(url: string, options: EventsSocketOptions): Socket {
  const { api, timers } = options
  const param = { id: options.roomId }
  const send = options.fetch ?? fetch
  const ending = new AbortController()
  let readyState = 0
  let receivedAt = timers.now()
  let hasReceived = false
  let cancelWatch = () => {}

  const socket: Socket = {
    onmessage: null,
    onclose: null,
    get readyState() {
      return readyState
    },
    send(data) {
      if (data === 'ping') void answerPing()
      else void postEvent(JSON.parse(data))
    },
    close() {
      readyState = 3
      cancelWatch()
      ending.abort()
    },
  }

  function emitFrame(data: string) {
    if (readyState !== 3) socket.onmessage?.({ data })
  }

  function emitEvent(event: RoomEvent) {
    emitFrame(JSON.stringify(event))
  }

  function closeWith(code: number, reason?: string) {
    if (readyState === 3) return
    socket.close()
    socket.onclose?.({ code, ...(reason !== undefined && { reason }) })
  }

  function watchSilence() {
    cancelWatch = timers.after(DEAD - (timers.now() - receivedAt), () => {
      if (timers.now() - receivedAt >= DEAD) closeWith(1006)
      else watchSilence()
    })
  }

  /** A stream that has just spoken is alive; one that has not must not be taken for it. */
  async function answerPing() {
    await Promise.resolve()
    if (timers.now() - receivedAt < FRESH) emitFrame('pong')
  }

  async function postEvent(event: ClientEvent) {
    if (event.event === 'chat.typing') return void (await api.call('POST /api/rooms/:id/typing', { param }))
    // Nothing is acknowledged from here: the server knows what it has written to the stream.
    if (event.event !== 'chat.message') return
    const { id } = event.data
    const { value, status, refusal } = await api.call('POST /api/rooms/:id/messages', {
      param,
      json: event.data,
    })
    // The stream brings what is new, in its order, and does not bring again what was stored before.
    if (value && status === 200) emitEvent({ event: 'chat.message', data: value })
    // Without an answer nobody knows: it is sent again under its id.
    if (!refusal || refusal.code === 'unreachable') return
    if (refusal.code === 'room-not-found' || refusal.code === 'room-closed') return closeWith(CLOSE.gone)
    const wait = waitOf(refusal)
    emitEvent({
      event: 'error',
      data: { code: refusal.code, message: '', id, ...(wait > 0 && { retryAfter: wait / 1_000 }) },
    })
  }

  async function readStream() {
    const response = await send(url, {
      headers: { accept: 'text/event-stream' },
      cache: 'no-store',
      signal: ending.signal,
    })
    const type = response.headers.get('content-type') ?? ''
    // A refusal, or a page of a proxy: why, the room is asked by another call.
    if (response.status !== 200 || !type.startsWith('text/event-stream') || response.body === null) return
    if (readyState !== 0) return
    readyState = 1
    receivedAt = timers.now()
    watchSilence()
    for await (const { type, data } of readEvents(response.body)) {
      receivedAt = timers.now()
      if (type === 'message') {
        if (!hasReceived) options.onOpen?.()
        hasReceived = true
        emitFrame(data)
      } else if (type === 'close') {
        const { code, reason }: { code: number; reason?: string } = JSON.parse(data)
        return closeWith(code, reason)
      } else if (hasReceived) emitFrame('pong')
    }
  }

  // Whatever ends it, it is over. Without a final code the connection comes back.
  void readStream()
    .catch(() => {})
    .then(() => closeWith(1006))
  return socket
}
