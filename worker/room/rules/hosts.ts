import { HOST_ABSENT_MS } from '../../../protocol/limits.ts'
import type { SeatUse } from './entry.ts'

/**
 * Whether any participant may become host: there is no host, or none has had a connection for two minutes.
 * @param hosts how the seats of all hosts are used
 * @param now Unix milliseconds
 */
export function isRoleFree(
  hosts: readonly Pick<SeatUse, 'isConnected' | 'idleSince'>[],
  now: number,
): boolean {
  return hosts.every(({ isConnected, idleSince }) => !isConnected && now - idleSince >= HOST_ABSENT_MS)
}

/**
 * Whether the role of a host may be taken: the last host of a room keeps it, unless a facilitator governs the room.
 * @param hosts how many hosts there are
 * @param room its `schedule` is null unless it is a facilitator's
 */
export function mayStepDown(hosts: number, { schedule }: { schedule: object | null }): boolean {
  return hosts > 1 || schedule !== null
}
