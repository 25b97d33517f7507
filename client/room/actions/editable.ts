import type { RoomMessage } from '../room-state.ts'

/** Whether a message is a text and nothing else, of somebody: others vote on the rest, or it could not be read. */
export function isEditable(message: RoomMessage, participantId: string | undefined): boolean {
  const { kind, opened, files, attached, deletedAt } = message
  const isText = kind === undefined && opened === undefined && !files?.length && !attached?.length
  return isText && deletedAt === undefined && message.participantId === participantId
}
