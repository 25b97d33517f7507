/** What the rules look at of a facilitator's token. */
interface HeldToken {
  /** The session that holds it; null once that has ended. */
  sessionId: string | null
}

/**
 * While a session of the account holds the seat, the seat speaks for that account: a token whose session has ended must
 * not, and is dropped. Where no session is left, the seat is a participant's, and its tokens stay good for that.
 * @returns the tokens that stay good
 */
export function dropEndedTokens<Token extends HeldToken>(tokens: readonly Token[]): Token[] {
  const held = tokens.filter(({ sessionId }) => sessionId !== null)
  return held.length > 0 ? held : [...tokens]
}

/**
 * @param ended ids of the sessions that have ended
 * @param isRevoked whether another password was set: then the tokens of these sessions and of those that ended before
 *   are worth nothing, not even as a participant's
 * @returns what is left of a seat's tokens
 */
export function endTokenSessions<Token extends HeldToken>(
  tokens: readonly Token[],
  ended: ReadonlySet<string>,
  isRevoked: boolean,
): Token[] {
  const hasEnded = ({ sessionId }: Token) => sessionId === null || ended.has(sessionId)
  if (isRevoked) return tokens.filter((token) => !hasEnded(token))
  return dropEndedTokens(tokens.map((token) => (hasEnded(token) ? { ...token, sessionId: null } : token)))
}
