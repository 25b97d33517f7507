/** A token of a seat, as its row holds it. */
export interface SeatToken {
  /** Of its secret. */
  hash: string
  /** Of a facilitator's seat: the session that it was taken with, until that ends; null otherwise. */
  sessionId: string | null
}

/** Reads the tokens of a seat: one, or of a facilitator one for each device. */
export function readTokens(column: string): SeatToken[] {
  return column
    .split(' ')
    .filter((token) => token !== '')
    .map((token) => {
      const [hash = '', sessionId = null] = token.split(':')
      return { hash, sessionId }
    })
}

/** Writes them as the row holds them. */
export function writeTokens(tokens: readonly SeatToken[]): string {
  return tokens.map(({ hash, sessionId }) => (sessionId === null ? hash : `${hash}:${sessionId}`)).join(' ')
}

/**
 * The tokens that are left of a facilitator's seat. While a session of the account holds the seat, it speaks for that
 * account: a token whose session has ended must not, and goes. Where no session is left the seat is a participant's.
 */
export function leftTokens(tokens: readonly SeatToken[]): SeatToken[] {
  const held = tokens.filter(({ sessionId }) => sessionId !== null)
  return held.length > 0 ? held : [...tokens]
}

/**
 * What sessions that ended leave of a seat's tokens.
 * @param isRevoked another password was set: then theirs and those of sessions that ended before are worth nothing
 */
export function endTokens(
  tokens: readonly SeatToken[],
  ended: ReadonlySet<string>,
  isRevoked: boolean,
): SeatToken[] {
  const hasEnded = ({ sessionId }: SeatToken) => sessionId === null || ended.has(sessionId)
  if (isRevoked) return tokens.filter((token) => !hasEnded(token))
  return leftTokens(tokens.map((token) => (hasEnded(token) ? { ...token, sessionId: null } : token)))
}
