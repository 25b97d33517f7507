import type { Socket } from '../../client/net/socket.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'

export interface FakeSocket extends Socket {
  readonly url: string
  /** What was sent over it, as text. */
  readonly sent: string[]
  /** Whether this side closed it. */
  readonly isClosedByClient: boolean
  /** With which code this side closed it. */
  readonly closedWith: number | undefined
  /** The server sends one event, an array of events, or the text `pong`. */
  receive(frame: RoomEvent | readonly RoomEvent[] | 'pong'): void
  /** The server, or the network, closes it. */
  closeFromServer(code: number, reason?: string): void
}

/** A WebSocket for tests, with the server's end in the test's hand. @param readyState 0 where it has not been let through */
export function makeFakeSocket(url: string, readyState = 1): FakeSocket {
  const sent: string[] = []
  let left = false
  let closedWith: number | undefined
  const socket: FakeSocket = {
    url,
    sent,
    onmessage: null,
    onclose: null,
    get readyState() {
      return readyState
    },
    get isClosedByClient() {
      return left
    },
    get closedWith() {
      return closedWith
    },
    send(data) {
      if (readyState === 1) sent.push(data)
    },
    close(code) {
      left = true
      closedWith = code
      readyState = 3
    },
    receive(frame) {
      const data = frame === 'pong' ? frame : JSON.stringify(frame)
      socket.onmessage?.({ data })
    },
    closeFromServer(code, reason = '') {
      readyState = 3
      socket.onclose?.({ code, reason })
    },
  }
  return socket
}
