import type { RoomMessage } from '../room-state.ts'
import { wholeText } from '../whole-text.ts'

/** Returns all of a message that can be found: its text, the options of a poll, and the names of its files. */
export function searchedText(message: RoomMessage): string {
  const names = message.attached?.map(({ name }) => name) ?? []
  return [wholeText(message), ...names].filter((part) => part !== '').join('\n')
}
