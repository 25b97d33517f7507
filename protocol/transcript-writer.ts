import type { Message } from './message.ts'
import type { AccountRoom } from './schedule.ts'

/** A message as it is written down. Where the keys of an encrypted room are, its files have names. */
export type WrittenMessage = Message & {
  attached?: readonly { id: string; name: string; type: string; size: number }[] | undefined
}

/** Returns what the files of a message are called: their names, or where nobody knows these their ids. */
export function fileNamesOf({ attached, files = [] }: WrittenMessage): readonly string[] {
  return attached?.map(({ name }) => name) ?? files
}

/**
 * A way of writing down what was said, piece by piece: it never sees the whole. The server writes transcripts of what it can
 * read, a browser of what it alone can: both as the same file.
 */
export interface TranscriptWriter {
  extension: string
  type: string
  head(room: AccountRoom): string
  /** @param index 0 for the first message of all */
  message(message: WrittenMessage, index: number): string
  tail(): string
}
