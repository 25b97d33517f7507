import { type Accessor, createResource } from 'solid-js'
import { findMessage } from '../message-order.ts'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'

/**
 * Returns a message by its `seq`, from those that are here or from the room: undefined until it is here, null where it can't be had.
 * It follows when it is edited or taken back.
 */
export function createQuotedMessage(
  room: RoomModel,
  seq: Accessor<number>,
): Accessor<RoomMessage | null | undefined> {
  const { state } = room
  const known = () => findMessage(state, seq())
  const [fetched] = createResource(
    // Fetched anew where its text has changed.
    () => !known() && (state.updates[seq()] ?? seq()),
    () => room.fetchMessage(seq()),
  )
  return () => known() ?? (fetched.loading ? undefined : (fetched() ?? null))
}
