import type { ParticipantId } from '../../../protocol/participant.ts'
import type { DisconnectCause } from '../../broadcast/connection.ts'
import type { ConnectionRegistry } from '../../broadcast/connections.ts'
import type { Departure } from '../../relay-protocol/calls.ts'
import type { RelayName } from '../../relay-protocol/placement.ts'
import type { Relays } from '../relays/relays.ts'
import type { SeatUse } from '../rules/entry.ts'
import type { IdleTimes } from './idle-times.ts'
import type { MessageIndex } from './message-index.ts'
import type { RoomParticipant } from './participant.ts'
import type { Participants } from './participants.ts'
import { PendingLeaves } from './pending-leaves.ts'
import type { ManagedChange, PresenceEvents } from './presence-events.ts'
import type { WelcomeCache } from './welcome-cache.ts'

/** What the tracker changes, and whom it informs. */
interface PresenceTrackerOptions {
  /** Who is present, in the order of coming: the tracker alone changes it. */
  present: Set<RoomParticipant>
  participants: Participants
  connections: ConnectionRegistry<RoomParticipant>
  relays: Relays
  idleTimes: IdleTimes
  events: PresenceEvents
  welcomes: WelcomeCache
  messages: Pick<MessageIndex, 'lastSeq'>
  /** Is called once the others are to learn that somebody left, who has not come back for a while. */
  onLeaveDue: () => void
}

/**
 * Who is present: those who have a connection, here or at a relay, and those whose last connection has just closed and who
 * may be back in a moment. It is what the others know.
 */
export class PresenceTracker {
  readonly #options: PresenceTrackerOptions
  /** Those present who have no connection. */
  readonly #leaves: PendingLeaves
  #deadConnections = 0

  constructor(options: PresenceTrackerOptions) {
    this.#options = options
    this.#leaves = new PendingLeaves(options.present, options.onLeaveDue)
  }

  /** The events that announce who is present. */
  get events(): PresenceEvents {
    return this.#options.events
  }

  /** How many are present. */
  get count(): number {
    return this.#options.present.size
  }

  /** Dead connections that were found so far: with each of them a seat may be free at once. */
  get deadConnections(): number {
    return this.#deadConnections
  }

  /** Whether a participant is present, as far as the others know. */
  isPresent(participant: RoomParticipant): boolean {
    return this.#options.present.has(participant)
  }

  /** Whether a participant has a connection, and is not about to be announced as gone. */
  isConnected(participant: RoomParticipant): boolean {
    return this.isPresent(participant) && !this.#leaves.isPending(participant)
  }

  /** @returns how a seat is used. Where it is not known since when its participant is away, that is `now`. */
  seatUseOf(participant: RoomParticipant, now: number): SeatUse {
    const { hasSpoken, hasClosed, idleSince } = participant
    return { hasSpoken, hasClosed, isConnected: this.isPresent(participant), idleSince: idleSince ?? now }
  }

  /** Adds a participant whose connection outlived the sleep of the object, or is at a relay. */
  restorePresent(participant: RoomParticipant): void {
    this.#options.present.add(participant)
  }

  /** Records that a participant's first connection opened, here or at its relay. */
  recordConnection(participant: RoomParticipant, now: number): void {
    const { present, relays, idleTimes, events, welcomes, messages } = this.#options
    const isBack = this.#leaves.cancelLeave(participant)
    const isNew = !present.has(participant)
    if (participant.relay !== null) relays.addPresent(participant.relay, messages.lastSeq, isNew || isBack)
    if (!isNew && !isBack) return
    idleTimes.setIdle(participant, { idleSince: null, hasClosed: false, connectedSince: now })
    participant.wasConnected = true
    present.add(participant)
    // Where everyone else has gone, this participant is the first who can learn of it.
    this.#leaves.scheduleNext(now)
    // The others never learned that this participant was gone.
    if (isBack) return
    welcomes.forgetParticipants()
    events.enqueueChange('presence.join', participant, participant.letInBy ?? undefined)
    participant.letInBy = null
  }

  /** Removes a socket that closed. Its participant keeps the seat. */
  removeSocket(socket: WebSocket, now: number, cause: DisconnectCause = 'cut'): void {
    const participant = this.#options.connections.removeConnection(socket)
    if (participant !== null) this.recordDisconnection(participant, { lastSeenAt: now, cause }, now)
  }

