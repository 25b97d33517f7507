import type { Context } from 'hono'
import { STRANGER_WINDOW_MS } from '../../protocol/limits.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import type { AppEnv } from '../env.ts'
import { digest, type SessionToken } from '../secrets/secret.ts'
import { BoundedMap } from './bounded-map.ts'
import { addressKey } from './client-address.ts'

/**
 * Entries of each memory below. An isolate has 128 MB; ten thousand of the longest take about 2. What is forgotten is asked
 * for anew.
 */
const REMEMBERED_MAX = 10_000

/** Until when an address is refused, Unix milliseconds. */
const refusedUntil = new BoundedMap<number>(REMEMBERED_MAX)
/** What an object has vouched for: rooms that exist, and hashes of tokens and sessions that are good. */
const proven = new BoundedMap<true>(REMEMBERED_MAX)
/** Rooms that are gone, or never were. Ids are made of chance, so that none of them comes (back). */
const goneRooms = new BoundedMap<true>(REMEMBERED_MAX)

/** What somebody claims by a request: which room there is, and which secrets are theirs. */
export type Claim = { room: string } | { token: string } | { session: SessionToken } | { relay: string }

/** A refusal that says how long it lasts. */
export type RateLimited = Extract<Refusal, { retryAfter: number }>

/**
 * The brake on strangers: who was refused 600 times within a minute, because what they named doesn't exist or isn't
 * theirs, is refused for a minute before any object is woken. Only such refusals count, so that a class behind one address
 * is never braked; and who comes from a braked address with what an object has vouched for goes on.
 * @param claims all that the request claims
 * @returns why it is refused, or null
 */
export function checkStranger<Env extends AppEnv>(
  c: Context<Env>,
  claims: readonly Claim[],
): RateLimited | null {
  if (c.env.RATE_LIMITS === 'off') return null
  const wait = (refusedUntil.get(addressOf(c)) ?? 0) - Date.now()
  if (wait <= 0 || claims.every((claim) => isProven(claim))) return null
  return { code: 'too-many-requests', retryAfter: Math.max(1, Math.ceil(wait / 1000)) }
}

/** Counts a refusal of a stranger, for which an object had to be asked. */
export async function countRefusal<Env extends AppEnv>(c: Context<Env>): Promise<void> {
  if (c.env.RATE_LIMITS === 'off') return
  const address = addressOf(c)
  const { success } = await c.env.STRANGER_RATE_LIMIT.limit({ key: address })
  if (!success) refusedUntil.set(address, Date.now() + STRANGER_WINDOW_MS)
}

/** Remembers that an object has vouched for something. */
export function rememberProven(claim: Claim): void {
  proven.set(claimKey(claim), true)
}

/** Whether an object has vouched for something, as far as this isolate knows. */
export function isProven(claim: Claim): boolean {
  return proven.get(claimKey(claim)) === true
}

/** Remembers that nothing is left of a room: its object has said so. */
export function rememberGone(roomId: string): void {
  goneRooms.set(roomId, true)
  proven.delete(claimKey({ room: roomId }))
}

/** Whether nothing is left of a room, as far as this isolate knows: then its object need not be asked. */
export function isKnownGone(roomId: string): boolean {
  return goneRooms.get(roomId) === true
}

function addressOf<Env extends AppEnv>(c: Context<Env>): string {
  return addressKey(c.req.header('cf-connecting-ip'))
}

/** Secrets are remembered by their hashes. */
function claimKey(claim: Claim): string {
  if ('room' in claim) return `room ${claim.room}`
  if ('relay' in claim) return `relay ${claim.relay}`
  return 'token' in claim ? `token ${digest(claim.token)}` : `session ${digest(claim.session)}`
}
