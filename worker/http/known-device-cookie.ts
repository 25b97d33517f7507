import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { KNOWN_DEVICE_MS } from '../../protocol/limits.ts'
import type { DeviceToken } from '../secrets/secret.ts'
import { type AccountCookie, parseAccountCookie } from './cookies.ts'

const DEVICE = 'known-device'

/** Reads the token by which an account may know this device; null where there is none for that account. */
export function readKnownDeviceCookie(c: Context, accountId: string): DeviceToken | null {
  const cookie = parseAccountCookie<'device'>(getCookie(c, DEVICE))
  return cookie?.accountId === accountId ? cookie.token : null
}

/**
 * Sets the cookie of a known device. It opens nothing, outlives the session, and goes to the API alone: with it wrong
 * passwords of strangers don't count where its owner signs in.
 */
export function setKnownDeviceCookie(c: Context, { accountId, token }: AccountCookie<'device'>): void {
  writeDeviceCookie(c, `${accountId}.${token}`, KNOWN_DEVICE_MS / 1000)
}

/** Takes the cookie away: the account is deleted. */
export function clearKnownDeviceCookie(c: Context): void {
  writeDeviceCookie(c, '', 0)
}

function writeDeviceCookie(c: Context, value: string, maxAge: number): void {
  const secure = c.req.url.startsWith('https:')
  setCookie(c, DEVICE, value, { path: '/api', httpOnly: true, sameSite: 'Strict', secure, maxAge })
}
