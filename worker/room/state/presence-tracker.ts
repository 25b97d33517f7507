import { CLOSE } from '../../../protocol/close.ts'
import { LEAVE_TOLD_AFTER } from '../../../protocol/limits.ts'
import type { DisconnectCause } from '../../broadcast/connection.ts'
import { log } from '../../log.ts'
import type { Departure } from '../../relay-protocol/calls.ts'
import { closeQuietly, disconnectSocket } from '../../sockets/send.ts'
import type { RoomStore } from '../storage/store.ts'
import type { PresenceEvents } from './presence-events.ts'
import { isConnected, type RoomParticipant, type RoomState } from './room-state.ts'

/** Who is here: notes whose connections open and close, and since when somebody has none. One for a room's object. */
export class PresenceTracker {
  readonly #store: RoomStore
  readonly #events: PresenceEvents
  readonly #leaveIsDue: () => void
  /** By seat: who has a connection, or since when not, and how it went: noted, and not written down yet. */
  readonly #unwrittenIdle = new Map<number, Idle>()
  #timer: ReturnType<typeof setTimeout> | null = null
  #deadConnections = 0

  /** @param leaveIsDue is called once somebody who left has not come back for so long that the others are told */
  constructor(store: RoomStore, presence: PresenceEvents, leaveIsDue: () => void) {
    this.#store = store
    this.#events = presence
    this.#leaveIsDue = leaveIsDue
  }

  /** Dead lines that were found: with each of them a seat may be free at once. */
  get deadConnections(): number {
    return this.#deadConnections
  }

  /** A member's first connection opened, here or at its relay. */
  connected(live: RoomState, member: RoomParticipant, now: number): void {
    const isBack = live.leaving.delete(member)
    const isNew = !live.present.has(member)
    if (member.relay !== null) live.relays.addPresent(member.relay, live.lastSeq, isNew || isBack)
    if (!isNew && !isBack) return
    this.#setIdle(live, member, { idleSince: null, hasClosed: false })
    member.wasHere = true
    live.present.add(member)
    // Whoever comes where everyone else has gone is the first to be told of it.
    this.#awaitLeaves(live, now)
    // Nobody was told that it had gone.
    if (isBack) return
    live.welcomeCache.participantChanged()
    this.#events.enqueueChange(live, 'presence.join', member)
  }

  /** Notes that a member was welcomed, here or at its relay. */
  recordWelcome(live: RoomState): void {
    this.#events.recordWelcome(live)
  }

  /** A socket closed; its seat stays. */
  socketClosed(live: RoomState, socket: WebSocket, now: number, how: DisconnectCause = 'cut'): void {
    const member = live.connections.removeConnection(socket)
    if (member !== null) this.disconnected(live, member, { lastSeenAt: now, cause: how }, now)
  }

  /** A member's last connection is gone, here or at its relay; the seat stays, and the others are told a little later. */
  disconnected(
    live: RoomState,
    member: RoomParticipant,
    { lastSeenAt: since, cause: how }: Omit<Departure, 'participantId'>,
    now: number,
  ): void {
    if (!live.present.has(member)) return
    // A relay where nobody is any more may say so before it says how they went.
    const isKnown = live.leaving.has(member)
    if (!isKnown) live.leaving.set(member, now)
    if (!isKnown && member.relay !== null) live.relays.removePresent(member.relay)
    const idleSince = Math.min(member.idleSince ?? now, since)
    this.#setIdle(live, member, { idleSince, hasClosed: how === 'closed' })
    if (how === 'dead') {
      this.#deadConnections += 1
      this.#removePresent(live, member)
    }
    this.#awaitLeaves(live, now)
  }

  /** A relay says who has a connection there: everyone else who sits there has none. */
  reconcile(live: RoomState, relay: string, present: ReadonlySet<string>, now: number): void {
    for (const member of live.participants.values()) {
      if (member.relay !== relay || member.removed) continue
      if (present.has(member.participantId)) this.connected(live, member, now)
      else this.disconnected(live, member, { lastSeenAt: now, cause: 'cut' }, now)
    }
  }

  /** Closes dead lines, and tells of those who are gone by now. Called whenever something happens in the room. */
  closeDeadConnections(live: RoomState, now: number): void {
    for (const { socket, lastSeenAt: since } of live.connections.takeDeadConnections(now)) {
      const member = live.connections.removeConnection(socket)
      closeQuietly(socket, 1000, '')
      if (member !== null) this.disconnected(live, member, { lastSeenAt: since, cause: 'dead' }, now)
    }
    for (const [member, at] of live.leaving) {
      if (!isDue(at, now)) break
      this.#removePresent(live, member)
    }
  }

