import type { RoomEvent } from '../../../protocol/room-events.ts'
import { type ChangesOptions, fetchChanges } from './fetch-changes.ts'
import { takeChanges } from './take-changes.ts'

/** Takes what an event says of votes: the tally of a message, or in a welcome what changed while the connection was lost. */
export function takeVotes(options: ChangesOptions, { event, data }: RoomEvent): void {
  if (options.isStopped()) return
  if (event === 'chat.reactions') return options.mutate((latest) => takeChanges(latest, [data]))
  if (event !== 'room.welcome') return
  const { changes = [], changesFrom, rev = 0 } = data
  options.mutate((latest) => {
    // There were too many to list: they are asked for above the newest that this page was told of.
    if (changesFrom) return void fetchChanges(options, latest.rev)
    // Here who has no reactions of their own is told so.
    takeChanges(
      latest,
      changes.map((change) => ({ ...change, mine: change.mine ?? [] })),
    )
    latest.rev = Math.max(latest.rev, rev)
  })
}
