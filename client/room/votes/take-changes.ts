import type { ReaderChange } from '../../../protocol/reactions.ts'
import type { RoomState } from '../room-state.ts'

/**
 * Takes what has changed about messages. Until it is told, more may change under the same `rev`: what comes later counts
 * unless its `rev` is lower. One that says nothing of the reader's own reactions leaves them as they were.
 */
export function takeChanges(latest: RoomState, changes: readonly ReaderChange[]): void {
  const next = { ...latest.changes }
  for (const change of changes) {
    const known = next[change.seq]
    if (change.rev >= (known?.rev ?? 0)) next[change.seq] = { mine: known?.mine, ...change }
    latest.rev = Math.max(latest.rev, change.rev)
  }
  latest.changes = next
}

/** Returns what is counted of a message. Here who has no reactions of their own is told so. */
export function toTally({
  seq,
  rev = 0,
  reactions = {},
  closed,
  mine = [],
}: Partial<ReaderChange> & { seq: number }) {
  return { seq, rev, reactions, closed, mine }
}
