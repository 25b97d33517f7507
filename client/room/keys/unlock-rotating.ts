import { isDoorClosed } from '../../../protocol/is-door-closed.ts'
import { ROTATION_SEATS_MAX } from '../../../protocol/key-limits.ts'
import { WAITING_SEAT_MS } from '../../../protocol/limits.ts'
import type { ParticipantId } from '../../../protocol/participant.ts'
import { ok, type Result, refused } from '../../../protocol/refusal.ts'
import type { KeyStore } from '../../browser/key-store.ts'
import type { EpochLink } from '../../crypto/epoch-link.ts'
import {
  decryptInvite,
  deriveDoorKey,
  deriveEpochAdmission,
  importInviteSecret,
} from '../../crypto/invite.ts'
import type { PasswordKey, StretchedPassword } from '../../crypto/password-key.ts'
import type { Door } from '../../crypto/wrap.ts'
import type { EntryAnswer } from '../room-stage.ts'
import type { JoinValue, Unlocked, WaitingValue } from '../unlocked.ts'
import { MemberKeys } from './member-keys.ts'
import { RotatingCipher, type RotatingCipherOptions } from './rotating-cipher.ts'

/** What may open the room, and what its cipher reports to. */
export interface UnlockRotatingOptions extends Omit<RotatingCipherOptions, 'keys'> {
  roomId: string
  /** What the address holds; null where it holds no whole link. */
  link: EpochLink | null
  store: KeyStore
}

/**
 * Unlocks a room whose keys rotate: with the keys that this browser keeps of it, and otherwise with the invite link.
 * @returns null where there is neither
 */
export async function unlockRotating(options: UnlockRotatingOptions): Promise<Unlocked | null> {
  const { roomId, store } = options
  if (options.link) return new RotatingEntry(options, await MemberKeys.openKeys(roomId, store))
  const kept = await MemberKeys.loadKeys(roomId, store)
  // Who waits at the door has no key yet, but the link.
  return kept && (kept.epoch > 0 || kept.door) ? new RotatingEntry(options, kept) : null
}

/** What a visitor joins with, and how they get the key of the room once they have joined. */
class RotatingEntry implements Unlocked {
  readonly #options: UnlockRotatingOptions
  cipher: RotatingCipher
  /** The link that opens the room's invite; the one that is kept wins over the address, which may be older. */
  #link: EpochLink | null
  #password: { typed: string; key: PasswordKey; stretched: StretchedPassword } | null = null
  /** The card that a join was asked with, and what it says of this browser. */
  #doorCard: { text?: string; keeps?: boolean } = {}
  /** Whether the seat was asked for once more, because another tab of this browser may have just taken it. */
  #hasAskedAgain = false

  constructor(options: UnlockRotatingOptions, keys: MemberKeys) {
    this.#options = options
    this.#link = keys.door?.link ?? options.link
    this.cipher = new RotatingCipher({ ...options, keys })
  }

