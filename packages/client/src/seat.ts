/** The key of an epoch, base64url. */
interface SeatEpoch {
  epoch: number
  key: string
}

/** The keys of a participant of a room whose keys rotate. */
export interface SeatKeys {
  /** P-256, base64url: the raw public key, and the private key as PKCS #8. */
  publicKey: string
  privateKey: string
  epochs: readonly SeatEpoch[]
  /** The invite link of the newest epoch and its door key; null where the link is closed. */
  door: { link: string; doorKey: string } | null
  removedIds: readonly string[]
  managerIds: readonly string[]
  closedFor: string | null
  hasLocked: boolean
  /** Unix milliseconds. */
  expiresAt: number
}

/**
 * What proves that somebody sits in a room, and what opens it for them. It can be kept as JSON and passed to `joinRoom` later:
 * whoever has it *is* this participant, so keep it as one keeps a password.
 */
export interface Seat {
  version: 1
  /** Such as `https://chat.example`. */
  server: string
  roomId: string
  /** The invite link, as far as this participant knows it; null where it is closed, or never was known. */
  link: string | null
  /** The tokens of the seat by their cookie's name. Empty in a browser, which keeps them itself. */
  cookies: Readonly<Record<string, string>>
  /** What this participant is called; null for the alias that the room gave. */
  name: string | null
  /** The password of the link, as it was given: keys rotate with it. */
  password?: string
  keys?: SeatKeys
}
