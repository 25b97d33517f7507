import type { Message } from '../../../protocol/message.ts'

/** What of a message stays as it was said, whatever becomes of its text: its number, who said it, and the id that they gave it. */
export type SaidMessage = Pick<Message, 'seq' | 'participantId' | 'id'>

/** The newest messages that a receipt is over, so that somebody who came late has them as well: as many as a welcome brings. */
export const RECEIPT_MESSAGES = 100

/** Returns the newest messages without what they said. */
export function listLastSaid(messages: readonly SaidMessage[]): SaidMessage[] {
  return messages.slice(-RECEIPT_MESSAGES).map(({ seq, participantId, id }) => ({ seq, participantId, id }))
}