  async makeRequest({ alias, password }: EntryAnswer) {
    if (alias !== undefined) this.cipher.recordName(alias)
    const participantId = this.cipher.keys.participantId as ParticipantId
    // The room says whether the link is alive before it asks for the password. It can't deny that there is one: without
    // the password the invite does not open.
    const link = this.#link
    const isProven = link?.hasPassword === true && password !== undefined
    const proof = isProven ? { password: await this.#provePassword(link, password) } : {}
    const [admission, card] = await Promise.all([
      link ? deriveEpochAdmission(link.linkKey) : undefined,
      this.#makeFirstCard(isProven),
    ])
    return { participantId, admission, ...proof, card }
  }

  async takeKnock({ participantId, room }: WaitingValue): Promise<Result<void>> {
    const { keys } = this.cipher
    // The cookie belongs to a knock whose keys are not here. It is forgotten once nobody has been connected with it for long.
    const door = await this.#findDoor()
    if (participantId !== keys.participantId || door === null)
      return refused({ code: 'busy', retryAfter: WAITING_SEAT_MS / 1_000 })
    this.cipher.recordRoom(room, 'participant')
    await keys.recordDoor(door, this.#password?.key ?? keys.password)
    return ok()
  }

  async takeAnswer(joined: JoinValue): Promise<Result<'joined' | 'again' | 'no-key'>> {
    const { keys } = this.cipher
    // The cookie belongs to a seat whose keys are not here: nobody can read with it.
    if (joined.participantId !== keys.participantId) {
      await this.#options.api.leaveRoom(keys.roomId)
      return ok('again')
    }
    this.cipher.recordRoom(joined.room, joined.role)
    if (keys.epoch === 0) {
      // Where there is no invite, who was let in was given a wrap: this page may have been closed before it opened it.
      if (joined.invite === undefined) return this.#openAdmission(joined)
      return (await this.#openInvite(joined)) ? ok('joined') : this.#giveUp()
    }
    const isBehind = () => (joined.epoch ?? 0) > keys.epoch
    if (!isBehind()) {
      // A card that was made at the door was deleted with its link.
      if (joined.card === undefined) await this.cipher.sendCard()
      return ok('joined')
    }
    if (!(await this.cipher.catchUp())) return refused({ code: 'busy', retryAfter: 1 })
    // A seat that was taken anew has no wraps: the link opens the room for it as for anybody else.
    return !isBehind() || (await this.#openInvite(joined)) ? ok('joined') : this.#giveUp()
  }

  async startAnew(why: 'seat-taken' | 'dead-link'): Promise<boolean> {
    const { roomId, store, link } = this.#options
    const { keys } = this.cipher
    if (why === 'seat-taken' && keys.epoch === 0 && !this.#hasAskedAgain) {
      this.#hasAskedAgain = true
      return true
    }
    if (why === 'dead-link') {
      // The address may have a newer link than the one that was kept.
      if (link === null || link.linkKey === this.#link?.linkKey) return false
      this.#link = link
      this.#password = null
    }
    await keys.forget()
    if (this.#link === null) return false
    this.cipher = new RotatingCipher({ ...this.#options, keys: await MemberKeys.makeKeys(roomId, store) })
    return true
  }

  async forget(): Promise<void> {
    await this.cipher.keys.forget()
  }

  async #openAdmission({ room }: JoinValue): Promise<Result<'joined' | 'no-key'>> {
    // Whoever waited noted it then; another device of the facilitator's never waits.
    if (this.cipher.keys.door && (await this.cipher.openAdmission(room))) return ok('joined')
    const refusal = await this.#giveUp()
    if (!isDoorClosed(room)) return refusal
    const { roomId, store } = this.#options
    this.cipher = new RotatingCipher({ ...this.#options, keys: await MemberKeys.makeKeys(roomId, store) })
    return ok('no-key')
  }

  /** Derives the door of the link; null where there is no link, or its password was not typed here. */
  async #findDoor(): Promise<Door | null> {
    const { door } = this.cipher.keys
    if (door || this.#link === null || (this.#link.hasPassword && this.#password === null)) return door
    const secret = await this.#importSecret(this.#link)
    return { link: this.#link, doorKey: await deriveDoorKey(secret, this.#options.roomId) }
  }

  async #openInvite(joined: JoinValue): Promise<boolean> {
    const { epoch = 0, invite } = joined
    const { roomId } = this.#options
    if (this.#link === null || invite === undefined) return false
    const secret = await this.#importSecret(this.#link)
    const [content, doorKey] = await Promise.all([
      decryptInvite(secret, { roomId, epoch }, invite),
      deriveDoorKey(secret, roomId),
    ])
    if (content === null) return false
    const { keys } = this.cipher
    const { roomKey: key, removedIds } = content
    const door = { link: this.#link, doorKey }
    await keys.takeKey({ epoch, key }, { door, password: this.#password?.key ?? null, removedIds })
    // A seat that was found has the card that it was taken with, or none. In a room with more seats than keys rotate for
    // the link may change alone: a card must not go with it.
    const isShown = joined.card === this.#doorCard.text && keys.keeps === this.#doorCard.keeps
    if (!isShown || joined.room.seats > ROTATION_SEATS_MAX) await this.cipher.sendCard()
    return true
  }

  async #makeFirstCard(isProven: boolean): Promise<string | undefined> {
    // Somebody who has the key is let in by the cookie. Where that is lost, the room asks for the password.
    if (this.cipher.keys.epoch > 0) return this.cipher.makeCard()
    const link = this.#link
    return link === null || (link.hasPassword && !isProven) ? undefined : this.#makeDoorCard(link)
  }

  /** The room key is not here yet: those inside have the door key. */
  async #makeDoorCard(link: EpochLink): Promise<string> {
    const { keys } = this.cipher
    const doorKey = await deriveDoorKey(await this.#importSecret(link), keys.roomId)
    const text = await this.cipher.makeCard(doorKey)
    this.#doorCard = { text, keeps: keys.keeps }
    return text
  }

  #importSecret({ hasPassword, linkKey }: EpochLink) {
    return importInviteSecret(linkKey, hasPassword ? (this.#password?.stretched ?? null) : null)
  }

  /** The seat is given back: with it nobody could read. */
  async #giveUp(): Promise<Result<never>> {
    await this.#options.api.leaveRoom(this.#options.roomId)
    await this.cipher.keys.forget()
    return refused('wrong-link')
  }

  async #provePassword({ linkKey }: EpochLink, typed: string): Promise<string> {
    const { derivePasswordProof, importPassword, stretchPassword } = await import(
      '../../crypto/password-key.ts'
    )
    if (this.#password?.typed !== typed) {
      const key = await importPassword(typed)
      this.#password = { typed, key, stretched: await stretchPassword(key, linkKey) }
    }
    return derivePasswordProof(this.#password.stretched)
  }
}
