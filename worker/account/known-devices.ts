import { KNOWN_DEVICE_MS, KNOWN_DEVICES_MAX } from '../../protocol/account-limits.ts'
import { type DeviceToken, type DeviceTokenHash, hashSecret, makeSecret } from '../secrets/secret.ts'

/**
 * The devices where somebody signed in to this account. Each holds a token, and the account stores its hash. A token opens
 * nothing: wrong passwords from a known device are counted apart from those of strangers, and that is all. One for an
 * account's object that has its tables.
 */
export class KnownDevices {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Returns the hash of a device's token where the account knows the device; null otherwise. */
  findDevice(token: DeviceToken | null, now: number): DeviceTokenHash | null {
    if (token === null) return null
    const hash = hashSecret(token)
    const rows = this.#sql
      .exec('SELECT 1 FROM known_devices WHERE token_hash = ? AND used_at > ?', hash, now - KNOWN_DEVICE_MS)
      .toArray()
    return rows.length > 0 ? hash : null
  }

  /**
   * Stores that somebody signed in on a device, and forgets the devices unused for longest where there are too many.
   * @returns the device's token: the one it has, or a new one where the account does not know it
   */
  recordDevice(known: DeviceToken | null, now: number): DeviceToken {
    const isKnown = this.findDevice(known, now) !== null
    const token = known !== null && isKnown ? known : makeSecret<'device'>()
    this.#sql.exec(
      'INSERT OR REPLACE INTO known_devices (token_hash, used_at) VALUES (?, ?)',
      hashSecret(token),
      now,
    )
    this.#sql.exec(
      `DELETE FROM known_devices WHERE used_at <= ? OR token_hash NOT IN
         (SELECT token_hash FROM known_devices ORDER BY used_at DESC, token_hash = ? DESC LIMIT ?)`,
      now - KNOWN_DEVICE_MS,
      hashSecret(token),
      KNOWN_DEVICES_MAX,
    )
    return token
  }

  /** Forgets every device except one; all of them where that is null. Somebody else who knew the password may be on them. */
  forgetOtherDevices(token: DeviceToken | null): void {
    const kept = token === null ? '' : hashSecret(token)
    this.#sql.exec('DELETE FROM known_devices WHERE token_hash <> ?', kept)
  }
}