  /** Closes the connections that are too far behind; their participants come back and resume. */
  closeSlowSockets(live: RoomState, now: number): void {
    for (const socket of live.connections.takeSlowSockets()) {
      live.connections.closeMisbehavingSocket(socket, CLOSE.tooSlow)
      this.socketClosed(live, socket, now)
    }
  }

  /** The room has a limit now: whose seat may be abandoned is written down from here on. */
  startIdleTracking(live: RoomState): void {
    for (const member of live.participants.values()) this.#setIdle(live, member, member)
  }

  /** Writes down what was noted of connections: all that opened in one turn with one statement. */
  writeIdle(): void {
    if (this.#unwrittenIdle.size === 0) return
    try {
      const alike = Map.groupBy(
        this.#unwrittenIdle,
        ([, { idleSince, hasClosed }]) => `${idleSince} ${hasClosed}`,
      )
      for (const noted of alike.values()) {
        const [, { idleSince, hasClosed }] = noted[0] as [number, Idle]
        const seats = noted.map(([n]) => n)
        this.#store.setIdleSince(seats, idleSince, hasClosed)
      }
      this.#unwrittenIdle.clear()
    } catch (error) {
      // Noted still: the next turn tries again.
      log('idle-times-not-stored', error)
    }
  }

  /** Closes every socket of someone who is no member any more, and tells the others at once. */
  disconnectParticipant(
    live: RoomState,
    member: RoomParticipant,
    code: 'removed' | 'not-a-participant',
  ): void {
    const { relay, participantId } = member
    for (const socket of [...member.sockets]) {
      live.connections.removeConnection(socket)
      disconnectSocket(socket, code)
    }
    // Whoever sits here next is not kept off for what somebody did who was removed for it.
    if (code === 'removed') member.frames?.forgiveDebt(Date.now())
    if (relay !== null && isConnected(live, member)) live.relays.removePresent(relay)
    const wasHere = this.#removePresent(live, member)
    // The room may be wrong about who is at a relay; nobody who was removed may go on hearing because of that.
    if (relay !== null && (wasHere || code === 'removed'))
      live.relays.disconnectParticipant(relay, live.lastSeq, { participantId, code })
  }

  /** Forgets what it was about to tell: the room is gone. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  /** Tells the others that a member has left. Returns whether it was present. */
  #removePresent(live: RoomState, member: RoomParticipant): boolean {
    live.leaving.delete(member)
    if (!live.present.delete(member)) return false
    live.welcomeCache.participantChanged()
    this.#events.enqueueChange(live, 'presence.leave', member)
    return true
  }

  /**
   * Comes back when the next leave is due, where anybody is here to be told of it. An object does not sleep while a timer
   * waits; one that stops with it loses its sockets, too, and who comes back hears who is here.
   */
  #awaitLeaves(live: RoomState, now: number): void {
    const [first] = live.leaving.values()
    if (this.#timer !== null || first === undefined || live.leaving.size === live.present.size) return
    const wait = Math.min(LEAVE_TOLD_AFTER, Math.max(1, first + LEAVE_TOLD_AFTER - now))
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#leaveIsDue()
      this.#awaitLeaves(live, Date.now())
    }, wait)
  }

  /**
   * Notes since when a member has no connection. Written down only while it matters: where there is no limit all that
   * counts is whether a seat was ever used; but whether somebody sits at a relay the room could not see by itself after
   * waking.
   */
  #setIdle(live: RoomState, member: RoomParticipant, { idleSince, hasClosed }: Idle): void {
    const isAtStake = live.row.capacity !== null || (!member.spoke && !member.wasHere)
    if (isAtStake || member.relay !== null) this.#unwrittenIdle.set(member.n, { idleSince, hasClosed })
    member.idleSince = idleSince
    member.hasClosed = hasClosed
  }
}

/** Since when somebody has no connection, or null, and whether its own side closed it. */
type Idle = Pick<RoomParticipant, 'idleSince' | 'hasClosed'>

/** Whether a leave of some time ago is told now. A clock that was set back holds none up. */
function isDue(at: number, now: number): boolean {
  return Math.abs(now - at) >= LEAVE_TOLD_AFTER
}
