import type { Message } from './message.ts'
import type { AccountRoom } from './schedule.ts'

/**
 * A way of writing down what was said, piece by piece: it never sees the whole. The server writes transcripts of what it can
 * read, a browser of what it alone can: both as the same file.
 */
export interface TranscriptWriter {
  extension: string
  type: string
  head(room: AccountRoom): string
  /** @param index 0 for the first message of all */
  message(message: Message, index: number): string
  tail(): string
}
