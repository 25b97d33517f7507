import type { ClientEvent } from '../../protocol/client-events.ts'
import type { CloseCode } from '../../protocol/close.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import type { EventsTransport } from './events-transport.ts'
import type { Socket } from './socket.ts'
import type { Timers } from './timers.ts'
import type { Transport } from './transport.ts'

/**
 * Where a connection stands: `open` once the room's first frame has arrived, `resting` where others of the same participant
 * took its place and nobody looks at it, `gone` for good.
 */
export type ConnectionStatus = 'opening' | 'open' | 'waiting' | 'resting' | 'gone'

/** What the surroundings know: the network came or went, the page is looked at or used again, or is back from the cache. */
export type Hint = 'online' | 'offline' | 'visible' | 'focus' | 'pageshow'

/** What HTTP answers about a room that could not be reached over a socket. */
export type RoomCheck = CloseCode | 'here' | { stayAway: number } | null

/** What a connection calls, and what a test puts in the place of the surroundings. */
export interface ConnectionOptions {
  /** The address, asked for at each attempt: it carries the cursor (`?after=`), which is kept outside the session. */
  makeUrl(transport: Transport): string
  /** Events of one frame, oldest first, and the length of that frame in characters. */
  onEvents(events: RoomEvent[], length: number): void
  onStatus?(status: ConnectionStatus): void
  /** It is over for good, and why. Not called after `closeConnection`. */
  onGone?(code: CloseCode): void
  /**
   * Asked after an attempt that never opened, because a browser doesn't report why. Returns the final close code that
   * the server would have used, `here` where the room is there for this participant, the milliseconds to stay away where
   * the server asks for that, or null where there is no answer.
   */
  checkRoom?(): Promise<RoomCheck>
  makeSocket?(url: string): Socket
  /** What the first attempt is made with: what got through last. A socket unless another is named. */
  startWith?: Transport
  /** Returns server-sent events, once a socket turned out to be blocked; without it the socket alone is tried. */
  loadEvents?(): Promise<EventsTransport>
  timers?: Timers
  random?(): number
}

/** The line of this client to its room: it comes back by itself until it is over for good. */
export interface Connection {
  readonly status: ConnectionStatus
  /** Sends an event, or returns false where there is no open socket. What was sent may still be lost: see the outbox. */
  sendEvent(event: ClientEvent): boolean
  /** Takes a hint: probes an open socket, or tries at once where it was waiting. */
  handleHint(hint: Hint): void
  /** Ends it for good. @param code tells the room why, where it matters */
  closeConnection(code?: number): void
}
