import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AccountId } from '../../protocol/account.ts'
import { KNOWN_DEVICE_MS } from '../../protocol/account-limits.ts'
import type { DeviceToken } from '../secrets/secret.ts'
import { type AccountCookie, isSecure, parseAccountCookie } from './cookies.ts'

const DEVICE = 'known-device'

/** Reads the token by which an account may know this device; null where there is none for that account. */
export function readKnownDeviceCookie(c: Context, accountId: AccountId): DeviceToken | null {
  const cookie = parseAccountCookie<'device'>(getCookie(c, DEVICE))
  return cookie?.accountId === accountId ? cookie.token : null
}

/**
 * Sets the cookie of a known device. It opens nothing, outlives the session, and goes to the API only. With it, wrong
 * passwords of strangers do not count where the account's owner signs in.
 */
export function setKnownDeviceCookie(c: Context, { accountId, token }: AccountCookie<'device'>): void {
  writeDeviceCookie(c, `${accountId}.${token}`, KNOWN_DEVICE_MS / 1000)
}

/** Clears the cookie, because the account is deleted. */
export function clearKnownDeviceCookie(c: Context): void {
  writeDeviceCookie(c, '', 0)
}

/** @param maxAge seconds */
function writeDeviceCookie(c: Context, value: string, maxAge: number): void {
  setCookie(c, DEVICE, value, {
    path: '/api',
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure(c),
    maxAge,
  })
}
