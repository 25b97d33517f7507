import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import { type Region, type RequestOrigin, regionOf } from '../relay-protocol/placement.ts'
import type { Credentials } from '../room/credentials.ts'
import { accountStubById } from '../stubs/account.ts'
import { readRoomCookies, readSessionCookie } from './cookies.ts'
import { countRefusal, rememberProven } from './stranger-limit.ts'

/** Where somebody asks from, as far as the platform says so. */
export function readRegion<Env extends AppEnv>(c: Context<Env>): Region {
  return regionOf((c.req.raw.cf ?? {}) as RequestOrigin)
}

/**
 * Who asks something of a room: the room's cookies, and the account where there is a session. The account is asked
 * whether the session is good, so that the room can take it for a fact; without a session cookie nobody is asked.
 * @param entering the room that they are about to join: the account notes where its sessions take a seat
 */
export async function readCredentials<Env extends AppEnv>(
  c: Context<Env>,
  entering?: string,
): Promise<Credentials> {
  const session = readSessionCookie(c)
  const account = session && accountStubById(c.env, session.accountId)
  if (!account) return readRoomCookies(c)
  const { value } = await account.identifySession(session.token, entering)
  if (!value) {
    await countRefusal(c)
    return readRoomCookies(c)
  }
  rememberProven({ session: session.token })
  return { ...readRoomCookies(c), ...value }
}
