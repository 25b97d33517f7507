import type { Refusal, RefusalCode } from '../../protocol/refusal.ts'
import type { DisconnectCause } from '../broadcast/connections.ts'
import type { Cursor, OutgoingEvent } from '../broadcast/event-queue.ts'

/** What a room tells a relay, in one call: it holds, the events first, then the goodbyes. */
export interface FromRoom {
  /** The newest message before this batch: a relay that doesn't have it says so, and is told from there. */
  after: number
  events: OutgoingEvent[]
  /** Whose sockets are to be closed, and why. */
  drops: Drop[]
  /** Whether this was the last: the room is gone, or has closed. */
  over: boolean
  /** Which waking of the room this is: the ticks of another one say nothing. */
  born: string
}

/** Somebody who is no participant any more. */
export interface Drop {
  participantId: string
  code: Extract<RefusalCode, 'removed' | 'not-a-participant'>
}

/** What a relay answers. */
export interface RelayAnswer {
  /** The newest message its sockets have, where it needs one before this batch; else null. */
  behind: number | null
  /** Whether nobody is there, nor about to come. */
  deserted: boolean
}

/** Somebody whose last connection is gone. */
export interface Departure {
  participantId: string
  /** When it was last heard of, Unix milliseconds. */
  since: number
  how: DisconnectCause
}

/** Somebody who asks to be let in. */
export interface Admission {
  token: string
  /** The highest `seq` that the client has. */
  after: number | undefined
  /** Whether the welcome says the token. */
  isTold: boolean
  /** Characters that it may be sent: a welcome that is larger has no messages. */
  spare: number
}

/** What a relay passes to its room, in one call. */
export interface FromRelay {
  /** Which relay this is. */
  relay: string
  /** Everyone with a connection: with the first call after it started, so that nobody stays present who isn't. */
  present?: string[]
  left: Departure[]
  said: { participantId: string; id: string; text: string }[]
  typing: string[]
  admit: Admission[]
}

/** What the room says to a message: nothing where it was stored, and is told to everyone. */
export type SaidAnswer = { refusal: Refusal } | { frame: string } | null

/** A seat that was checked, and the frame it is welcomed with; or why not; or `later`, where the answer would get too large. */
export type AdmitAnswer =
  | { participantId: string; welcome: string; mark: Cursor }
  | { refusal: Refusal }
  | 'later'

/** What the room answers a relay. Lists are in the order of the call's. */
export type RoomAnswer =
  | {
      said: SaidAnswer[]
      admitted: AdmitAnswer[]
      /** The newest message: the answers are for those who heard it. */
      lastSeq: number
      born: string
      /** When the room ends, as of now; Unix milliseconds. */
      endsAt: number
    }
  /** It is over for everyone: there is no room, or it has closed. */
  | { over: Refusal }
