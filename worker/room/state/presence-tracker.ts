import { CLOSE } from '../../../protocol/close.ts'
import type { DisconnectCause } from '../../broadcast/connection.ts'
import type { ConnectionRegistry } from '../../broadcast/connections.ts'
import { closeMisbehavingSocket } from '../../broadcast/misbehaving-sockets.ts'
import type { Departure } from '../../relay-protocol/calls.ts'
import { closeQuietly, disconnectSocket } from '../../sockets/send.ts'
import type { Relays } from '../relays/relays.ts'
import type { SeatUse } from '../rules/entry.ts'
import type { IdleTimes } from './idle-times.ts'
import type { MessageIndex } from './message-index.ts'
import type { RoomParticipant } from './participant.ts'
import type { Participants } from './participants.ts'
import { PendingLeaves } from './pending-leaves.ts'
import type { PresenceEvents } from './presence-events.ts'
import type { WelcomeCache } from './welcome-cache.ts'

/** What the tracker changes, and whom it informs. */
export interface PresenceTrackerOptions {
  /** Who is present, in the order of coming: the tracker alone changes it. */
  present: Set<RoomParticipant>
  participants: Participants
  connections: ConnectionRegistry<RoomParticipant>
  relays: Relays
  idleTimes: IdleTimes
  events: PresenceEvents
  welcomes: WelcomeCache
  messages: Pick<MessageIndex, 'lastSeq'>
  /** Is called once somebody who left has not come back for so long that the others are to learn of it. */
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

  /** What is announced of those present. */
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

  /** @returns how a seat is used; somebody of whom nothing is known yet is away since `now`, at the earliest */
  seatUseOf(participant: RoomParticipant, now: number): SeatUse {
    const { hasSpoken, hasClosed, idleSince } = participant
    return { hasSpoken, hasClosed, isConnected: this.isPresent(participant), idleSince: idleSince ?? now }
  }

  /** Takes in a participant whose connection slept through, or is at a relay. */
  restorePresent(participant: RoomParticipant): void {
    this.#options.present.add(participant)
  }

  /** A participant's first connection opened, here or at its relay. */
  connected(participant: RoomParticipant, now: number): void {
    const { present, relays, idleTimes, events, welcomes, messages } = this.#options
    const isBack = this.#leaves.cancelLeave(participant)
    const isNew = !present.has(participant)
    if (participant.relay !== null) relays.addPresent(participant.relay, messages.lastSeq, isNew || isBack)
    if (!isNew && !isBack) return
    idleTimes.setIdle(participant, { idleSince: null, hasClosed: false })
    participant.wasConnected = true
    present.add(participant)
    // Somebody who comes where everyone else has gone is the first who can learn of it.
    this.#leaves.scheduleNext(now)
    // Nobody knows that it had gone.
    if (isBack) return
    welcomes.participantsChanged()
    events.enqueueChange('presence.join', participant)
  }

  /** A socket closed; its participant keeps the seat. */
  socketClosed(socket: WebSocket, now: number, cause: DisconnectCause = 'cut'): void {
    const participant = this.#options.connections.removeConnection(socket)
    if (participant !== null) this.disconnected(participant, { lastSeenAt: now, cause }, now)
  }

  /**
   * A participant's last connection is gone, here or at its relay. The participant keeps the seat, and the others learn of
   * it a little later.
   */
  disconnected(
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
    idleTimes.setIdle(participant, { idleSince, hasClosed: cause === 'closed' })
    if (cause === 'dead') {
      this.#deadConnections += 1
      this.#removePresent(participant)
    }
    this.#leaves.scheduleNext(now)
  }

  /** A relay says who has a connection there: everyone else who sits there has none. */
  reconcile(relay: string, connectedIds: ReadonlySet<string>, now: number): void {
    for (const participant of this.#options.participants.byId.values()) {
      if (participant.relay !== relay || participant.isRemoved) continue
      if (connectedIds.has(participant.participantId)) this.connected(participant, now)
      else this.disconnected(participant, { lastSeenAt: now, cause: 'cut' }, now)
    }
  }

  /** Closes dead connections, and announces those who are gone by now. Called whenever something happens in the room. */
  closeDeadConnections(now: number): void {
    const { connections } = this.#options
    for (const { socket, lastSeenAt } of connections.takeDeadConnections(now)) {
      const participant = connections.removeConnection(socket)
      closeQuietly(socket, 1000, '')
      if (participant !== null) this.disconnected(participant, { lastSeenAt, cause: 'dead' }, now)
    }
    for (const participant of this.#leaves.findDue(now)) this.#removePresent(participant)
  }

  /** Closes the connections that are too far behind; their participants come back and resume. */
  closeSlowSockets(now: number): void {
    for (const socket of this.#options.connections.takeSlowSockets()) {
      closeMisbehavingSocket(socket, CLOSE.tooSlow)
      this.socketClosed(socket, now)
    }
  }

  /** The room has a limit now: since when its participants have no connection is stored from here on. */
  startIdleTracking(): void {
    for (const participant of this.#options.participants.byId.values())
      this.#options.idleTimes.setIdle(participant, participant)
  }

  /** Announces that a participant has another name or role. @param evenIfAway whether it concerns who is away, too */
  announceUpdate(participant: RoomParticipant, { evenIfAway }: { evenIfAway: boolean }): void {
    this.#options.welcomes.participantsChanged()
    if (evenIfAway || this.isPresent(participant))
      this.#options.events.enqueueChange('presence.update', participant)
  }

  /** Closes every socket of somebody who is no participant any more, and announces the leave at once. */
  disconnectParticipant(participant: RoomParticipant, code: 'removed' | 'not-a-participant'): void {
    const { connections, relays, messages } = this.#options
    const { relay, participantId } = participant
    for (const socket of [...participant.sockets]) {
      connections.removeConnection(socket)
      disconnectSocket(socket, code)
    }
    // The next one with this seat does not wait for what somebody did who was removed for it.
    if (code === 'removed') participant.frames?.forgiveDebt(Date.now())
    if (relay !== null && this.#isConnected(participant)) relays.removePresent(relay)
    const wasPresent = this.#removePresent(participant)
    // The room may be wrong about who is at a relay; nobody who was removed may go on receiving because of that.
    if (relay !== null && (wasPresent || code === 'removed'))
      relays.disconnectParticipant(relay, messages.lastSeq, { participantId, code })
  }

  /** Stops all timers: the room is over. */
  stop(): void {
    this.#options.events.stop()
    this.#leaves.stop()
  }

  /** Forgets everyone, once they were sent out of the room. */
  clearPresent(): void {
    this.#options.present.clear()
    this.#leaves.clear()
  }

  #isConnected(participant: RoomParticipant): boolean {
    return this.isPresent(participant) && !this.#leaves.isPending(participant)
  }

  /** Announces that a participant has left. @returns whether it was present */
  #removePresent(participant: RoomParticipant): boolean {
    this.#leaves.cancelLeave(participant)
    if (!this.#options.present.delete(participant)) return false
    this.#options.welcomes.participantsChanged()
    this.#options.events.enqueueChange('presence.leave', participant)
    return true
  }
}
