import type { SessionId } from '../../../protocol/account.ts'
import type { ParticipantId, Role } from '../../../protocol/participant.ts'
import { ok, type Result } from '../../../protocol/refusal.ts'
import { makeParticipantId } from '../../ids.ts'
import { chooseRelay, type Region } from '../../relay-protocol/placement.ts'
import { hashSecret, makeSecret } from '../../secrets/secret.ts'
import { writeToken } from '../../secrets/token.ts'
import type { SocketCloser } from '../close-sockets.ts'
import type { Credentials } from '../credentials.ts'
import type { Reactions } from '../react.ts'
import type { Occupancy } from '../rules/entry.ts'
import type { ParticipantRow } from '../storage/rows.ts'
import { type Aliases, ownerOf } from './aliases.ts'
import type { MessageIndex } from './message-index.ts'
import type { RoomParticipant } from './participant.ts'
import type { Participants } from './participants.ts'
import type { PresenceTracker } from './presence-tracker.ts'
import type { Roles } from './roles.ts'
import type { RoomFiles } from './room-files.ts'
import type { SeatRecycler } from './seat-recycler.ts'
import type { RoomSettings } from './settings.ts'
import type { WaitingVisitor } from './waiting-list.ts'

/** What the seats of a room depend on. */
interface SeatsOptions {
  settings: RoomSettings
  participants: Participants
  messages: Pick<MessageIndex, 'lastSeq'>
  roles: Roles
  aliases: Aliases
  presence: PresenceTracker
  reactions: Pick<Reactions, 'removeVoter'>
  files: Pick<RoomFiles, 'forgetFilesOf'>
  socketCloser: SocketCloser
  recycler: SeatRecycler
  /** Seats at the room itself, and at each relay. */
  seatsPerObject: number
}

/** Somebody who takes a seat. */
interface SeatRequest {
  who: Credentials
  /** Undefined where the room picks one. */
  alias: string | undefined
  /** The id that follows from its public key; undefined where the room makes one. */
  participantId?: ParticipantId | undefined
  /** Name and public key, encrypted. */
  card?: string | undefined
  region: Region
  now: number
}

/** What is the same for every new seat. */
const UNUSED = {
  hasSpoken: false,
  hasSpokenAsAlias: false,
  isRemoved: false,
  hasClosed: false,
  connectedSince: null,
  mutedUntil: null,
  handRaisedAt: null,
} as const

/** A seat and its token. The token is null where the seat was found: the room knows its hash only. */
export interface TakenSeat {
  participant: RoomParticipant
  token: string | null
}

/** A seat that was just made. */
interface NewSeat {
  participant: RoomParticipant
  token: string
}

/** A seat of the facilitator for a device that has not come. */
export interface PlannedSeat {
  /** The id that follows from the device's public key. */
  participantId: ParticipantId
  /** Its name and public key, encrypted. */
  card: string
  /** The session that holds it until then. */
  sessionId: SessionId
  now: number
}

/** Takes and frees seats, and renames their participants. Callers check the rules of entry and of permissions before. */
export class Seats {
  readonly #options: SeatsOptions

  constructor(options: SeatsOptions) {
    this.#options = options
  }

  /** @returns the seats as the rules of entry see them */
  countOccupancy(now: number): Occupancy {
    const { settings, participants, recycler } = this.#options
    return {
      capacity: settings.row.capacity,
      taken: participants.takenSeats,
      abandoned: recycler.findReplaceable(now) ? 1 : 0,
    }
  }

  /**
   * Checks whether a new participant may have an alias. It may be that of the abandoned seat that they would take over.
   */
  checkNewAlias(who: Credentials, alias: string, now: number): Result<void> {
    const { roles, recycler, aliases } = this.#options
    const role = roles.roleOnJoining(who)
    const replaced = role === 'facilitator' ? null : recycler.findReplaceable(now)
    return aliases.checkAlias({ alias, owners: [role], except: replaced?.participantId })
  }

  /** Checks whether somebody may wait under an alias. Who is inside, and has it, is not told to them. */
  checkVisitorAlias(alias: string): Result<void> {
    return this.#options.aliases.checkReserved(alias)
  }

  /**
   * Takes a seat for a new participant. In a full room that has an abandoned seat, the abandoned seat is deleted for it.
   */
  takeSeat(request: SeatRequest): NewSeat {
    const { roles, recycler } = this.#options
    const role = roles.roleOnJoining(request.who)
    const replaced = role === 'facilitator' ? null : recycler.findReplaceable(request.now)
    if (replaced) this.#deleteSeat(replaced)
    return this.#addSeat(request, role)
  }

