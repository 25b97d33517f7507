import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { LIFETIME, SESSION_MS } from '../../protocol/limits.ts'
import type { Room } from '../../protocol/room.ts'
import type { Credentials } from '../room/credentials.ts'

const TOKEN = 'x-auth-token'
const HOST_TOKEN = 'x-host-token'
const SESSION = 'session'

/** What the request's cookies say of who is asking. */
export function credentials(c: Context): Credentials {
  return { token: getCookie(c, TOKEN), hostToken: getCookie(c, HOST_TOKEN) }
}

/** Sets the token's cookie. The room's own paths get one each, so that rooms in one browser don't disturb one another. */
export function setToken(c: Context, room: Room, token: string): void {
  setRoomCookie(c, TOKEN, token, room.roomId, secondsToEnd(room))
}

/** Sets the host's cookie: whoever joins with it is the host. */
export function setHostToken(c: Context, room: Room, token: string): void {
  setRoomCookie(c, HOST_TOKEN, token, room.roomId, secondsToEnd(room))
}

/** Takes the token's cookie away: the seat is given up. */
export function clearToken(c: Context, roomId: string): void {
  setRoomCookie(c, TOKEN, '', roomId, 0)
}

/** Takes both cookies of a room away: it is gone. */
export function clearCookies(c: Context, roomId: string): void {
  clearToken(c, roomId)
  setRoomCookie(c, HOST_TOKEN, '', roomId, 0)
}

/** What the session's cookie says: which account's object to ask, and the secret that it knows the hash of. */
export interface SessionCookie {
  accountId: string
  secret: string
}

/** Reads the session's cookie; null where there is none, or it is no such thing. */
export function sessionOf(c: Context): SessionCookie | null {
  const match = /^([0-9a-f]{64})\.([A-Za-z0-9_-]{43})$/.exec(getCookie(c, SESSION) ?? '')
  return match?.[1] && match[2] ? { accountId: match[1], secret: match[2] } : null
}

/** Sets the session's cookie, or sets it again: it lives as long as the session does from now on. */
export function setSession(c: Context, { accountId, secret }: SessionCookie): void {
  setSessionCookie(c, `${accountId}.${secret}`, SESSION_MS / 1000)
}

/** Takes the session's cookie away. */
export function clearSession(c: Context): void {
  setSessionCookie(c, '', 0)
}

function setSessionCookie(c: Context, value: string, maxAge: number): void {
  const secure = isSecure(c)
  setCookie(c, SESSION, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge })
}

function setRoomCookie(c: Context, name: string, value: string, roomId: string, maxAge: number): void {
  const secure = isSecure(c)
  for (const path of [`/api/rooms/${roomId}`, `/room/${roomId}`]) {
    setCookie(c, name, value, { path, httpOnly: true, sameSite: 'Lax', secure, maxAge })
  }
}

function isSecure(c: Context): boolean {
  return c.req.url.startsWith('https:')
}

/** A sliding room's end is not known: its cookie lives as long as any room may without a word, and is renewed by joining again. */
function secondsToEnd(room: Room): number {
  if (room.expiry === 'sliding') return LIFETIME.max
  return Math.max(1, Math.ceil((room.expiresAt - room.serverTime) / 1000))
}
