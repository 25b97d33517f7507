import { isDoorClosed } from '../../../protocol/is-door-closed.ts'
import { WAITING_MAX, WAITING_SEAT_MS } from '../../../protocol/limits.ts'
import type { ParticipantId } from '../../../protocol/participant.ts'
import { randomAlias } from '../../../protocol/text.ts'
import type { EventQueue } from '../../broadcast/event-queue.ts'
import { makeParticipantId } from '../../ids.ts'
import { hashSecret, makeSecret } from '../../secrets/secret.ts'
import { writeToken } from '../../secrets/token.ts'
import type { Credentials } from '../credentials.ts'
import type { AdmittedSocket, DoorSockets } from '../door-sockets.ts'
import { type RoomParticipant, shownRole } from './participant.ts'
import type { Participants } from './participants.ts'
import type { PresenceTracker } from './presence-tracker.ts'
import type { Roles } from './roles.ts'
import type { Seats } from './seats.ts'
import type { RoomSettings } from './settings.ts'
import { toPublicVisitor, type WaitingList, type WaitingVisitor } from './waiting-list.ts'

/** What the door depends on. */
interface DoorOptions {
  settings: RoomSettings
  participants: Participants
  presence: PresenceTracker
  roles: Roles
  seats: Seats
  waiting: WaitingList
  sockets: DoorSockets
  events: EventQueue
}

/** Somebody who knocks. */
interface Knock {
  /** Undefined where the room picks one. */
  alias: string | undefined
  /** The id that follows from their public key; undefined where the room makes one. */
  participantId: ParticipantId | undefined
  /** Name and public key, encrypted. */
  card: string | undefined
  now: number
}

/** Somebody who waits, and their token. The token is null where they waited already: the room knows its hash only. */
export interface FoundVisitor {
  visitor: WaitingVisitor
  token: string | null
}

/** Somebody who was let in, and the sockets with which they waited. */
interface Admitted {
  participant: RoomParticipant
  sockets: AdmittedSocket[]
}

/**
 * The door of a room: who waits there until a host lets them in or turns them away. Hosts and facilitators alone are told of
 * it. Callers check the rules of entry and of permissions before.
 */
export class Door {
  readonly #options: DoorOptions

  constructor(options: DoorOptions) {
    this.#options = options
  }

  /** Whether a newcomer with these credentials waits until they are let in. Hosts and facilitators come in. */
  mustWait(who: Credentials): boolean {
    const { settings, roles } = this.#options
    if (!isDoorClosed(settings.doorRules)) return false
    return roles.roleOnJoining(who) === 'participant'
  }

  /** Whether as many wait as may. */
  get isFull(): boolean {
    return this.#options.waiting.byId.size >= WAITING_MAX
  }

  /** @returns who waits with this token; null where nobody does */
  findVisitor(who: Pick<Credentials, 'token'>): WaitingVisitor | null {
    return this.#options.waiting.findVisitor(who)
  }

  /** @returns who waits under this id; null where nobody does */
  findById(participantId: ParticipantId): WaitingVisitor | null {
    return this.#options.waiting.byId.get(participantId) ?? null
  }

  /** Has somebody wait, and tells hosts of it. */
  addKnock({ alias = randomAlias(), participantId = makeParticipantId(), card, now }: Knock): FoundVisitor {
    const secret = makeSecret<'seat'>()
    const visitor = this.#options.waiting.addVisitor({
      participantId,
      alias,
      tokenHash: hashSecret(secret),
      card: card ?? null,
      idleSince: now,
    })
    this.#enqueueKnock(visitor, this.#listManagers())
    // Who knocks sits at the room itself: hosts let in by hand, so they are few.
    return { visitor, token: writeToken({ participantId, secret, relay: null }) }
  }

  /**
   * Lets somebody in, who becomes a participant with the same id and token.
   * @param by who lets them in; null for a host or facilitator without a seat
   */
  admitVisitor(visitor: WaitingVisitor, by: ParticipantId | null, now: number): Admitted {
    const { seats, waiting, sockets } = this.#options
    const participant = seats.takeSeatForVisitor(visitor, by, now)
    try {
      waiting.deleteVisitor(visitor)
    } catch (error) {
      // Nobody waits and has a seat: they go on waiting.
      seats.freeSeat(participant)
      throw error
    }
    this.#enqueueGone(visitor)
    return { participant, sockets: sockets.takeSockets(visitor) }
  }

  /** Turns somebody away for good. The token and the id stay known, so that they are refused. */
  turnAway(visitor: WaitingVisitor, now: number): void {
    this.#removeVisitor(visitor, 'removed')
    this.#options.seats.markTurnedAway(visitor, now)
  }

  /** Has somebody wait no more who took a seat without being let in (a host, or because the door is open now), or who stops waiting. */
  releaseVisitor(visitor: WaitingVisitor): void {
    this.#removeVisitor(visitor, 'not-a-participant')
  }

  /** Forgets those who have had no connection for long. Called whenever something happens in the room. */
  forgetIdleVisitors(now: number): void {
    for (const visitor of this.#options.waiting.byId.values())
      if (visitor.idleSince !== null && now - visitor.idleSince >= WAITING_SEAT_MS)
        this.#removeVisitor(visitor, 'not-a-participant')
  }

  /**
   * @returns when the next one is forgotten, Unix milliseconds; null where nobody will be as things are, or no host is here
   *   whose list would be wrong
   */
  get nextForgottenAt(): number | null {
    const idle = [...this.#options.waiting.byId.values()].flatMap(({ idleSince }) => idleSince ?? [])
    if (idle.length === 0 || !this.#isManagerPresent()) return null
    return Math.min(...idle) + WAITING_SEAT_MS
  }

  /** Tells a participant who has become host, or facilitator, of everybody who waits. */
  announceWaiting({ participantId }: Pick<RoomParticipant, 'participantId'>): void {
    for (const visitor of this.#options.waiting.byId.values()) this.#enqueueKnock(visitor, [participantId])
  }

  #removeVisitor(visitor: WaitingVisitor, code: 'removed' | 'not-a-participant'): void {
    this.#options.waiting.deleteVisitor(visitor)
    this.#options.sockets.disconnectVisitor(visitor, code)
    this.#enqueueGone(visitor)
  }

  #enqueueKnock(visitor: WaitingVisitor, participantIds: readonly ParticipantId[]): void {
    this.#options.events.enqueueEventFor(participantIds, {
      event: 'door.knock',
      data: toPublicVisitor(visitor),
    })
  }

  #enqueueGone({ participantId }: WaitingVisitor): void {
    this.#options.events.enqueueEventFor(this.#listManagers(), {
      event: 'door.gone',
      data: { participantId },
    })
  }

  /** @returns the ids of all hosts and facilitators, also of those who are away: nothing is sent to them */
  #listManagers(): ParticipantId[] {
    return [...this.#options.participants.managers]
      .filter(isManager)
      .map(({ participantId }) => participantId)
  }

  #isManagerPresent(): boolean {
    const { participants, presence } = this.#options
    for (const participant of participants.managers)
      if (isManager(participant) && presence.isPresent(participant)) return true
    return false
  }
}

/** Whether everyone sees a host or a facilitator: a facilitator's seat that no session holds is a participant's. */
function isManager(participant: RoomParticipant): boolean {
  return shownRole(participant) !== 'participant'
}