  /**
   * Records that a participant's last connection is gone, here or at its relay. The participant keeps the seat, and the
   * others learn of it a little later.
   */
  recordDisconnection(
    participant: RoomParticipant,
    { lastSeenAt, cause }: Omit<Departure, 'participantId'>,
    now: number,
  ): void {
    const { present, relays, idleTimes } = this.#options
    if (!present.has(participant)) return
    // A relay that is empty may report that before it reports how each of them left.
    const isKnown = this.#leaves.isPending(participant)
    if (!isKnown) this.#leaves.startLeave(participant, now)
    if (!isKnown && participant.relay !== null) relays.removePresent(participant.relay)
    const idleSince = Math.min(participant.idleSince ?? now, lastSeenAt)
    idleTimes.setIdle(participant, { idleSince, hasClosed: cause === 'closed', connectedSince: null })
    if (cause === 'dead') {
      this.#deadConnections += 1
      this.#announceLeave(participant)
    }
    this.#leaves.scheduleNext(now)
  }

  /** Records who has a connection at a relay, as the relay reports it: everyone else who sits there has none. */
  reconcileRelay(relay: RelayName, connectedIds: ReadonlySet<ParticipantId>, now: number): void {
    for (const participant of this.#options.participants.byId.values()) {
      if (participant.relay !== relay || participant.isRemoved) continue
      if (connectedIds.has(participant.participantId)) this.recordConnection(participant, now)
      else this.recordDisconnection(participant, { lastSeenAt: now, cause: 'cut' }, now)
    }
  }

  /** Announces those who left a while ago and have not come back. Called whenever something happens in the room. */
  announceDueLeaves(now: number): void {
    for (const participant of this.#leaves.findDue(now)) this.#announceLeave(participant)
  }

  /**
   * Stores since when participants have no connection. Called once the room has a limit: before that it is not stored.
   */
  startIdleTracking(): void {
    for (const participant of this.#options.participants.byId.values())
      this.#options.idleTimes.setIdle(participant, participant)
  }

  /** Stores since when a participant has no connection. Called once that matters, because they are a host now. */
  storeIdleTime(participant: RoomParticipant): void {
    this.#options.idleTimes.setIdle(participant, participant)
  }

  /** Records that somebody without a connection has just called: they are away only from now on. */
  recordCall(participant: RoomParticipant, now: number): void {
    if (!this.isPresent(participant))
      this.#options.idleTimes.setIdle(participant, { idleSince: now, hasClosed: false, connectedSince: null })
  }

  /**
   * Announces that the role of a participant was changed, or that they were muted, or that a hand went up or down. In a room
   * with more than 200 present, too, where nobody is named otherwise.
   */
  announceManaged(participant: RoomParticipant, change: ManagedChange): void {
    this.#options.welcomes.forgetParticipants()
    this.#options.events.enqueueManaged(participant, change)
  }

  /**
   * Announces that a participant has another name or role.
   * @param evenIfAway whether it is announced of somebody who is away, too
   */
  announceUpdate(participant: RoomParticipant, { evenIfAway }: { evenIfAway: boolean }): void {
    this.#options.welcomes.forgetParticipants()
    if (evenIfAway || this.isPresent(participant))
      this.#options.events.enqueueChange('presence.update', participant)
  }

  /** Forgets the list of those present that newcomers are given: a card in it is another one now. */
  forgetListed(): void {
    this.#options.welcomes.forgetParticipants()
  }

  /**
   * Announces at once that somebody who is no participant any more has left.
   * @param by who removed them; undefined where nobody did
   * @returns whether it was present
   */
  removePresent(participant: RoomParticipant, by?: ParticipantId): boolean {
    if (participant.relay !== null && this.isConnected(participant))
      this.#options.relays.removePresent(participant.relay)
    return this.#announceLeave(participant, by)
  }

  /** Stops all timers: the room is over. */
  stop(): void {
    this.#options.events.stop()
    this.#leaves.stop()
  }

  /** Forgets everyone who was present: they were sent out of the room. */
  clearPresent(): void {
    this.#options.present.clear()
    this.#leaves.clear()
  }

  /** Announces that a participant has left. @returns whether it was present */
  #announceLeave(participant: RoomParticipant, by?: ParticipantId): boolean {
    this.#leaves.cancelLeave(participant)
    if (!this.#options.present.delete(participant)) return false
    this.#options.welcomes.forgetParticipants()
    this.#options.events.enqueueChange('presence.leave', participant, by)
    return true
  }
}
