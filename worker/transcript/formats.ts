import type { Message } from '../../protocol/message.ts'
import type { AccountRoom, TranscriptFormat } from '../../protocol/schedule.ts'
import { csv } from './csv.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'

/** A way of writing down what was said, piece by piece: it never sees the whole. */
export interface Format {
  extension: string
  type: string
  head(room: AccountRoom): string
  /** @param index 0 for the first message of all */
  message(message: Message, index: number): string
  tail(): string
}

export const FORMATS: Readonly<Record<TranscriptFormat, Format>> = { json, csv, markdown }
