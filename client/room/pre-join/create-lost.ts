import { type Accessor, createMemo } from 'solid-js'
import type { ConnectionStatus } from '../../net/connection-options.ts'

/**
 * Returns whether the line is lost: from when it broke until it is there again. Each attempt between is no news, or a screen
 * reader would say every few seconds that one is offline.
 */
export function createLost(status: Accessor<ConnectionStatus>): Accessor<boolean> {
  return createMemo<boolean>((was) => status() === 'waiting' || (was && status() === 'opening'), false)
}
