import type { ParticipantId } from '../../protocol/participant.ts'
import { ok, type RefusalCode, type Result } from '../../protocol/refusal.ts'
import type { DisconnectCause } from '../broadcast/connection.ts'
import type { Cursor, OutgoingEvent } from '../broadcast/event-queue.ts'
import type { ReceivedMessage, ReceivedReaction } from '../sockets/parse-frame.ts'
import type { RelayName } from './placement.ts'

/**
 * Characters in one call between a room and a relay, or in its answer: a quarter of the 32 MiB that the platform lets
 * through, because a character may take two bytes. The last item may exceed it.
 */
export const CALL_CHARACTERS_MAX = 4_194_304

/** What a room sends a relay in one call. The relay delivers the events first, and then closes the sockets. */
export interface RoomToRelay {
  /** The newest message before this batch. A relay that lacks it reports that, and is sent what it lacks. */
  afterSeq: number
  events: OutgoingEvent[]
  /** Whose sockets have to be closed, and why. */
  disconnections: Disconnection[]
  /** Whether this is the last call: the room is gone, or has closed. */
  isLast: boolean
  /** Which waking of the room sends this: ticks of different wakings can't be compared. */
  wakeId: string
}

/** Somebody who is no participant any more. */
export interface Disconnection {
  participantId: ParticipantId
  code: Extract<RefusalCode, 'removed' | 'not-a-participant'>
}

/** What a relay answers. */
export interface RoomToRelayAnswer {
  /** The newest message that its sockets have, where it lacks one before this batch; otherwise null. */
  missingAfter: number | null
  /** Whether nobody is connected there or about to be. */
  isEmpty: boolean
}

/** A participant whose last connection is gone. */
export interface Departure {
  participantId: ParticipantId
  /** When something last came from it, Unix milliseconds. */
  lastSeenAt: number
  cause: DisconnectCause
}

/** An upgrade that a relay asks its room to admit. */
export interface AdmissionRequest {
  token: string
  /** The highest `seq` that the client has. */
  afterSeq: number | undefined
  /** The highest epoch whose key the client has. */
  afterEpoch?: number | undefined
  /** The highest change that the client was told. */
  afterRev?: number | undefined
  /** Whether the welcome contains the token. */
  includeToken: boolean
  /** Characters that the participant may be sent: a larger welcome comes without messages. */
  spareCharacters: number
}

/** A message that somebody at a relay sent, or a reaction to one. */
export type PassedItem = { participantId: ParticipantId } & (ReceivedMessage | ReceivedReaction)

/** What a relay sends its room in one call. */
export interface RelayToRoom {
  /** The relay's name. */
  relay: RelayName
  /** Everybody with a connection: in the first call after the relay started, so that nobody stays present who isn't. */
  present?: ParticipantId[]
  departures: Departure[]
  messages: PassedItem[]
  typing: ParticipantId[]
  admissions: AdmissionRequest[]
}

/**
 * What the room answers to a message or a reaction. `repeated` is the frame of a message that was stored before and that its sender alone
 * gets again; it is null where the message was stored now, because then its sender gets it with everybody else, and for a reaction.
 */
export type MessageAnswer = Result<{ repeated: string | null }>

/** The answer to a message that was stored now, or to a reaction. One object for all, because most get it. */
export const STORED: MessageAnswer = ok({ repeated: null })

/** A participant that the room admitted. */
export interface AdmittedParticipant {
  participantId: ParticipantId
  /** The frame it is welcomed with. */
  welcome: string
  /** The newest events that the welcome contains. */
  cursor: Cursor
}

/** What the room answers to an admission; `later` where the whole answer would get too large. */
export type AdmissionAnswer = Result<AdmittedParticipant> | 'later'

/** What the room answers a relay. Lists are in the order of the call's lists. */
export interface RelayToRoomReply {
  messages: MessageAnswer[]
  admissions: AdmissionAnswer[]
  /** The newest message: sockets get it before any of these answers. */
  lastSeq: number
  wakeId: string
  /** When the room ends, as far as it knows now; Unix milliseconds. */
  endsAt: number
}

/** The reply, or why there is nothing to reply: the room is gone, or has closed. */
export type RelayToRoomAnswer = Result<RelayToRoomReply>
