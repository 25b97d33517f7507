import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import type { AccountId } from '../../protocol/account.ts'
import { SESSION_MS } from '../../protocol/account-limits.ts'
import { LIFETIME } from '../../protocol/limits.ts'
import type { Room, RoomId } from '../../protocol/room.ts'
import type { Bindings } from '../env.ts'
import { claimAccountId } from '../ids.ts'
import type { Credentials } from '../room/credentials.ts'
import { claimSecret, type Secret, type SecretKind } from '../secrets/secret.ts'
import { splitHostToken, withHostToken } from '../secrets/token.ts'

const TOKEN = 'x-auth-token'
const HOST_TOKEN = 'x-host-token'
const SESSION = 'session'
/** The session's cookie on https: a browser takes a cookie of this name from the host itself only, never from a sibling host. */
const HOST_SESSION = '__Host-session'

/** Reads what a room's cookies prove. After joining, the host has both tokens in one cookie. */
export function readRoomCookies(c: Context): Credentials {
  const { token, hostToken } = splitHostToken(readOnlyCookie(c, TOKEN))
  if (hostToken !== undefined) return { token, hostToken }
  const ownCookie = readOnlyCookie(c, HOST_TOKEN)
  return { token, hostToken: ownCookie === undefined ? undefined : claimSecret(ownCookie) }
}

/**
 * Sets the cookie of a seat's token. Each path of the room gets one, so that rooms in one browser do not disturb one
 * another. The host's token moves into it: a browser keeps some 180 cookies for a host, and four cookies a room would drop
 * the first rooms of somebody who is in fifty.
 */
export function setTokenCookie(c: Context, room: Room, token: string): void {
  const { hostToken } = readRoomCookies(c)
  if (hostToken !== undefined && readOnlyCookie(c, HOST_TOKEN)) clearRoomCookie(c, HOST_TOKEN, room.roomId)
  setRoomCookie(c, room, TOKEN, withHostToken(token, hostToken))
}

/** Sets the host's cookie: whoever joins with it is the host. */
export function setHostCookie(c: Context, room: Room, token: string): void {
  setRoomCookie(c, room, HOST_TOKEN, token)
}

/**
 * Clears the cookie of a seat's token, because its participant has left. A host gets the host's cookie back, and is the host
 * again on joining with it.
 */
export function clearTokenCookie(c: Context, room: Room): void {
  const { hostToken } = readRoomCookies(c)
  clearRoomCookie(c, TOKEN, room.roomId)
  if (hostToken !== undefined) setHostCookie(c, room, hostToken)
}

/** Clears both cookies of a room that is gone. */
export function clearRoomCookies(c: Context, roomId: RoomId): void {
  for (const name of [TOKEN, HOST_TOKEN]) clearRoomCookie(c, name, roomId)
}

/** A cookie that names an account: which object to ask, and a secret whose hash that object knows. */
export interface AccountCookie<K extends SecretKind> {
  accountId: AccountId
  token: Secret<K>
}

export type SessionCookie = AccountCookie<'session'>

/**
 * Reads the session's cookie; null where there is none, or it has another form. On https the cookie that only this host can
 * set comes first, and a browser has no other: what it sends under the plain name may be a sibling host's. A frame has no
 * session: whoever could lay something over it would have a facilitator click in their own name.
 */
export function readSessionCookie(c: Context): SessionCookie | null {
  if (isEmbedded(c)) return null
  const own = isSecure(c) ? readOnlyCookie(c, HOST_SESSION) : undefined
  const isBrowser = isSecure(c) && c.req.header('sec-fetch-site') !== undefined
  const value = own ?? (isBrowser ? undefined : readOnlyCookie(c, SESSION))
  return parseAccountCookie(value)
}

/** Parses a cookie that names an account, `<accountId>.<secret>`; null where the value has another form. */
export function parseAccountCookie<K extends SecretKind>(value: string | undefined): AccountCookie<K> | null {
  const match = /^([0-9a-f]{64})\.([A-Za-z0-9_-]{43})$/.exec(value ?? '')
  return match?.[1] && match[2] ? { accountId: claimAccountId(match[1]), token: claimSecret(match[2]) } : null
}

/** Sets the session's cookie, also when it is set already: it lives as long as the session does from now on. */
export function setSessionCookie(c: Context, { accountId, token }: SessionCookie): void {
  writeSessionCookie(c, `${accountId}.${token}`, SESSION_MS / 1000)
}

/** Clears the session's cookie. */
export function clearSessionCookie(c: Context): void {
  writeSessionCookie(c, '', 0)
}

/** Whether a page in a frame makes this call. */
function isEmbedded(c: Context): boolean {
  const { IS_EMBEDDED = false }: Pick<Bindings, 'IS_EMBEDDED'> = c.env
  return IS_EMBEDDED
}

/** Whether a request came by https. */
export function isSecure(c: Context): boolean {
  return c.req.url.startsWith('https:')
}

/** On https the cookie has both names: a script may know the plain one only. @param maxAge seconds */
function writeSessionCookie(c: Context, value: string, maxAge: number): void {
  const secure = isSecure(c)
  for (const name of secure ? [HOST_SESSION, SESSION] : [SESSION])
    setCookie(c, name, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge })
}

function setRoomCookie(c: Context, room: Room, name: string, value: string): void {
  writeRoomCookie(c, room.roomId, { name, value, maxAge: secondsUntilEnd(room) })
}

function clearRoomCookie(c: Context, name: string, roomId: string): void {
  writeRoomCookie(c, roomId, { name, value: '', maxAge: 0 })
}

/** A cookie of a room. `maxAge` is in seconds. */
interface RoomCookie {
  name: string
  value: string
  maxAge: number
}

function writeRoomCookie(c: Context, roomId: string, { name, value, maxAge }: RoomCookie): void {
  if (isEmbedded(c)) {
    // A browser sends no other cookie from a frame of another site, and this one there alone: it belongs to the site around it.
    const path = `/embed/api/rooms/${roomId}`
    const framed = { sameSite: 'None', secure: true, partitioned: true } as const
    setCookie(c, name, value, { path, httpOnly: true, ...framed, maxAge })
    return
  }
  const secure = isSecure(c)
  for (const path of [`/api/rooms/${roomId}`, `/room/${roomId}`]) {
    setCookie(c, name, value, { path, httpOnly: true, sameSite: 'Lax', secure, maxAge })
  }
}

/**
 * Reads a cookie that came once; undefined where it is missing, is empty, or came with two values. We set each cookie once
 * for an address, so that another value comes from a sibling host or a longer path, and nothing shows which is ours.
 */
function readOnlyCookie(c: Context, name: string): string | undefined {
  const pairs = c.req.header('cookie')?.split(';') ?? []
  const values = new Set(pairs.map((pair) => parse(pair, name)[name]).filter((value) => value !== undefined))
  const [value] = values.size === 1 ? values : []
  return value || undefined
}

/**
 * Returns the seconds that a room's cookie lives. Nobody knows when a room with a sliding end will end: its cookie lives as
 * long as any room may live without a message, and joining again renews it. Nobody knows either when the life of a room
 * begins that waits: at the end of the waiting a whole one may lie ahead of it.
 */
function secondsUntilEnd(room: Room): number {
  const seconds = Math.max(1, Math.ceil((room.expiresAt - room.serverTime) / 1000))
  if (room.startedAt === null) return seconds + LIFETIME.max
  return room.expiry === 'sliding' ? LIFETIME.max : seconds
}
