import { type Accessor, createSignal } from 'solid-js'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { findChoiceCodes } from './find-choice-codes.ts'

/** Returns the codes of a message's choices: undefined until they are derived. */
export function createChoiceCodes(
  room: RoomModel,
  message: RoomMessage,
): Accessor<readonly string[] | null | undefined> {
  const [codes, setCodes] = createSignal<readonly string[] | null>()
  void findChoiceCodes(message, room.cipher()).then(setCodes)
  return codes
}
