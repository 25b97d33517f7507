import type { Message } from '../../../protocol/message.ts'

/** What decides when a message disappears by itself. */
export type Disappearing = Pick<Message, 'timestamp' | 'expires'>

/** @returns when a message is to be gone, Unix milliseconds; null where it stays */
export function dueAtOf({ timestamp, expires }: Disappearing): number | null {
  return expires === undefined ? null : timestamp + expires * 1000
}
