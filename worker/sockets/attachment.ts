import type { ParticipantId } from '../../protocol/participant.ts'
/**
 * What the platform keeps with a socket while its object sleeps: whose it is. It is written when the socket is accepted,
 * before anything can fail, and read only here. Everything else about a participant is in the room's storage.
 */
export interface Attachment {
  v: 1
  participantId: ParticipantId
  /** The hash of the token that a facilitator's socket was opened with. */
  tokenHash?: string
  /** Of a socket at the door: the highest `seq` and epoch that its client has, for the welcome that may follow. */
  afterSeq?: number | undefined
  afterEpoch?: number | undefined
  /** On one socket of a relay: the newest message that all sockets there have. */
  deliveredSeq?: number
  /** At a relay: the newest message of its welcome, where that was ahead of what all sockets there have. */
  welcomedSeq?: number
  /** About when the last frame came, Unix milliseconds. It is written now and then only. */
  lastFrameAt?: number
}

/** Writes the attachment: about 130 bytes at most, of the 16,384 that the platform allows. */
export function writeAttachment(
  socket: WebSocket,
  participantId: ParticipantId,
  more: Omit<Attachment, 'v' | 'participantId'> = {},
): void {
  const attachment: Attachment = { v: 1, participantId, ...more }
  socket.serializeAttachment(attachment)
}

/** Changes a part of the attachment, and leaves the rest. */
export function changeAttachment(
  socket: WebSocket,
  change: Omit<Attachment, 'v' | 'participantId' | 'token'>,
): void {
  const attachment = readAttachment(socket)
  if (attachment) writeAttachment(socket, attachment.participantId, { ...attachment, ...change })
}

/** Returns the attachment; null where there is none, or none of this version. */
export function readAttachment(socket: WebSocket): Attachment | null {
  const attachment = socket.deserializeAttachment() as Partial<Attachment> | null
  return attachment?.v === 1 && typeof attachment.participantId === 'string'
    ? (attachment as Attachment)
    : null
}
