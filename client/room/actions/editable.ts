import type { RoomMessage } from '../room-state.ts'

/** Whether somebody may edit a message: a text of theirs, also beside files. Others vote on the rest, it is read once, or it could not be read. */
export function isEditable(message: RoomMessage, participantId: string | undefined): boolean {
  const { kind, opened, burn, files = [], attached = [], text, deletedAt } = message
  const isText = kind === undefined && opened === undefined && burn === undefined && text !== ''
  // An edit says all of its files again: what this page knows nothing of would be lost.
  const isWhole = files.length === attached.length
  return isText && isWhole && deletedAt === undefined && message.participantId === participantId
}
