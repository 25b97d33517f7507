import { EPOCHS_LISTED_MAX } from '../../../protocol/key-limits.ts'
import type { ConnectionRegistry } from '../../broadcast/connections.ts'
import type { EventQueue } from '../../broadcast/event-queue.ts'
import type { Relays } from '../relays/relays.ts'
import type { RoomStore } from '../storage/room-store.ts'
import type { Burns } from './burns.ts'
import type { ChangeReader } from './change-reader.ts'
import { IdleTimes } from './idle-times.ts'
import type { MessageIndex } from './message-index.ts'
import type { RoomParticipant } from './participant.ts'
import type { Participants } from './participants.ts'
import { PresenceEvents } from './presence-events.ts'
import { PresenceTracker } from './presence-tracker.ts'
import type { RoomSettings } from './settings.ts'
import type { WaitingList } from './waiting-list.ts'
import { WelcomeCache } from './welcome-cache.ts'

/** What the parts that know who is present depend on. */
interface PresenceOptions {
  store: RoomStore
  settings: RoomSettings
  participants: Participants
  waiting: WaitingList
  messages: Pick<MessageIndex, 'lastSeq'>
  events: EventQueue
  connections: ConnectionRegistry<RoomParticipant>
  relays: Relays
  changeReader: ChangeReader
  burns: Burns
  /** Is called once the others are to learn that somebody left. */
  onLeaveDue: () => void
  /** Is called after a timer has enqueued a count, so that it is sent. */
  onCountEnqueued: () => void
}

/** The parts of a room that know who is present. */
interface PresenceParts {
  /** Who is present, in the order of coming. The tracker alone changes it. */
  present: ReadonlySet<RoomParticipant>
  presence: PresenceTracker
  idleTimes: IdleTimes
  welcomes: WelcomeCache
}

/**
 * Makes the parts of a room that know who is present. They share one set, which the tracker changes and the others read.
 */
export function makePresence(options: PresenceOptions): PresenceParts {
  const { store, settings } = options
  const present = new Set<RoomParticipant>()
  const { roomId } = settings.row
  const { keys } = settings.row
  const readEpochs = (seatNumber: number, after: number) =>
    store.epochs.readEpochs(seatNumber, {
      after,
      limit: EPOCHS_LISTED_MAX,
      isFromJoin: settings.row.history === 'from-join',
    })
  const welcomes = new WelcomeCache({
    ...options,
    roomId,
    present,
    store: store.messages,
    readEpochs: keys === null ? undefined : readEpochs,
  })
  const idleTimes = new IdleTimes(store.participants, settings)
  const events = new PresenceEvents({ ...options, present })
  const presence = new PresenceTracker({ ...options, present, events, idleTimes, welcomes })
  return { present, presence, idleTimes, welcomes }
}
