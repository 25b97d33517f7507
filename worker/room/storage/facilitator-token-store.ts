import type { SessionId } from '../../../protocol/account.ts'
import type { TokenHash } from '../../secrets/secret.ts'
import type { FacilitatorToken } from './rows.ts'

type TokenColumns = { seatNumber: number; hash: TokenHash; sessionId: SessionId | null }

/**
 * The statements about tokens of the facilitator's seat, of which each device has one. Only a facilitator's room has the
 * table, because a table costs a row.
 */
export class FacilitatorTokenStore {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Makes the table. */
  createTable(): void {
    this.#sql.exec(
      `CREATE TABLE facilitator_tokens (
         n INTEGER PRIMARY KEY, seat INTEGER NOT NULL, hash TEXT NOT NULL, session_id TEXT
       )`,
    )
  }

  /** @returns the tokens of each seat by its number, oldest first; also those of a removed participant's seat */
  loadTokens(): Map<number, FacilitatorToken[]> {
    const rows = this.#sql
      .exec<TokenColumns>(
        'SELECT seat AS seatNumber, hash, session_id AS sessionId FROM facilitator_tokens ORDER BY n',
      )
      .toArray()
    const bySeat = Map.groupBy(rows, ({ seatNumber }) => seatNumber)
    return new Map(
      Array.from(bySeat, ([seat, tokens]) => [
        seat,
        tokens.map(({ hash, sessionId }) => ({ hash, sessionId })),
      ]),
    )
  }

  /** Replaces the tokens that a seat has by `tokens`. Writes only rows that differ. */
  replaceTokens(
    seatNumber: number,
    current: readonly FacilitatorToken[],
    tokens: readonly FacilitatorToken[],
  ): void {
    for (const { hash } of current) {
      if (tokens.some((token) => token.hash === hash)) continue
      this.#sql.exec('DELETE FROM facilitator_tokens WHERE seat = ? AND hash = ?', seatNumber, hash)
    }
    for (const { hash, sessionId } of tokens) {
      const known = current.find((token) => token.hash === hash)
      if (known?.sessionId === sessionId) continue
      const statement =
        known === undefined
          ? 'INSERT INTO facilitator_tokens (session_id, seat, hash) VALUES (?, ?, ?)'
          : 'UPDATE facilitator_tokens SET session_id = ? WHERE seat = ? AND hash = ?'
      this.#sql.exec(statement, sessionId, seatNumber, hash)
    }
  }

  /** Deletes the tokens of a seat that is freed. */
  deleteTokens(seatNumber: number): void {
    this.#sql.exec('DELETE FROM facilitator_tokens WHERE seat = ?', seatNumber)
  }
}
