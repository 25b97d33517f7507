import type { Refusal } from '../../protocol/refusal.ts'

/**
 * Refuses whoever has done something too often of late.
 * @param wait milliseconds until it may be done again; 0 where it may be now
 * @returns the refusal, or null where nobody has to wait
 */
export function refuseForNow(wait: number): Refusal | null {
  return wait > 0 ? { code: 'slow-down', retryAfter: Math.ceil(wait / 1000) } : null
}
