import { csv } from './csv.ts'
import { markdown } from './markdown.ts'
import type { TranscriptFormat } from './schedule.ts'
import type { TranscriptWriter } from './transcript-writer.ts'

/** `{"room": {…}, "messages": […]}`, a message a line: everything as the room has it, envelopes too. */
export const json: TranscriptWriter = {
  extension: 'json',
  type: 'application/json',
  head: (room) => `{"room":${JSON.stringify(room)},"messages":[`,
  message: (message, index) => `${index === 0 ? '\n' : ',\n'}${JSON.stringify(message)}`,
  tail: () => '\n]}\n',
}

/** Every format, by its name. */
export const FORMATS: Readonly<Record<TranscriptFormat, TranscriptWriter>> = { json, csv, markdown }
