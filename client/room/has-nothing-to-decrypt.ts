import type { RoomMessage } from './room-state.ts'

/**
 * Whether a message was taken back or has disappeared: then there is nothing to decrypt. Only where its text is empty: what the
 * server says of a message must not let a text pass that is not encrypted.
 */
export function hasNothingToDecrypt({ text, deletedAt }: Pick<RoomMessage, 'text' | 'deletedAt'>): boolean {
  return text === '' && deletedAt !== undefined
}
