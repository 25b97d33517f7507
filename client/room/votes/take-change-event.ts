import type { RoomEvent } from '../../../protocol/room-events.ts'
import { takeUpdates } from '../actions/take-updates.ts'
import { type ChangesOptions, fetchChanges } from './fetch-changes.ts'
import { takeChanges, toTally } from './take-changes.ts'

/**
 * Takes what an event says of messages that changed: the tally of one, its text, how many have read it, or in a welcome both, of all that changed
 * while the connection was lost.
 */
export function takeChangeEvent(options: ChangesOptions, { event, data }: RoomEvent): void {
  if (options.isStopped()) return
  if (event === 'chat.reactions') return options.mutate((latest) => takeChanges(latest, [data]))
  if (event === 'chat.read')
    return options.mutate((latest) => Object.assign(latest, { reads: { ...latest.reads, [data.seq]: data } }))
  if (event === 'chat.update') return void takeUpdates(options, [data])
  if (event !== 'room.welcome') return
  const { changes = [], changesFrom, rev = 0 } = data
  options.mutate((latest) => {
    // There were too many to list: they are asked for above the newest that this page was told of.
    if (changesFrom) return void fetchChanges(options, latest.rev)
    takeChanges(latest, changes.map(toTally))
    latest.rev = Math.max(latest.rev, rev)
  })
  void takeUpdates(
    options,
    changes.flatMap((change) => (change.text === undefined ? [] : [{ ...change, text: change.text }])),
  )
}
