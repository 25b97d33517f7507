import type { RoomMessage } from './room-state.ts'

type PlacedMessage = Pick<RoomMessage, 'seq' | 'participantId' | 'id' | 'claim' | 'repeated' | 'edit'>

/** What is known of the messages before one. */
interface Before {
  /** By `seq`. */
  messages: Map<number, PlacedMessage>
  newest: PlacedMessage | undefined
  /** The highest epoch among them; 0 where none is known. */
  epoch: number
}

/**
 * Makes the check of one list of messages. It is called with the list whenever that has grown at either end. It looks at a
 * message once, and at all of them again where older ones have come, by which more can be shown.
 * @returns takes the messages, ascending by `seq`, and returns the `seq` of those that are out of order
 */
export function makeOrderCheck(): (messages: readonly PlacedMessage[]) => ReadonlySet<number> {
  let first: PlacedMessage | undefined
  let before: Before = { messages: new Map(), newest: undefined, epoch: 0 }
  let outOfOrder: ReadonlySet<number> = new Set()

  return (messages) => {
    if (messages[0] !== first) {
      first = messages[0]
      before = { messages: new Map(), newest: undefined, epoch: 0 }
      outOfOrder = new Set()
    }
    const found: number[] = []
    for (const message of messages.slice(before.messages.size)) {
      if (isOutOfOrder(message, before)) found.push(message.seq)
      before.messages.set(message.seq, message)
      before.newest = message
      before.epoch = Math.max(before.epoch, claimOf(message)?.epoch ?? 0)
    }
    if (found.length > 0) outOfOrder = new Set([...outOfOrder, ...found])
    return outOfOrder
  }
}

/**
 * Returns whether a message can be shown to stand where no room that tells the truth has stored it. What can't be looked up
 * shows nothing, and neither does a time. Nor does a sender whose later message has seen less than an earlier one: it may
 * have been encrypted in another tab that was offline, or have failed and been sent again.
 */
function isOutOfOrder(message: PlacedMessage, { messages, newest, epoch }: Before): boolean {
  const { seq, repeated } = message
  const claim = claimOf(message)
  // A room leaves no number out, and stores a message once.
  if (repeated || (newest && newest.seq !== seq - 1)) return true
  if (!claim) return false
  // A room takes messages of its newest epoch alone.
  if (claim.epoch < epoch) return true
  const { seen } = claim
  if (seen === null) return false
  // What its sender had seen was stored before it.
  if (seen.seq >= seq) return true
  const stored = messages.get(seen.seq)
  return stored !== undefined && (stored.participantId !== seen.participantId || stored.id !== seen.id)
}

/** What a message says of its place. An edited one says nothing: it was encrypted when others stood after it, perhaps in a later epoch. */
function claimOf({ claim, edit }: PlacedMessage): PlacedMessage['claim'] {
  return edit === undefined ? claim : undefined
}
