import type { ParticipantId } from '../../protocol/participant.ts'
import type { ReadPosition } from './backpressure.ts'
import type { TokenBucket } from './token-bucket.ts'

/** What a participant may still do over all sockets together. Each is null until the participant first did it. */
export interface SocketRates {
  /** Frames it may send. */
  frames: TokenBucket | null
  /** Sockets it may open. */
  upgrades: TokenBucket | null
  /** Characters it may be sent alone, and characters that wait in its closed sockets. */
  directCharacters: TokenBucket | null
}

/** A participant whose sockets are here. */
export interface ConnectionOwner extends SocketRates {
  participantId: ParticipantId
  /** Open sockets: tabs and devices. */
  sockets: Set<WebSocket>
}

/**
 * How a connection ended: its own side closed it; the network or this side cut it; or it had been dead for a while before
 * anybody noticed.
 */
export type DisconnectCause = 'closed' | 'cut' | 'dead'

/** An open socket: whose it is, and how much it has received. */
export interface Connection<Owner extends ConnectionOwner> {
  socket: WebSocket
  owner: Owner
  readPosition: ReadPosition
  /**
   * When its last frame came, Unix milliseconds; 0 where that was before the object slept and is not known. Pings don't
   * count: the platform remembers those.
   */
  lastFrameAt: number
  /** The same time as the socket's attachment has it. */
  storedFrameAt: number
}
