import type { RoomMessage } from '../room-state.ts'

/** Whether a message is a text and nothing else, of somebody: others vote on the rest, it is read once, or it could not be read. */
export function isEditable(message: RoomMessage, participantId: string | undefined): boolean {
  const { kind, opened, burn, files, attached, deletedAt } = message
  const isText =
    kind === undefined && opened === undefined && burn === undefined && !files?.length && !attached?.length
  return isText && deletedAt === undefined && message.participantId === participantId
}
