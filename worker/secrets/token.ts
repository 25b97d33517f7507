import type { ParticipantId } from '../../protocol/participant.ts'
import { claimParticipantId } from '../ids.ts'
import { RELAY_NAME, type RelayName } from '../relay-protocol/placement.ts'
import { claimSecret, type HostToken, type Secret } from './secret.ts'

/**
 * The token of a seat, which proves that somebody is a participant. It travels as `<participantId>.<secret>`, followed by
 * `.<relay>` where the seat is at a relay.
 */
interface Token {
  participantId: ParticipantId
  secret: Secret<'seat'>
  /** The relay that the participant's sockets belong to; null for the room itself. */
  relay: RelayName | null
}

const TOKEN = new RegExp(`^([\\w-]{21})\\.([\\w-]{43})(?:\\.(${RELAY_NAME}))?(?:~[\\w-]{43})?$`)
const HOST_PART = /~([\w-]{43})$/

/** Parses a token; null where the text is none. The host's token, which a cookie may carry behind it, is ignored. */
export function parseToken(raw: string | undefined): Token | null {
  const match = raw === undefined ? null : TOKEN.exec(raw)
  if (!match?.[1] || !match[2]) return null
  return {
    participantId: claimParticipantId(match[1]),
    secret: claimSecret(match[2]),
    relay: (match[3] as RelayName | undefined) ?? null,
  }
}

/** Writes a token as it travels. */
export function writeToken({ participantId, secret, relay }: Token): string {
  return relay === null ? `${participantId}.${secret}` : `${participantId}.${secret}.${relay}`
}

/**
 * Writes both tokens as one cookie carries them: `<token>~<host token>`. What has not the form of a host's token is left
 * out.
 */
export function withHostToken(token: string, hostToken: string | undefined): string {
  const plain = token.replace(HOST_PART, '')
  const both = `${plain}~${hostToken}`
  return HOST_PART.test(both) ? both : plain
}

/** Splits a cookie's value into the token, and the host's token where that stands behind it. */
export function splitHostToken(value: string | undefined): { token?: string; hostToken?: HostToken } {
  if (value === undefined) return {}
  const hostToken = HOST_PART.exec(value)?.[1]
  if (!hostToken) return { token: value }
  return { token: value.replace(HOST_PART, ''), hostToken: claimSecret(hostToken) }
}
