import type { RoomEvent } from '../../protocol/room-events.ts'

/** What is used of a WebSocket; server-sent events look the same from here. */
export interface Socket {
  readonly readyState: number
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: ((event: { code: number; reason?: string }) => void) | null
  send(data: string): void
  close(code?: number): void
}

/** Of `readyState`. */
export const CONNECTING = 0
/** Of `readyState`. */
export const OPEN = 1
const CLOSED = 3

/**
 * Opens a socket; where the browser knows no sockets, or forbids them, one that is closed at once.
 * @param make makes it; the browser's own unless a test passes another
 */
export function openSocket(
  url: string,
  make: (url: string) => Socket = (url) => new WebSocket(url) as Socket,
): Socket {
  try {
    return make(url)
  } catch {
    const nothing = () => {}
    const socket: Socket = {
      readyState: CLOSED,
      onmessage: null,
      onclose: null,
      send: nothing,
      close: nothing,
    }
    void Promise.resolve().then(() => socket.onclose?.({ code: 1006 }))
    return socket
  }
}

/** Closes a socket and stops listening to it, however long its closing takes. @param code tells the room why, where it matters */
export function forgetSocket(socket: Socket, code?: number): void {
  socket.onmessage = null
  socket.onclose = null
  socket.close(code)
}

/** Returns the events of a frame; none where it is a `pong`, or no JSON, which only something between us and the room could send. */
export function readFrame(data: unknown): RoomEvent[] {
  try {
    const json: unknown = JSON.parse(String(data))
    return (Array.isArray(json) ? json : [json]) as RoomEvent[]
  } catch {
    return []
  }
}
