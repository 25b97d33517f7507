import { evictDurableObject } from 'cloudflare:test'
import { vi } from 'vitest'
import { LEAVE_ANNOUNCED_AFTER } from '../../protocol/limits.ts'
import type { TestConnection } from '../support/test-connection.ts'
import { roomObject, runInRoom } from './person.ts'

/**
 * Lets so many milliseconds pass for all that asks for the time here: tests and objects, until the test is over. Timers, and
 * what the platform notes by itself, such as when a `ping` came, know nothing of it.
 */
export function letTimePass(ms: number): void {
  const real = () => performance.timeOrigin + performance.now()
  const ahead = Date.now() - real() + ms
  vi.spyOn(Date, 'now').mockImplementation(() => Math.floor(real() + ahead))
}

/** Stops the clock until `letTimePass`: what a rate limit gives back in time, it gives back to no machine that is slow. */
export function stopTime(): void {
  const now = Date.now()
  vi.spyOn(Date, 'now').mockImplementation(() => now)
}

/** Lets so much time pass that every leave until now is broadcast, and waits until it has reached `connection`, where that is at the room itself. */
export async function waitForLeaves(connection: TestConnection): Promise<void> {
  letTimePass(LEAVE_ANNOUNCED_AFTER)
  await connection.waitUntilSettled()
}

/** Changes storage so that those without a connection have had none for so many milliseconds; the room sleeps meanwhile. */
export async function letAwayTimePass(roomId: string, ms: number): Promise<void> {
  await runInRoom(roomId, ({ sql }) =>
    sql.exec('UPDATE participants SET idle_since = ? WHERE idle_since IS NOT NULL', Date.now() - ms),
  )
  await evictDurableObject(roomObject(roomId))
}
