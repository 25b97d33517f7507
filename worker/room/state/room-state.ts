import { ConnectionRegistry } from '../../broadcast/connections.ts'
import { EventQueue } from '../../broadcast/event-queue.ts'
import { SocketRateLimits } from '../../broadcast/socket-rate-limits.ts'
import type { Bindings } from '../../env.ts'
import { type RelayName, readSeatsPerObject } from '../../relay-protocol/placement.ts'
import { SocketCloser } from '../close-sockets.ts'
import { DoorSockets } from '../door-sockets.ts'
import { EntryCheck } from '../entry-check.ts'
import { SeatFinder } from '../find-seat.ts'
import type { Reactions } from '../react.ts'
import { Relays } from '../relays/relays.ts'
import type { RoomStore } from '../storage/room-store.ts'
import type { RoomRow } from '../storage/rows.ts'
import { RoomTraffic } from '../traffic.ts'
import { Aliases } from './aliases.ts'
import type { Burns } from './burns.ts'
import type { ChangeReader } from './change-reader.ts'
import { Door } from './door.ts'
import { FacilitatorSeats } from './facilitator-seats.ts'
import { Hosts } from './hosts.ts'
import { LifeStart } from './life-start.ts'
import { makeMessageParts } from './make-message-parts.ts'
import { makePresence } from './make-presence.ts'
import { MessageIndex, type NewestMessage } from './message-index.ts'
import type { ParticipantRates, RoomParticipant } from './participant.ts'
import { Participants } from './participants.ts'
import type { PresenceTracker } from './presence-tracker.ts'
import { Roles } from './roles.ts'
import { RoomAlarm } from './room-alarm.ts'
import type { RoomChanges } from './room-changes.ts'
import { RoomFiles } from './room-files.ts'
import { RoomUpdates } from './room-updates.ts'
import { RoomView } from './room-view.ts'
import { SeatRecycler } from './seat-recycler.ts'
import { Seats } from './seats.ts'
import { RoomSettings, type SettingsChanges } from './settings.ts'
import type { Timers } from './timers.ts'
import { WaitingList, type WaitingVisitor } from './waiting-list.ts'

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
  readonly store: RoomStore
  readonly isRateLimited: boolean
  readonly settings: RoomSettings
  readonly messages: MessageIndex
  readonly participants: Participants
  readonly roles: Roles
  readonly reactions: Reactions
  readonly files: RoomFiles
  readonly timers: Timers
  readonly burns: Burns
  readonly changes: RoomChanges
  readonly changeReader: ChangeReader
  readonly presence: PresenceTracker
  readonly socketCloser: SocketCloser
  readonly seats: Seats
  readonly hosts: Hosts
  readonly facilitatorSeats: FacilitatorSeats
  readonly connections: ConnectionRegistry<RoomParticipant>
  readonly waiting: WaitingList
  readonly doorSockets: DoorSockets
  readonly door: Door
  readonly relays: Relays
  readonly view: RoomView
  readonly updates: RoomUpdates
  readonly entryCheck: EntryCheck
  readonly seatFinder: SeatFinder
  readonly lifeStart: LifeStart
  readonly alarm: RoomAlarm
  readonly traffic: RoomTraffic
  /** The rates of hosts and facilitators who act without a seat. */
  readonly seatlessRates: Pick<
    ParticipantRates,
    'settingsChanges' | 'history' | 'reactions' | 'fileOctetsRead'
  > = {
    settingsChanges: null,
    reactions: null,
    history: null,
    fileOctetsRead: null,
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
    const waiting = new WaitingList(store.waiting)
    const socketLimits = new SocketRateLimits(ctx.storage.kv, isRateLimited)
    const connections = new ConnectionRegistry<RoomParticipant>(ctx, socketLimits)
    const relays = new Relays({
      env,
      roomObjectId: ctx.id.toString(),
      roomId,
      store: store.messages,
      wakeId: events.wakeId,
      onEmpty: onRelayEmpty,
    })
    const { tallies, changes, changeReader, reactions, timers, burns } = makeMessageParts({
      store,
      settings,
      participants,
      events,
      isRateLimited,
      onChangesDue: () => this.traffic.flusher.flushEvents(),
    })
    const { present, presence, idleTimes, welcomes } = makePresence({
      store,
      settings,
      participants,
      waiting,
      messages,
      events,
      connections,
      relays,
      changeReader,
      burns,
      onLeaveDue,
      onCountEnqueued: () => this.traffic.flusher.flushEvents(),
    })
    const files = new RoomFiles({ store: store.files, settings, presence, isRateLimited })
    const socketCloser = new SocketCloser({ connections, relays, presence, messages })
    const seats = new Seats({
      settings,
      participants,
      messages,
      roles,
      presence,
      reactions,
      files,
      socketCloser,
      aliases: new Aliases(participants.aliases, store.spokenNames),
      recycler: new SeatRecycler({ settings, participants, presence, relays }),
      seatsPerObject: readSeatsPerObject(env.RELAY_ABOVE),
    })
    const view = new RoomView({
      settings,
      participants,
      present,
      messages,
      jurisdiction: ctx.id.jurisdiction,
    })
    const doorSockets = new DoorSockets({
      ctx,
      connections: new ConnectionRegistry<WaitingVisitor>(ctx, socketLimits),
      waiting,
      view,
    })
    const door = new Door({
      settings,
      participants,
      presence,
      roles,
      seats,
      waiting,
      sockets: doorSockets,
      events,
    })
    const hosts = new Hosts({ settings, participants, presence, door })
    const facilitatorSeats = new FacilitatorSeats({ participants, roles, presence, seats, door })
    const updates = new RoomUpdates(events, settings, view)
    const lifeStart = new LifeStart({
      settings,
      participants,
      present,
      updates,
      scheduleAlarm: (now) => void this.alarm.scheduleAlarm(now),
    })
    const entryCheck = new EntryCheck(store, settings, isRateLimited)
    this.store = store
    this.isRateLimited = isRateLimited
    this.settings = settings
    this.messages = messages
    this.participants = participants
    this.roles = roles
    this.reactions = reactions
    this.files = files
    this.timers = timers
    this.burns = burns
    this.changes = changes
    this.changeReader = changeReader
    this.presence = presence
    this.socketCloser = socketCloser
    this.seats = seats
    this.hosts = hosts
    this.facilitatorSeats = facilitatorSeats
    this.connections = connections
    this.waiting = waiting
    this.doorSockets = doorSockets
    this.door = door
    this.relays = relays
    this.view = view
    this.updates = updates
    this.entryCheck = entryCheck
    this.seatFinder = new SeatFinder({
      settings,
      participants,
      roles,
      facilitatorSeats,
      seats,
      door,
      entryCheck,
    })
    this.lifeStart = lifeStart
    this.alarm = new RoomAlarm({ storage: ctx.storage, settings, door, lifeStart, files, timers })
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
      doorSockets,
      idleTimes,
      seats,
      view,
      updates,
      lifeStart,
      welcomes,
      reactions,
      files,
      timers,
      burns,
      changes,
      messageStore: store.messages,
      tallies,
      unpin: (now) => this.changeSettings({ pinned: null }, now),
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
    if (this.settings.row.slow > row.slow) this.restoreSpokenTimes(now)
    if (this.settings.nextAlarmAfter(now) !== alarmBefore) void this.alarm.scheduleAlarm(now)
    this.updates.enqueueUpdate(now)
  }

  /** Restores from storage who spoke within the last seconds that a slow room counts: memory forgets them in its sleep. */
  restoreSpokenTimes(now: number): void {
    const since = now - this.settings.row.slow * 1000
    this.participants.restoreSpokenTimes(this.store.messages.readSpokenTimes(since))
  }

  /** Sends everyone out of a room that has closed, once. Its messages stay for the facilitator. */
  closeIfDue(now: number): void {
    if (this.#hasSentEveryoneOut || this.settings.phaseAt(now) !== 'closed') return
    this.#hasSentEveryoneOut = true
    this.presence.stop()
    this.changes.stop()
    this.traffic.flusher.sendEnd('ended')
    this.waiting.deleteVisitors()
  }

  /** Stops all timers and broadcasts: the room has ended. */
  stop(): void {
    this.presence.stop()
    this.changes.stop()
    this.traffic.flusher.stop()
  }
}
