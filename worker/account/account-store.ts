import type { AccountId, Account as PublicAccount, SessionId } from '../../protocol/account.ts'
import { PASSWORD_TRIES } from '../../protocol/limits.ts'
import type { PasswordHash } from '../secrets/password.ts'
import type { RecoveryCodeHash, SessionTokenHash } from '../secrets/secret.ts'
import type { WrongTry } from '../secrets/wrong-tries.ts'
import { createTables, isCreated, migrate } from '../storage/migrations.ts'
import { ACCOUNT_SCHEMA } from './schema.ts'

/** Whose account it is. */
export interface Profile {
  email: string
  authProvider: 'password'
  passwordHash: PasswordHash
  createdAt: number
  /** Whether its owner has deleted it: from then on nothing is done except deleting the rest. */
  deleting: boolean
}

/** A session's row; times are Unix milliseconds. */
export interface SessionRow {
  sessionId: SessionId
  tokenHash: SessionTokenHash
  device: string
  createdAt: number
  seenAt: number
}

/** Whose wrong passwords are counted together: those of strangers, of known devices, and of sessions. */
type TryScope = 'sign-in' | 'device' | 'account'

/** The statements about an account, except those about its rooms. All of them are synchronous. */
export class AccountStore {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
    if (isCreated(sql)) migrate(sql, ACCOUNT_SCHEMA)
  }

  /** Makes the tables and the profile. */
  createAccount(profile: Profile): void {
    createTables(this.#sql, ACCOUNT_SCHEMA)
    this.#sql.exec(
      'INSERT INTO profile (one, email, auth_provider, password_hash, created_at) VALUES (1, ?, ?, ?, ?)',
      profile.email,
      profile.authProvider,
      profile.passwordHash,
      profile.createdAt,
    )
  }

  /** Returns the profile, or null where nobody signed up. Writes nothing. */
  readProfile(): Profile | null {
    if (!isCreated(this.#sql)) return null
    const row = this.#sql
      .exec<{
        email: string
        authProvider: 'password'
        passwordHash: PasswordHash
        createdAt: number
        deleting: number
      }>(
        `SELECT email, auth_provider AS authProvider, password_hash AS passwordHash, created_at AS createdAt, deleting FROM profile`,
      )
      .toArray()[0]
    return row === undefined ? null : { ...row, deleting: row.deleting === 1 }
  }

  /** Returns the profile of an account that is not being deleted; null where there is none. */
  readActiveProfile(): Profile | null {
    const profile = this.readProfile()
    return profile?.deleting ? null : profile
  }

  /** Returns an account as its owner sees it. */
  toPublicAccount(profile: Profile, accountId: AccountId): PublicAccount {
    return {
      accountId,
      email: profile.email,
      createdAt: profile.createdAt,
      authProvider: profile.authProvider,
      recoveryCodesLeft: this.countRecoveryCodes(),
    }
  }

  /** Sets the hash of another password. */
  setPassword(hash: PasswordHash): void {
    this.#sql.exec('UPDATE profile SET password_hash = ?', hash)
  }

  /** Writes that the account is being deleted. */
  setDeleting(): void {
    this.#sql.exec('UPDATE profile SET deleting = 1')
  }

  /** Writes a session. */
  addSession(row: SessionRow): void {
    this.#sql.exec(
      'INSERT INTO sessions (token_hash, session_id, device, created_at, seen_at) VALUES (?, ?, ?, ?, ?)',
      row.tokenHash,
      row.sessionId,
      row.device,
      row.createdAt,
      row.seenAt,
    )
  }

  /** Returns all sessions, the one used last first. */
  readSessions(): SessionRow[] {
    return this.#selectSessions('ORDER BY seen_at DESC, created_at DESC')
  }

  /** Returns the session with this hash of its token, or null. */
  findSessionByHash(hash: SessionTokenHash): SessionRow | null {
    return this.#selectSessions('WHERE token_hash = ?', hash)[0] ?? null
  }

  /** Writes when a session was last used, Unix milliseconds. */
  setLastUse(sessionId: SessionId, seenAt: number): void {
    this.#sql.exec('UPDATE sessions SET seen_at = ? WHERE session_id = ?', seenAt, sessionId)
  }

  /** Deletes a session. @returns whether there was one */
  deleteSession(sessionId: SessionId): boolean {
    return this.#sql.exec('DELETE FROM sessions WHERE session_id = ?', sessionId).rowsWritten > 0
  }

  /** Deletes every session except one; all of them where that is null. */
  deleteOtherSessions(sessionId: SessionId | null): void {
    this.#sql.exec("DELETE FROM sessions WHERE session_id <> coalesce(?, '')", sessionId)
  }

  /** Replaces all recovery codes. */
  replaceRecoveryCodes(hashes: RecoveryCodeHash[]): void {
    this.#sql.exec('DELETE FROM recovery_codes')
    for (const hash of hashes) this.#sql.exec('INSERT INTO recovery_codes (code_hash) VALUES (?)', hash)
  }

  /** Deletes a recovery code, because it is used. @returns whether there was one */
  useRecoveryCode(hash: RecoveryCodeHash): boolean {
    return this.#sql.exec('DELETE FROM recovery_codes WHERE code_hash = ?', hash).rowsWritten > 0
  }

  /** Returns how many recovery codes are left. */
  countRecoveryCodes(): number {
    return this.#sql.exec<{ n: number }>('SELECT count(*) AS n FROM recovery_codes').one().n
  }

  /** Returns the wrong tries of a scope, oldest first. */
  readTries(scope: TryScope): WrongTry[] {
    return this.#sql
      .exec<{ at: number; source: string }>('SELECT at, source FROM tries WHERE scope = ? ORDER BY at', scope)
      .toArray()
  }

  /** Writes a wrong try, and deletes those of every scope that do not count any more. */
  addTry(scope: TryScope, { at, source }: WrongTry): void {
    this.#sql.exec('DELETE FROM tries WHERE at <= ?', at - PASSWORD_TRIES.windowMs)
    this.#sql.exec('INSERT INTO tries (scope, at, source) VALUES (?, ?, ?)', scope, at, source)
  }

  #selectSessions(where: string, ...bindings: string[]): SessionRow[] {
    return this.#sql
      .exec<{
        sessionId: SessionId
        tokenHash: SessionTokenHash
        device: string
        createdAt: number
        seenAt: number
      }>(
        `SELECT session_id AS sessionId, token_hash AS tokenHash, device, created_at AS createdAt, seen_at AS seenAt
         FROM sessions ${where}`,
        ...bindings,
      )
      .toArray()
  }
}
