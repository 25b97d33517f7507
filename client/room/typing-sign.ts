import { untrack } from 'solid-js'
import { devicePreferences } from './device/device-preferences.ts'
import type { RoomModel } from './room-model.ts'
import type { NamedParticipant } from './room-state.ts'

/** Returns who is shown as typing: of the others those who are not ignored; nobody where that is not wanted on this device. */
export function findTyping({ state }: Pick<RoomModel, 'state'>): NamedParticipant[] {
  if (!devicePreferences().showTyping) return []
  // What has lapsed is taken out of it each second.
  const { typing, participants, me, ignored } = state
  return participants.filter(
    ({ participantId }) =>
      participantId !== me?.participantId && participantId in typing && !ignored.includes(participantId),
  )
}

/** Sends that this participant is typing, unless they switched that off on this device. */
export function sendTypingSign(room: Pick<RoomModel, 'sendTyping'>): void {
  if (untrack(devicePreferences).sendTyping) room.sendTyping()
}
