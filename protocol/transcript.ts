import { csv } from './csv.ts'
import { markdown } from './markdown.ts'
import type { Message } from './message.ts'
import type { AccountRoom, TranscriptFormat } from './schedule.ts'

/**
 * A way of writing down what was said, piece by piece: it never sees the whole. The server writes transcripts of what it can
 * read, a browser of what it alone can: both as the same file.
 */
export interface Format {
  extension: string
  type: string
  head(room: AccountRoom): string
  /** @param index 0 for the first message of all */
  message(message: Message, index: number): string
  tail(): string
}

/** `{"room": {…}, "messages": […]}`, a message a line: everything as the room has it, envelopes too. */
export const json: Format = {
  extension: 'json',
  type: 'application/json',
  head: (room) => `{"room":${JSON.stringify(room)},"messages":[`,
  message: (message, index) => `${index === 0 ? '\n' : ',\n'}${JSON.stringify(message)}`,
  tail: () => '\n]}\n',
}

/** Every format, by its name. */
export const FORMATS: Readonly<Record<TranscriptFormat, Format>> = { json, csv, markdown }
