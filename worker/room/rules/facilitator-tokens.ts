import type { SessionId } from '../../../protocol/account.ts'

/** The part of a facilitator's token that the rules look at. */
interface HeldToken {
  /** The session with which its device joined; null once that has ended. */
  sessionId: SessionId | null
}

/**
 * Drops tokens whose sessions have ended. While any session holds the seat, everyone sees a facilitator in it, so a token
 * without a session must not speak from it. Where no session is left, everyone sees a participant, and all tokens stay valid.
 * @returns the tokens that stay valid
 */
export function dropEndedTokens<Token extends HeldToken>(tokens: readonly Token[]): Token[] {
  const held = tokens.filter(({ sessionId }) => sessionId !== null)
  return held.length > 0 ? held : [...tokens]
}

/**
 * Unbinds tokens from sessions that have ended.
 * @param ended ids of the sessions that have ended
 * @param isRevoked whether the account has another password now: then the tokens of these sessions, and of those that ended
 *   before, are dropped, and don't even prove a participant's seat
 * @returns the tokens that stay valid
 */
export function endTokenSessions<Token extends HeldToken>(
  tokens: readonly Token[],
  ended: ReadonlySet<SessionId>,
  isRevoked: boolean,
): Token[] {
  const hasEnded = ({ sessionId }: Token) => sessionId === null || ended.has(sessionId)
  if (isRevoked) return tokens.filter((token) => !hasEnded(token))
  return dropEndedTokens(tokens.map((token) => (hasEnded(token) ? { ...token, sessionId: null } : token)))
}
