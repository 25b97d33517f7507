import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import { LIFETIME, SESSION_MS } from '../../protocol/limits.ts'
import type { Room } from '../../protocol/room.ts'
import type { Credentials } from '../room/credentials.ts'
import { claimSecret, type Secret, type SecretKind } from '../secrets/secret.ts'
import { splitHostToken, withHostToken } from '../secrets/token.ts'

const TOKEN = 'x-auth-token'
const HOST_TOKEN = 'x-host-token'
const SESSION = 'session'
/** On https: a browser takes a cookie of this name from the host itself alone, never from a sibling's. */
const HOST_SESSION = '__Host-session'

/** What the request's cookies say of who is asking. Who has joined as the host has both tokens in one cookie. */
export function readRoomCookies(c: Context): Credentials {
  const { token, hostToken } = splitHostToken(readOnlyCookie(c, TOKEN))
  const ownCookie = readOnlyCookie(c, HOST_TOKEN)
  return { token, hostToken: hostToken ?? (ownCookie === undefined ? undefined : claimSecret(ownCookie)) }
}

/**
 * Sets the token's cookie. The room's own paths get one each, so that rooms in one browser don't disturb one another.
 * The host's token moves into it: a browser keeps some 180 cookies for a host, and four a room would drop the first
 * rooms of somebody who is in fifty.
 */
export function setTokenCookie(c: Context, room: Room, token: string): void {
  const { hostToken } = readRoomCookies(c)
  if (hostToken !== undefined && readOnlyCookie(c, HOST_TOKEN))
    setRoomCookie(c, HOST_TOKEN, '', room.roomId, 0)
  setRoomCookie(c, TOKEN, withHostToken(token, hostToken), room.roomId, secondsUntilEnd(room))
}

/** Sets the host's cookie: whoever joins with it is the host. */
export function setHostCookie(c: Context, room: Room, token: string): void {
  setRoomCookie(c, HOST_TOKEN, token, room.roomId, secondsUntilEnd(room))
}

/** Takes the token's cookie away: the seat is given up. The host gets the own one back, and who comes back with it is the host again. */
export function clearTokenCookie(c: Context, room: Room): void {
  const { hostToken } = readRoomCookies(c)
  setRoomCookie(c, TOKEN, '', room.roomId, 0)
  if (hostToken !== undefined) setHostCookie(c, room, hostToken)
}

/** Takes both cookies of a room away: it is gone. */
export function clearRoomCookies(c: Context, roomId: string): void {
  for (const name of [TOKEN, HOST_TOKEN]) setRoomCookie(c, name, '', roomId, 0)
}

/** A cookie that names an account: which object to ask, and a secret whose hash that object knows. */
export interface AccountCookie<K extends SecretKind> {
  accountId: string
  token: Secret<K>
}

export type SessionCookie = AccountCookie<'session'>

/**
 * Reads the session's cookie; null where there is none, or it is no such thing. On https the one that only this host can set
 * comes first, and a browser has no other: what it sends under the contract's name may be a sibling host's.
 */
export function readSessionCookie(c: Context): SessionCookie | null {
  const own = isSecure(c) ? readOnlyCookie(c, HOST_SESSION) : undefined
  const isBrowser = isSecure(c) && c.req.header('sec-fetch-site') !== undefined
  const value = own ?? (isBrowser ? undefined : readOnlyCookie(c, SESSION))
  return parseAccountCookie(value)
}

/** Parses a cookie that names an account, `<accountId>.<secret>`; null where the value has another form. */
export function parseAccountCookie<K extends SecretKind>(value: string | undefined): AccountCookie<K> | null {
  const match = /^([0-9a-f]{64})\.([A-Za-z0-9_-]{43})$/.exec(value ?? '')
  return match?.[1] && match[2] ? { accountId: match[1], token: claimSecret(match[2]) } : null
}

/** Sets the session's cookie, or sets it again: it lives as long as the session does from now on. */
export function setSessionCookie(c: Context, { accountId, token }: SessionCookie): void {
  writeSessionCookie(c, `${accountId}.${token}`, SESSION_MS / 1000)
}

/** Takes the session's cookie away. */
export function clearSessionCookie(c: Context): void {
  writeSessionCookie(c, '', 0)
}

/** On https under both names: a script may know the contract's alone. */
function writeSessionCookie(c: Context, value: string, maxAge: number): void {
  const secure = isSecure(c)
  for (const name of secure ? [HOST_SESSION, SESSION] : [SESSION])
    setCookie(c, name, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge })
}

function setRoomCookie(c: Context, name: string, value: string, roomId: string, maxAge: number): void {
  const secure = isSecure(c)
  for (const path of [`/api/rooms/${roomId}`, `/room/${roomId}`]) {
    setCookie(c, name, value, { path, httpOnly: true, sameSite: 'Lax', secure, maxAge })
  }
}

/**
 * The value of a cookie that came once; undefined where it is missing, empty, or came with two values. We set each once for
 * an address, so the other was tossed in by a sibling host or a longer path, and nobody can tell which is ours.
 */
function readOnlyCookie(c: Context, name: string): string | undefined {
  const pairs = c.req.header('cookie')?.split(';') ?? []
  const values = new Set(pairs.map((pair) => parse(pair, name)[name]).filter((value) => value !== undefined))
  const [value] = values.size === 1 ? values : []
  return value || undefined
}

function isSecure(c: Context): boolean {
  return c.req.url.startsWith('https:')
}

/** A sliding room's end is not known: its cookie lives as long as any room may without a word, and is renewed by joining again. */
function secondsUntilEnd(room: Room): number {
  if (room.expiry === 'sliding') return LIFETIME.max
  return Math.max(1, Math.ceil((room.expiresAt - room.serverTime) / 1000))
}
