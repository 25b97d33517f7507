/**
 * What a socket carries through hibernation: whose it is. Written at accept, before anything can fail, and read
 * here only. Everything else about a participant is in the room's storage.
 */
export interface Attachment {
  v: 1
  participantId: string
  /** Of a facilitator's socket: the hash of the token that it was opened with. */
  tokenHash?: string
  /** On one socket of a relay: the newest message that all of the relay's sockets have. It lives as long as they do. */
  deliveredSeq?: number
  /** When a frame of it came, Unix milliseconds: noted now and then, so no more than that is known after sleep. */
  lastFrameAt?: number
}

/** Writes the attachment (16,384 bytes is the platform's limit; this is about 130 at most). */
export function writeAttachment(
  socket: WebSocket,
  participantId: string,
  more: Omit<Attachment, 'v' | 'participantId'> = {},
): void {
  const attachment: Attachment = { v: 1, participantId, ...more }
  socket.serializeAttachment(attachment)
}

/** Changes some of what a socket carries, and leaves the rest. */
export function changeAttachment(
  socket: WebSocket,
  change: Omit<Attachment, 'v' | 'participantId' | 'token'>,
): void {
  const attachment = readAttachment(socket)
  if (attachment) writeAttachment(socket, attachment.participantId, { ...attachment, ...change })
}

/** Reads the attachment; null where there is none of a version we know. */
export function readAttachment(socket: WebSocket): Attachment | null {
  const attachment = socket.deserializeAttachment() as Partial<Attachment> | null
  return attachment?.v === 1 && typeof attachment.participantId === 'string'
    ? (attachment as Attachment)
    : null
}
