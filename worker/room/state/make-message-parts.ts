import type { EventQueue } from '../../broadcast/event-queue.ts'
import { Reactions } from '../react.ts'
import type { RoomStore } from '../storage/room-store.ts'
import { Burns } from './burns.ts'
import { ChangeReader } from './change-reader.ts'
import type { Participants } from './participants.ts'
import { RoomChanges } from './room-changes.ts'
import type { RoomSettings } from './settings.ts'
import { Tallies } from './tallies.ts'
import { Timers } from './timers.ts'

/** What the parts depend on that know what becomes of a message. */
interface MessagePartsOptions {
  store: RoomStore
  settings: RoomSettings
  participants: Participants
  events: EventQueue
  /** False for load tests: then nobody is asked to slow down. */
  isRateLimited: boolean
  /** Is called once changes are to be told. */
  onChangesDue: () => void
}

/** The parts of a room that know what becomes of a message after it was said. */
interface MessageParts {
  tallies: Tallies
  changes: RoomChanges
  changeReader: ChangeReader
  reactions: Reactions
  timers: Timers
  burns: Burns
}

/** Makes the parts of a room that know what becomes of a message after it was said: votes, other texts, and when it disappears. */
export function makeMessageParts(options: MessagePartsOptions): MessageParts {
  const { store, settings, participants, events, isRateLimited, onChangesDue } = options
  const tallies = new Tallies(store.reactions)
  const changes = new RoomChanges({
    store: store.reactions,
    messageStore: store.messages,
    tallies,
    // Where everybody may read everything, nobody is looked through for it.
    listReaders: (seq) => (settings.row.history === 'all' ? null : participants.listReaders(seq)),
    events,
    onChangesDue,
  })
  const changeReader = new ChangeReader(store.reactions, store.messages, tallies, changes)
  const reactions = new Reactions({
    settings,
    messageStore: store.messages,
    reactionStore: store.reactions,
    tallies,
    changes,
    isRateLimited,
  })
  const timers = new Timers(store.timers)
  const burns = new Burns({
    roomId: settings.row.roomId,
    store: store.burns,
    messageStore: store.messages,
    timers,
    participants,
    events,
  })
  return { tallies, changes, changeReader, reactions, timers, burns }
}
