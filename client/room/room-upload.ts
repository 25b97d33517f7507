import type { FileDetails, MessageFile } from '../crypto/message-file.ts'
import type { SendFailure } from '../net/outbox-store.ts'

/** How a file on its way fares: `paused` where the room can't be reached, or asks to wait. */
export interface UploadProgress {
  is: 'waiting' | 'sending' | 'paused' | 'sent' | 'stopped'
  /** Octets that are in the room. */
  sent: number
}

/** What became of it: what the message is to say of the file, or why not all of it is in the room. */
export type UploadResult = { ok: true; file: MessageFile } | { ok: false; failure: SendFailure }

/** A file on its way to the room, and the message that is to name it waits for it. */
export interface Upload {
  /** What is known of it before. */
  readonly details: FileDetails
  /** Reactive. */
  progress(): UploadProgress
  /** Sends what is not in the room yet; all of it anew where all of it was. */
  send(): Promise<UploadResult>
  /** Stops sending. */
  stop(): void
}
