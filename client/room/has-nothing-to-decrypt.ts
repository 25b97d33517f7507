import type { RoomMessage } from './room-state.ts'

/**
 * Whether a message was taken back, has disappeared or is not revealed: then there is nothing to decrypt. Only where its text is empty: what the
 * server says of a message must not let a text pass that is not encrypted.
 */
export function hasNothingToDecrypt({
  text,
  deletedAt,
  burn,
}: Pick<RoomMessage, 'text' | 'deletedAt' | 'burn'>): boolean {
  return text === '' && (deletedAt !== undefined || burn !== undefined)
}
