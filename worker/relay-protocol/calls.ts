import type { Refusal, RefusalCode } from '../../protocol/refusal.ts'
import type { DisconnectCause } from '../broadcast/connections.ts'
import type { Cursor, OutgoingEvent } from '../broadcast/event-queue.ts'

/** What a room tells a relay, in one call: it holds, the events first, then the goodbyes. */
export interface RoomToRelay {
  /** The newest message before this batch: a relay that doesn't have it says so, and is told from there. */
  afterSeq: number
  events: OutgoingEvent[]
  /** Whose sockets are to be closed, and why. */
  disconnections: Disconnection[]
  /** Whether this was the last: the room is gone, or has closed. */
  isLast: boolean
  /** Which waking of the room this is: the ticks of another one say nothing. */
  wakeId: string
}

/** Somebody who is no participant any more. */
export interface Disconnection {
  participantId: string
  code: Extract<RefusalCode, 'removed' | 'not-a-participant'>
}

/** What a relay answers. */
export interface RoomToRelayAnswer {
  /** The newest message its sockets have, where it needs one before this batch; else null. */
  missingAfter: number | null
  /** Whether nobody is there, nor about to come. */
  isEmpty: boolean
}

/** Somebody whose last connection is gone. */
export interface Departure {
  participantId: string
  /** When it was last heard of, Unix milliseconds. */
  lastSeenAt: number
  cause: DisconnectCause
}

/** Somebody who asks to be let in. */
export interface AdmissionRequest {
  token: string
  /** The highest `seq` that the client has. */
  afterSeq: number | undefined
  /** Whether the welcome says the token. */
  includeToken: boolean
  /** Characters that it may be sent: a welcome that is larger has no messages. */
  spareCharacters: number
}

/** What a relay passes to its room, in one call. */
export interface RelayToRoom {
  /** Which relay this is. */
  relay: string
  /** Everyone with a connection: with the first call after it started, so that nobody stays present who isn't. */
  present?: string[]
  departures: Departure[]
  messages: { participantId: string; id: string; text: string }[]
  typing: string[]
  admissions: AdmissionRequest[]
}

/** What the room says to a message: nothing where it was stored, and is told to everyone. */
export type MessageAnswer = { refusal: Refusal } | { frame: string } | null

/** A seat that was checked, and the frame it is welcomed with; or why not; or `later`, where the answer would get too large. */
export type AdmissionAnswer =
  | { participantId: string; welcome: string; cursor: Cursor }
  | { refusal: Refusal }
  | 'later'

/** What the room answers a relay. Lists are in the order of the call's. */
export type RelayToRoomAnswer =
  | {
      messages: MessageAnswer[]
      admissions: AdmissionAnswer[]
      /** The newest message: the answers are for those who heard it. */
      lastSeq: number
      wakeId: string
      /** When the room ends, as of now; Unix milliseconds. */
      endsAt: number
    }
  /** It is over for everyone: there is no room, or it has closed. */
  | { over: Refusal }
