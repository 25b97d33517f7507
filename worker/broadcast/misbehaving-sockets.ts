import { CLOSE, REPLACED } from '../../protocol/close.ts'
import { closeQuietly } from '../sockets/send.ts'
import type { Connection, ConnectionOwner } from './connection.ts'

const CLOSE_REASONS = {
  [CLOSE.flooding]: 'flooding',
  [CLOSE.frameTooLarge]: 'frame too large',
  [CLOSE.tooSlow]: 'too slow',
} as const

/** A code with which a socket that misbehaved is closed. */
export type MisbehaviourCode = keyof typeof CLOSE_REASONS

/** Returns the sockets to close for what one of them did: all of its participant's where that one floods, else this one. */
export function listMisbehavingSockets(
  { socket, owner }: Connection<ConnectionOwner>,
  code: MisbehaviourCode,
): WebSocket[] {
  return code === CLOSE.flooding ? [...owner.sockets] : [socket]
}

/** Closes a socket that misbehaved. The caller removes it. */
export function closeMisbehavingSocket(socket: WebSocket, code: MisbehaviourCode): void {
  closeQuietly(socket, code, CLOSE_REASONS[code])
}

/** Closes a socket that a newer one of the same participant replaces. The caller removes it. */
export function closeReplacedSocket(socket: WebSocket): void {
  closeQuietly(socket, CLOSE.flooding, REPLACED)
}
