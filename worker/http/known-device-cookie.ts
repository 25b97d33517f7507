import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { KNOWN_DEVICE_MS } from '../../protocol/limits.ts'
import { readAccountCookie } from './cookies.ts'

const DEVICE = 'known-device'

/** A device on which somebody signed in: to which account, and the secret that it knows the hash of. */
export interface DeviceCookie {
  accountId: string
  secret: string
}

/** The secret by which an account may know this device; null where there is none for it. */
export function readKnownDeviceCookie(c: Context, accountId: string): string | null {
  const cookie = readAccountCookie(getCookie(c, DEVICE))
  return cookie?.accountId === accountId ? cookie.secret : null
}

/**
 * Sets the cookie of a known device. It opens nothing, outlives the session, and goes to the API alone: with it wrong
 * passwords of strangers don't count where its owner signs in.
 */
export function setKnownDeviceCookie(c: Context, { accountId, secret }: DeviceCookie): void {
  writeDeviceCookie(c, `${accountId}.${secret}`, KNOWN_DEVICE_MS / 1000)
}

/** Takes the cookie away: the account is deleted. */
export function clearKnownDeviceCookie(c: Context): void {
  writeDeviceCookie(c, '', 0)
}

function writeDeviceCookie(c: Context, value: string, maxAge: number): void {
  const secure = c.req.url.startsWith('https:')
  setCookie(c, DEVICE, value, { path: '/api', httpOnly: true, sameSite: 'Strict', secure, maxAge })
}
