import { nanoid } from 'nanoid'
import type { Session } from '../../protocol/account.ts'
import { SESSION_MS, SESSION_NOTED_EVERY, SESSIONS_MAX } from '../../protocol/limits.ts'
import { hashSecret, makeSecret } from '../secrets/token.ts'
import type { AccountStore, SessionRow } from './store.ts'

/** Where an account is signed in. A session lives for 30 days from its last use. One for an account's object. */
export class Sessions {
  readonly #store: AccountStore

  constructor(store: AccountStore) {
    this.#store = store
  }

  /** Opens a session. What is given back is its secret, of which only the hash is kept. */
  open(device: string, now: number): string {
    const secret = makeSecret()
    this.#clear(now)
    this.#store.addSession({
      sessionId: nanoid(),
      secret: hashSecret(secret),
      device,
      createdAt: now,
      seenAt: now,
    })
    return secret
  }

  /** The session of this secret, or null. Using it keeps it alive. */
  find(secret: string, now: number): SessionRow | null {
    const row = this.#store.sessionBySecret(hashSecret(secret))
    if (row === null || isExpired(row, now)) return null
    // Noted once an hour at most: a busy page must not write at every call.
    if (now - row.seenAt >= SESSION_NOTED_EVERY) {
      this.#store.setSeen(row.sessionId, now)
      row.seenAt = now
    }
    return row
  }

  /** All that are alive, the one used last first. */
  list(current: SessionRow, now: number): Session[] {
    const alive = this.#store.sessions().filter((row) => !isExpired(row, now))
    return alive.map(({ sessionId, device, createdAt, seenAt }) => ({
      sessionId,
      current: sessionId === current.sessionId,
      device,
      createdAt,
      seenAt,
      expiresAt: seenAt + SESSION_MS,
    }))
  }

  /** Forgets the expired, and those unused for longest where there are too many for one more. */
  #clear(now: number): void {
    for (const [index, row] of this.#store.sessions().entries()) {
      if (index >= SESSIONS_MAX - 1 || isExpired(row, now)) this.#store.deleteSession(row.sessionId)
    }
  }
}

function isExpired(row: SessionRow, now: number): boolean {
  return now >= row.seenAt + SESSION_MS
}
