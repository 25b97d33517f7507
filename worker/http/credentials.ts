import type { Context } from 'hono'
import type { RoomId } from '../../protocol/room.ts'
import type { AppEnv } from '../env.ts'
import { type Region, type RequestOrigin, regionOf } from '../relay-protocol/placement.ts'
import type { Credentials } from '../room/credentials.ts'
import { accountStubById } from '../stubs/account.ts'
import { readRoomCookies, readSessionCookie } from './cookies.ts'
import { countRefusal, rememberProven } from './stranger-limit.ts'

/** Returns the region that a request comes from, as far as the platform knows it. */
export function readRegion<Env extends AppEnv>(c: Context<Env>): Region {
  return regionOf((c.req.raw.cf ?? {}) as RequestOrigin)
}

/**
 * Reads who asks something of a room: the room's cookies, and the account where there is a session. The account's object
 * checks the session, so that the room can rely on it. Without a session's cookie no object is asked.
 * @param entering the room that is about to be joined: the account notes where its sessions take a seat
 */
export async function readCredentials<Env extends AppEnv>(
  c: Context<Env>,
  entering?: RoomId,
): Promise<Credentials> {
  const cookies = readRoomCookies(c)
  const session = readSessionCookie(c)
  const account = session && accountStubById(c.env, session.accountId)
  if (!account) return cookies
  const identity = await account.identifySession(session.token, entering)
  if (!identity.ok) {
    await countRefusal(c)
    return cookies
  }
  rememberProven({ session: session.token })
  return { ...cookies, ...identity.value }
}
