import { ConnectionRegistry } from '../../broadcast/connections.ts'
import { EventQueue } from '../../broadcast/event-queue.ts'
import type { Bindings } from '../../env.ts'
import { type RelayName, readSeatsPerObject } from '../../relay-protocol/placement.ts'
import { SocketCloser } from '../close-sockets.ts'
import { EntryCheck } from '../entry-check.ts'
import { SeatFinder } from '../find-seat.ts'
import { Relays } from '../relays/relays.ts'
import type { RoomStore } from '../storage/room-store.ts'
import type { RoomRow } from '../storage/rows.ts'
import { RoomTraffic } from '../traffic.ts'
import { Aliases } from './aliases.ts'
import { FacilitatorSeats } from './facilitator-seats.ts'
import { Hosts } from './hosts.ts'
import { makePresence } from './make-presence.ts'
import { MessageIndex, type NewestMessage } from './message-index.ts'
import type { ParticipantRates, RoomParticipant } from './participant.ts'
import { Participants } from './participants.ts'
import type { PresenceTracker } from './presence-tracker.ts'
import { Roles } from './roles.ts'
import { RoomUpdates } from './room-updates.ts'
import { RoomView } from './room-view.ts'
import { SeatRecycler } from './seat-recycler.ts'
import { Seats } from './seats.ts'
import { RoomSettings, type SettingsChanges } from './settings.ts'

/** What the platform provides, and what the room asks of its runtime. */
export interface RoomStateOptions {
  ctx: DurableObjectState
  env: Bindings
  store: RoomStore
  /** False for load tests: then nobody is asked to slow down. */
  isRateLimited: boolean
  /** Has the batcher end a batch. */
  finishBatch: () => void
  /** Is called once the others are to learn that somebody left. */
  onLeaveDue: () => void
  /**
   * Is called where a relay reports that nobody is connected there, and the room counts somebody.
   * @param isStillEmpty returns whether nobody has connected there since
   */
  onRelayEmpty: (relay: RelayName, isStillEmpty: () => boolean) => void
}

/**
 * A room, as long as there is one: what it knows without asking storage again, and what acts on that. Each part owns what
 * it changes, and receives the parts that it needs when it is made.
 */
export class RoomState {
  readonly #ctx: DurableObjectState
  readonly store: RoomStore
  readonly isRateLimited: boolean
  readonly settings: RoomSettings
  readonly messages: MessageIndex
  readonly participants: Participants
  readonly roles: Roles
  readonly presence: PresenceTracker
  readonly socketCloser: SocketCloser
  readonly seats: Seats
  readonly hosts: Hosts
  readonly facilitatorSeats: FacilitatorSeats
  readonly connections: ConnectionRegistry<RoomParticipant>
  readonly relays: Relays
  readonly view: RoomView
  readonly updates: RoomUpdates
  readonly entryCheck: EntryCheck
  readonly seatFinder: SeatFinder
  readonly traffic: RoomTraffic
  /** The rates of hosts and facilitators who act without a seat. */
  readonly seatlessRates: Pick<ParticipantRates, 'settingsChanges' | 'history'> = {
    settingsChanges: null,
    history: null,
  }
  #hasSentEveryoneOut = false

  constructor(options: RoomStateOptions, row: RoomRow, newest: NewestMessage = { seq: 0, timestamp: null }) {
    const { ctx, env, store, isRateLimited, finishBatch, onLeaveDue, onRelayEmpty } = options
    const { roomId, hostTokenHash } = row
    const events = new EventQueue()
    const messages = new MessageIndex(store.messages, row, newest)
    const settings = new RoomSettings(store, row, messages)
    const participants = new Participants(store, hostTokenHash, row.keys !== null)
    const roles = new Roles(settings, participants)
    const connections = new ConnectionRegistry<RoomParticipant>(ctx, isRateLimited)
    const relays = new Relays({
      namespace: env.RELAYS,
      roomObjectId: ctx.id.toString(),
      roomId,
      store: store.messages,
      wakeId: events.wakeId,
      onEmpty: onRelayEmpty,
    })
    const { present, presence, idleTimes, welcomes } = makePresence({
      store,
      settings,
      participants,
      messages,
      events,
      connections,
      relays,
      onLeaveDue,
      onCountEnqueued: () => this.traffic.flusher.flushEvents(),
    })
    const socketCloser = new SocketCloser({ connections, relays, presence, messages })
    const seats = new Seats({
      settings,
      participants,
      roles,
      presence,
      socketCloser,
      aliases: new Aliases(participants.aliases, store.spokenNames),
      recycler: new SeatRecycler({ settings, participants, presence, relays }),
      seatsPerObject: readSeatsPerObject(env.RELAY_ABOVE),
    })
    const hosts = new Hosts({ settings, participants, presence })
    const facilitatorSeats = new FacilitatorSeats({ participants, roles, presence, seats })
    const view = new RoomView({ settings, participants, present, messages })
    const updates = new RoomUpdates(events, settings, view)
    const entryCheck = new EntryCheck(store, settings, isRateLimited)
    this.#ctx = ctx
    this.store = store
    this.isRateLimited = isRateLimited
    this.settings = settings
    this.messages = messages
    this.participants = participants
    this.roles = roles
    this.presence = presence
    this.socketCloser = socketCloser
    this.seats = seats
    this.hosts = hosts
    this.facilitatorSeats = facilitatorSeats
    this.connections = connections
    this.relays = relays
    this.view = view
    this.updates = updates
    this.entryCheck = entryCheck
    this.seatFinder = new SeatFinder({ settings, participants, roles, facilitatorSeats, seats, entryCheck })
    this.traffic = new RoomTraffic({
      ctx,
      settings,
      participants,
      messages,
      events,
      connections,
      relays,
      presence,
      socketCloser,
      idleTimes,
      seats,
      view,
      updates,
      welcomes,
      isRateLimited,
      finishBatch,
    })
  }

  /**
   * Changes a room's settings, for hosts and facilitators alike, announces the change, and does what follows from it. The
   * caller has checked the rules.
   */
  changeSettings(changes: SettingsChanges, now: number): void {
    const { row } = this.settings
    const alarmBefore = this.settings.nextAlarmAfter(now)
    this.settings.changeSettings(changes, now)
    const { passwordHash, capacity } = this.settings.row
    if (changes.password && passwordHash !== null)
      this.entryCheck.rememberPassword(passwordHash, changes.password)
    if (row.capacity === null && capacity !== null) this.presence.startIdleTracking()
    if (this.settings.nextAlarmAfter(now) !== alarmBefore) this.scheduleAlarm(now)
    this.updates.enqueueUpdate(now)
  }

  /** Sets the alarm to when something is to be done next. */
  scheduleAlarm(now: number): void {
    void this.#ctx.storage.setAlarm(this.settings.nextAlarmAfter(now))
  }

  /** Sends everyone out of a room that has closed, once. Its messages stay for the facilitator. */
  closeIfDue(now: number): void {
    if (this.#hasSentEveryoneOut || this.settings.phaseAt(now) !== 'closed') return
    this.#hasSentEveryoneOut = true
    this.presence.stop()
    this.traffic.flusher.sendEnd('ended')
  }

  /** Stops all timers and broadcasts: the room has ended. */
  stop(): void {
    this.presence.stop()
    this.traffic.flusher.stop()
  }
}
