import type { Context } from 'hono'
import { STRANGER_WINDOW_MS } from '../../protocol/limits.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { RoomId } from '../../protocol/room.ts'
import type { AppEnv } from '../env.ts'
import { digest, type SessionToken } from '../secrets/secret.ts'
import { BoundedMap } from './bounded-map.ts'
import { readAddressKey } from './client-address.ts'

/**
 * Entries of each memory below. An isolate has 128 MB, and ten thousand of the longest entries take about 2. What is
 * forgotten is asked for again.
 */
const REMEMBERED_MAX = 10_000

/** Until when an address is refused, Unix milliseconds. */
const refusedUntil = new BoundedMap<number>(REMEMBERED_MAX)
/** What an object has confirmed: rooms that exist, and hashes of tokens and sessions that are good. */
const proven = new BoundedMap<true>(REMEMBERED_MAX)
/** Rooms that are gone, or never existed. Ids are random, so that none of them comes back. */
const goneRooms = new BoundedMap<true>(REMEMBERED_MAX)

/** What a request claims: that there is a room or a relay, and that a secret is good. */
export type Claim = { room: string } | { token: string } | { session: SessionToken } | { relay: string }

/**
 * Limits strangers: an address that was refused 600 times within a minute, because what it named does not exist or is not
 * its own, is refused for a minute before any object is woken. Only such refusals count, so that a class behind one
 * address is never limited; and a request from a limited address is served where an object has confirmed all its claims.
 * @param claims all that the request claims
 */
export function checkStranger<Env extends AppEnv>(c: Context<Env>, claims: readonly Claim[]): Result<void> {
  if (c.env.RATE_LIMITS === 'off') return ok()
  const wait = (refusedUntil.get(readAddressKey(c)) ?? 0) - Date.now()
  if (wait <= 0 || claims.every((claim) => isProven(claim))) return ok()
  return refused({ code: 'too-many-requests', retryAfter: Math.max(1, Math.ceil(wait / 1000)) })
}

/** Counts the refusal of a stranger for whom an object had to be asked. */
export async function countRefusal<Env extends AppEnv>(c: Context<Env>): Promise<void> {
  if (c.env.RATE_LIMITS === 'off') return
  const address = readAddressKey(c)
  const { success } = await c.env.STRANGER_RATE_LIMIT.limit({ key: address })
  if (!success) refusedUntil.set(address, Date.now() + STRANGER_WINDOW_MS)
}

/** Remembers that an object has confirmed a claim. */
export function rememberProven(claim: Claim): void {
  proven.set(claimKey(claim), true)
}

/** Whether an object has confirmed a claim, as far as this isolate knows. */
export function isProven(claim: Claim): boolean {
  return proven.get(claimKey(claim)) === true
}

/** Remembers that nothing is left of a room, as its object has answered. */
export function rememberGone(roomId: RoomId): void {
  goneRooms.set(roomId, true)
  proven.delete(claimKey({ room: roomId }))
}

/** Whether nothing is left of a room, as far as this isolate knows: then its object need not be asked. */
export function isKnownGone(roomId: RoomId): boolean {
  return goneRooms.get(roomId) === true
}

/** Secrets are remembered by their hashes. */
function claimKey(claim: Claim): string {
  if ('room' in claim) return `room ${claim.room}`
  if ('relay' in claim) return `relay ${claim.relay}`
  return 'token' in claim ? `token ${digest(claim.token)}` : `session ${digest(claim.session)}`
}