  /**
   * Takes a seat for somebody who is let in at the door: id and token stay theirs. Where their alias is taken, they get it
   * with a number behind.
   * @param by who lets them in; null for a host or facilitator without a seat
   */
  takeSeatForVisitor(visitor: WaitingVisitor, by: ParticipantId | null, now: number): RoomParticipant {
    const { participants, aliases, recycler } = this.#options
    const replaced = recycler.findReplaceable(now)
    const alias = aliases.numberAlias(visitor.alias, replaced?.participantId)
    if (replaced) this.#deleteSeat(replaced)
    const participant = participants.addParticipant({ ...this.#makeVisitorRow(visitor, now), alias })
    participant.letInBy = by
    return participant
  }

  /** Keeps the token and the id of somebody who is turned away at the door, so that they are refused from then on. */
  markTurnedAway(visitor: WaitingVisitor, now: number): void {
    this.#options.participants.addRemoved(this.#makeVisitorRow(visitor, now))
  }

  /** Makes a seat of the facilitator for a device that has not come. Nobody has its token: the device is given one. */
  planSeat({ participantId, card, sessionId, now }: PlannedSeat): void {
    const who = { sessionId }
    this.#addSeat({ who, alias: undefined, participantId, card, region: 'any', now }, 'facilitator')
  }

  /** Frees a seat, and its alias where nobody spoke under it, and closes its connections. */
  freeSeat(participant: RoomParticipant): void {
    this.#deleteSeat(participant)
    this.#options.socketCloser.disconnectParticipant(participant, 'not-a-participant')
  }

  /**
   * Removes a participant for good, takes their votes away, and closes their connections. The token stays known, so that it is
   * refused.
   * @param by who removes them; undefined for a host or facilitator without a seat
   */
  removeParticipant(participant: RoomParticipant, by?: ParticipantId): void {
    this.#options.reactions.removeVoter(participant.participantId)
    this.#options.files.forgetFilesOf(participant.participantId)
    this.#options.participants.markRemoved(participant)
    this.#options.socketCloser.disconnectParticipant(participant, 'removed', by)
  }

  /** Changes a participant's alias, where the new one is free. @param field the field of the request that holds it */
  renameParticipant(
    participant: RoomParticipant,
    alias: string,
    field: 'alias' | 'sender' = 'alias',
  ): Result<void> {
    const { participants, aliases, presence } = this.#options
    if (alias === participant.alias) return ok()
    const { participantId } = participant
    const checked = aliases.checkAlias({
      alias,
      owners: [participantId, ownerOf(participant)],
      except: participantId,
      field,
    })
    if (!checked.ok) return checked
    aliases.keepSpokenName(participant)
    participants.setAlias(participant, alias)
    presence.announceUpdate(participant, { evenIfAway: false })
    return ok()
  }

  /** Gives a participant another card, for those who are here to see and for those who come. */
  setCard(participant: RoomParticipant, card: string): void {
    this.#options.participants.setCard(participant, card)
    this.#options.presence.announceUpdate(participant, { evenIfAway: false })
  }

  /**
   * Gives a participant the card that a rotation brings, or takes away the one that goes with the link. Nobody is told:
   * those here have opened the one before, and whoever is here sends one of their own afterwards.
   */
  renewCard(participant: RoomParticipant, card: string | null): void {
    this.#options.participants.setCard(participant, card)
    this.#options.presence.forgetListed()
  }

  /** In a room without a limit, deletes seats that nobody uses. Called whenever something happens in the room. */
  freeUnusedSeats(now: number): void {
    const unused = this.#options.recycler.findUnused(now)
    if (unused.length > 0) this.#options.participants.deleteParticipants(unused)
  }

  #addSeat({ who, alias, participantId, card, region, now }: SeatRequest, role: Role): NewSeat {
    const { participants, aliases, seatsPerObject } = this.#options
    const isFacilitator = role === 'facilitator'
    const secret = makeSecret<'seat'>()
    const hash = hashSecret(secret)
    const row: ParticipantRow = {
      seatNumber: participants.nextSeatNumber,
      participantId: participantId ?? makeParticipantId(),
      alias: alias ?? aliases.pickFreeAlias(),
      role,
      tokenHash: isFacilitator ? null : hash,
      idleSince: now,
      card: card ?? null,
      ...UNUSED,
      fromSeq: this.#firstSeqFor(role),
      seatedSeq: this.#options.messages.lastSeq,
      hasHostToken: role === 'host',
      // Hosts and facilitators sit at the room itself.
      relay: role === 'participant' ? chooseRelay(participants.seatsByRelay, region, seatsPerObject) : null,
    }
    const participant = participants.addParticipant(row)
    if (isFacilitator)
      participants.setFacilitatorTokens(participant, [{ hash, sessionId: who.sessionId ?? null }])
    return { participant, token: writeToken({ ...row, secret }) }
  }

  #makeVisitorRow({ participantId, alias, tokenHash, card }: WaitingVisitor, now: number): ParticipantRow {
    return {
      seatNumber: this.#options.participants.nextSeatNumber,
      participantId,
      alias,
      role: 'participant',
      tokenHash,
      idleSince: now,
      card,
      ...UNUSED,
      fromSeq: this.#firstSeqFor('participant'),
      seatedSeq: this.#options.messages.lastSeq,
      hasHostToken: false,
      relay: null,
    }
  }

  /**
   * @returns the newest message that somebody who takes a seat now may not read: 0 where they may read all, as the
   *   facilitator may anyway, who has the transcript
   */
  #firstSeqFor(role: Role): number {
    const { settings, messages } = this.#options
    return settings.row.history === 'from-join' && role !== 'facilitator' ? messages.lastSeq : 0
  }

  #deleteSeat(participant: RoomParticipant): void {
    this.#options.aliases.keepSpokenName(participant)
    this.#options.files.forgetFilesOf(participant.participantId)
    this.#options.participants.deleteParticipants([participant])
  }
}
