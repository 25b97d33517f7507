import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import { RELAY_NAME } from '../relay-protocol/placement.ts'

/** 256 random bits, base64url: 43 characters. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret with 256 random bits: its SHA-256, base64url. A slow hash would add nothing. */
export function hashSecret(secret: string): string {
  return hash('sha256', secret, 'base64url')
}

/** Whether `secret` is the one whose hash was stored, in time that doesn't depend on where they differ. */
export function matchesHash(secret: string, hash: string): boolean {
  const given = Buffer.from(hashSecret(secret))
  const stored = Buffer.from(hash)
  return given.byteLength === stored.byteLength && timingSafeEqual(given, stored)
}

/** A participant's token as it travels: `<participantId>.<secret>`, and `.<relay>` for who sits at a relay. */
export interface Token {
  participantId: string
  secret: string
  /** The relay that its holder's sockets belong to; null for the room itself. */
  relay: string | null
}

const TOKEN = new RegExp(`^([\\w-]{21})\\.([\\w-]{43})(?:\\.(${RELAY_NAME}))?(?:~[\\w-]{43})?$`)
const HOST_PART = /~([\w-]{43})$/

/** Reads a token; null where it is none. The host's, which a cookie may carry behind it, is none of it. */
export function parseToken(raw: string | undefined): Token | null {
  const match = raw === undefined ? null : TOKEN.exec(raw)
  if (!match?.[1] || !match[2]) return null
  return { participantId: match[1], secret: match[2], relay: match[3] ?? null }
}

/** A token as it travels. */
export function writeToken({ participantId, secret, relay }: Token): string {
  return relay === null ? `${participantId}.${secret}` : `${participantId}.${secret}.${relay}`
}

/** A token with the host's behind it, as one cookie carries both: `<token>~<host token>`. What is no host's token is left out. */
export function withHostToken(token: string, hostToken: string | undefined): string {
  const plain = token.replace(HOST_PART, '')
  const both = `${plain}~${hostToken}`
  return HOST_PART.test(both) ? both : plain
}

/** What a cookie's value holds: the token, and the host's where that stands behind it. */
export function splitHostToken(value: string | undefined): { token?: string; hostToken?: string } {
  const hostToken = value === undefined ? undefined : HOST_PART.exec(value)?.[1]
  return value === undefined
    ? {}
    : hostToken
      ? { token: value.replace(HOST_PART, ''), hostToken }
      : { token: value }
}
