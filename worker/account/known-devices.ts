import { KNOWN_DEVICE_MS, KNOWN_DEVICES_MAX } from '../../protocol/limits.ts'
import { hashSecret, makeSecret } from '../secrets/token.ts'

/**
 * The devices where somebody signed in to this account: each holds a secret, of which the hash is kept. It opens nothing;
 * it has its wrong passwords counted apart from those of strangers. One for an account's object that has its tables.
 */
export class KnownDevices {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** The hash of a device's secret where the account knows it, otherwise null. */
  findDevice(secret: string | null, now: number): string | null {
    if (secret === null) return null
    const hash = hashSecret(secret)
    const rows = this.#sql
      .exec('SELECT 1 FROM known_devices WHERE secret = ? AND used_at > ?', hash, now - KNOWN_DEVICE_MS)
      .toArray()
    return rows.length > 0 ? hash : null
  }

  /**
   * Notes that somebody signed in from a device, and forgets those unused for longest where there are too many.
   * @returns the device's secret: the one it has, or another where the account doesn't know it
   */
  recordDevice(secret: string | null, now: number): string {
    const kept = secret !== null && this.findDevice(secret, now) !== null ? secret : makeSecret()
    this.#sql.exec(
      'INSERT OR REPLACE INTO known_devices (secret, used_at) VALUES (?, ?)',
      hashSecret(kept),
      now,
    )
    this.#sql.exec(
      `DELETE FROM known_devices WHERE used_at <= ? OR secret NOT IN
         (SELECT secret FROM known_devices ORDER BY used_at DESC, secret = ? DESC LIMIT ?)`,
      now - KNOWN_DEVICE_MS,
      hashSecret(kept),
      KNOWN_DEVICES_MAX,
    )
    return kept
  }

  /** Forgets every device but the one that asks; all of them where it is none: whoever knew the password may be on them. */
  forgetOtherDevices(secret: string | null): void {
    this.#sql.exec('DELETE FROM known_devices WHERE secret <> ?', secret === null ? '' : hashSecret(secret))
  }
}
