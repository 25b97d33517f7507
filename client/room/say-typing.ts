import { presenceTexts } from '#i18n/presence.ts'
import type { RoomModel } from './room-model.ts'
import { sayName } from './shown-names.tsx'
import { findTyping } from './typing-sign.ts'

/** Says who is typing; empty where nobody is. It is seen, and not read out. */
export function sayTyping(room: RoomModel): string {
  const names = findTyping(room).map((person) => sayName({ ...person, name: person.alias }))
  return names.length > 0 ? presenceTexts.typing(names) : ''
}
