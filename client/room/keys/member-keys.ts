import type { Epoch } from '../../../protocol/epochs.ts'
import type { KeyRecord, KeyStore, StoredEpoch } from '../../browser/key-store.ts'
import { decryptBack, deriveCheck } from '../../crypto/epoch-chain.ts'
import { EpochKeyring } from '../../crypto/epoch-keyring.ts'
import { EpochKeys } from '../../crypto/epoch-keys.ts'
import {
  importPublicKey,
  makeParticipantPair,
  type ParticipantPair,
  type PublicKey,
} from '../../crypto/participant-pair.ts'
import type { PasswordKey } from '../../crypto/password-key.ts'
import { shortenRemovedId } from '../../crypto/removed-ids.ts'
import { importRoomKey, type RoomKey } from '../../crypto/room-key.ts'
import type { Door } from '../../crypto/wrap.ts'
import type { ShownName } from '../look-alikes.ts'

/** Whom the page takes a rotation from, as far as it knows when it looks at it. */
export type IsManager = (participantId: string) => boolean

/** Somebody who has a seat and was not given a key, as the room names them. */
export interface LeftOut {
  participantId: string
  alias: string
}

/** What became of an epoch that the room lists. */
export type TakenEpoch =
  /** `leftOut` are those to whom this page did not give the key, where it rotated itself. */
  | { is: 'taken'; epoch: number; by: string; leftOut?: readonly ShownName[] }
  /** This participant was not given the key. */
  | { is: 'not-given'; epoch: number; by: string }
  /** Others have a seat and were not given the key, as the room says. */
  | { is: 'others-left-out'; epoch: number; by: string; people: readonly LeftOut[] }
  /** The wrap does not open, is from somebody who may not rotate, or the room stores the check of another key. */
  | { is: 'refused'; epoch: number; by: string }

export interface MemberKeysOptions {
  roomId: string
  pair: ParticipantPair
  store: KeyStore
}

/**
 * The keys of one participant of a room whose keys rotate: the pair, the key of each epoch that was given to it, and the
 * invite link. What it learns is stored before it counts, as far as this browser stores anything.
 */
export class MemberKeys {
  readonly roomId: string
  readonly pair: ParticipantPair
  readonly keyring: EpochKeyring
  readonly #store: KeyStore
  readonly #stored = new Map<number, StoredEpoch>()
  readonly #removedIds = new Set<string>()
  readonly #managerIds = new Set<string>()
  #current: { epoch: number; key: RoomKey } | null = null
  #door: Door | null = null
  #password: PasswordKey | null = null
  #closedFor: string | null = null
  #hasLocked = false
  #keeps = false
  #isForgotten = false
  #expiresAt = 0

  constructor({ roomId, pair, store }: MemberKeysOptions) {
    this.roomId = roomId
    this.pair = pair
    this.keyring = new EpochKeyring(roomId)
    this.#store = store
  }

  /** Makes the keys of somebody who comes for the first time, before anything is joined. */
  static async makeKeys(roomId: string, store: KeyStore): Promise<MemberKeys> {
    return new MemberKeys({ roomId, store, pair: await makeParticipantPair() })
  }

  /**
   * Loads the keys that this browser keeps of a room, or makes the pair and keeps it before anything is joined: so two
   * tabs that open a link at once are one participant.
   */
  static openKeys(roomId: string, store: KeyStore): Promise<MemberKeys> {
    return store.runExclusively(roomId, async () => {
      const kept = await MemberKeys.loadKeys(roomId, store)
      if (kept) return kept
      const made = await MemberKeys.makeKeys(roomId, store)
      // Until the end is known: another page must not take these for keys of a room that ended long ago.
      made.recordEnd(Date.now())
      made.#keeps = await store.writeRecord(made.#toRecord())
      return made
    })
  }

  /** Loads the keys that this browser keeps of a room; null where there are none. */
  static async loadKeys(roomId: string, store: KeyStore): Promise<MemberKeys | null> {
    const record = await store.readRecord(roomId)
    const publicKey = record && (await importPublicKey(record.publicKey))
    if (!publicKey) return null
    const keys = new MemberKeys({ roomId, store, pair: { publicKey, privateKey: record.privateKey } })
    await keys.#takeRecord(record)
    keys.#keeps = true
    return keys
  }

  get participantId(): string {
    return this.pair.publicKey.participantId
  }

  /** The highest epoch whose key is here; 0 as long as there is none. */
  get epoch(): number {
    return this.#current?.epoch ?? 0
  }

  /** The key of the highest epoch, to rotate from. */
  get roomKey(): RoomKey | null {
    return this.#current?.key ?? null
  }

  /** The keys that everything new is encrypted with. @throws where there is no epoch yet */
  get currentKeys(): EpochKeys {
    const { current } = this.keyring
    if (current === null) throw new Error('there is no epoch yet')
    return current
  }

  /** The invite link of the highest epoch, and its door key; null where the link is closed. */
  get door(): Door | null {
    return this.#door
  }

  /** The password of the link; null where there is none, or this browser does not know it. */
  get password(): PasswordKey | null {
    return this.#password
  }

  /** Whether this browser keeps the keys: then a reload finds them again. */
  get keeps(): boolean {
    return this.#keeps
  }

  /** In a room for two: for which partner the link was closed by itself; null where it never was. */
  get closedFor(): string | null {
    return this.#closedFor
  }

  /** Whether this browser has locked the room to rotate its keys, and has not unlocked it since. */
  get hasLocked(): boolean {
    return this.#hasLocked
  }

  /** Whether somebody was removed: then nothing is wrapped for this id again, and no rotation is taken from it. */
  isRemoved(participantId: string): boolean {
    return this.#removedIds.has(shortenRemovedId(participantId))
  }

  /** Who was removed, shortened, the newest last: what others are told with the next keys. */
  get removedIds(): readonly string[] {
    return [...this.#removedIds]
  }

  /** Whether somebody was ever seen as host or facilitator. */
  isManager(participantId: string): boolean {
    return this.#managerIds.has(participantId)
  }

  /**
   * Takes the key of an epoch that was made here or came with an invite, and the link that it belongs to.
   * @returns false where this epoch has another key already
   */
  async takeKey(
    { epoch, key }: { epoch: number; key: RoomKey },
    { door, password }: { door: Door | null; password: PasswordKey | null },
  ): Promise<boolean> {
    if (!(await this.#addKey(epoch, key))) return false
    if (epoch === this.epoch) {
      this.#door = door
      this.#password = password
    }
    await this.save()
    return true
  }

  /**
   * Takes epochs that the room lists, the oldest first. An epoch that is here already is skipped, whatever the room says
   * of it.
   */
  async takeEpochs(epochs: readonly Epoch[], isManager: IsManager): Promise<TakenEpoch[]> {
    const taken: TakenEpoch[] = []
    for (const listed of epochs) {
      if (listed.epoch <= this.epoch) continue
      taken.push(await this.#takeEpoch(listed, isManager))
    }
    if (taken.some(({ is }) => is === 'taken')) await this.save()
    return taken
  }

  /**
   * Opens older epochs, from the newest down, by what each holds of the one before.
   * @param epochs as the room lists them, any order
   */
  async openOlderEpochs(epochs: readonly Epoch[]): Promise<void> {
    for (const { epoch, back } of [...epochs].sort((one, other) => other.epoch - one.epoch)) {
      const keys = this.keyring.getEpoch(epoch)
      if (!keys || back === null || this.keyring.getEpoch(epoch - 1)) continue
      const key = await decryptBack(keys, back)
      if (key) await this.#addKey(epoch - 1, key)
    }
    await this.save()
  }

  /**
   * Notes who is removed, for ever. Stored with the next keys. Nobody is told this of themselves: who names the reader of a
   * wrap would only have their own rotations refused by them.
   * @param participantIds the newest last, whole or shortened
   */
  recordRemoved(participantIds: readonly string[]): void {
    const self = shortenRemovedId(this.participantId)
    for (const id of participantIds.map(shortenRemovedId)) if (id !== self) this.#removedIds.add(id)
  }

  /** Notes who is host or facilitator: they may rotate. @returns whether one of them was not known */
  recordManagers(participantIds: readonly string[]): boolean {
    const before = this.#managerIds.size
    for (const participantId of participantIds) this.#managerIds.add(participantId)
    return this.#managerIds.size > before
  }

  /** Notes for which partner the link of a room for two closes by itself: that happens once. Stored with the next keys. */
  recordClosedFor(participantId: string): void {
    this.#closedFor = participantId
  }

  /** Notes when the room ends, Unix milliseconds: from then on any page of this site deletes the keys. */
  recordEnd(expiresAt: number): void {
    this.#expiresAt = expiresAt
  }

  /** Notes that this browser locks the room to rotate its keys, or has unlocked it: stored at once, for a page that is closed. */
  async recordLock(hasLocked: boolean): Promise<void> {
    await this.save(() => {
      this.#hasLocked = hasLocked
    })
  }

  /**
   * Stores what is here, together with what another tab has stored. What was forgotten is not stored again.
   * @param change changes it before that
   */
  async save(change?: () => void): Promise<void> {
    await this.#store.runExclusively(this.roomId, async () => {
      const record = await this.#store.readRecord(this.roomId)
      if (record?.publicKey === this.pair.publicKey.text) await this.#takeRecord(record)
      // It was kept and is gone: another tab has forgotten it, or has taken another seat since.
      else if (this.#keeps && record !== undefined) this.#isForgotten = true
      change?.()
      this.#keeps = !this.#isForgotten && (await this.#store.writeRecord(this.#toRecord()))
    })
  }

  /** Forgets the keys: the room is over, or the seat is. Those of another seat, which another tab took, stay. */
  async forget(): Promise<void> {
    this.#isForgotten = true
    await this.#store.runExclusively(this.roomId, async () => {
      const record = await this.#store.readRecord(this.roomId)
      if (record?.publicKey === this.pair.publicKey.text) await this.#store.deleteRecord(this.roomId)
    })
  }

  async #takeEpoch(listed: Epoch, isManager: IsManager): Promise<TakenEpoch> {
    const { epoch, by, wrap, key, check } = listed
    if (wrap === null) return { is: 'not-given', epoch, by }
    const before = this.keyring.getEpoch(epoch - 1)
    const other = await this.#findRotator(by, key)
    const mayRotate = by === this.participantId || isManager(by) || this.isManager(by)
    if (!before || !other || !mayRotate || this.isRemoved(by)) return { is: 'refused', epoch, by }
    // Most rooms end before their keys rotate.
    const { unwrapRoomKey } = await import('../../crypto/wrap.ts')
    const secrets = await unwrapRoomKey({ keys: before, epoch, pair: this.pair, other }, wrap)
    if (secrets === null || !(await this.#addKey(epoch, secrets.roomKey, check))) {
      return { is: 'refused', epoch, by }
    }
    this.recordRemoved(secrets.removedIds)
    // The password may be another one now: whoever rotates next finds out by the door key.
    if (!secrets.door?.link.hasPassword) this.#password = null
    this.#door = secrets.door
    return { is: 'taken', epoch, by }
  }

  /** The public key that came with the epoch counts where the rotator's id follows from it. */
  async #findRotator(by: string, key: string | null): Promise<PublicKey | null> {
    if (by === this.participantId) return this.pair.publicKey
    const publicKey = key === null ? null : await importPublicKey(key)
    return publicKey?.participantId === by ? publicKey : null
  }

  /** @returns whether it is the key of this epoch: not where there is another, or the room stores another check */
  async #addKey(epoch: number, key: RoomKey, check?: string): Promise<boolean> {
    if (check !== undefined) {
      const keys = await EpochKeys.fromKey({ roomId: this.roomId, epoch }, key)
      if ((await deriveCheck(keys)) !== check) return false
    }
    if ((await this.keyring.addEpoch(epoch, key)) === null) return false
    if (epoch > this.epoch) {
      await this.#closeEpoch()
      this.#current = { epoch, key }
      this.#stored.set(epoch, { epoch, key })
    } else if (epoch < this.epoch && !this.#stored.has(epoch)) {
      this.#stored.set(epoch, { epoch, key: await importRoomKey(key) })
    }
    return true
  }

  /** The key of the epoch before can't be taken out of this browser any more. */
  async #closeEpoch(): Promise<void> {
    if (this.#current === null) return
    const { epoch, key } = this.#current
    this.#stored.set(epoch, { epoch, key: await importRoomKey(key) })
  }

  async #takeRecord(record: KeyRecord): Promise<void> {
    for (const id of record.removedIds) this.#removedIds.add(id)
    for (const id of record.managerIds) this.#managerIds.add(id)
    this.#expiresAt = Math.max(this.#expiresAt, record.expiresAt)
    this.#closedFor ??= record.closedFor
    // Whatever changes it is stored at once: what another tab has stored is newer.
    this.#hasLocked = record.hasLocked
    const newest = record.epochs.at(-1)
    const isNewer = newest !== undefined && newest.epoch > this.epoch
    for (const { epoch, key } of record.epochs) {
      if (this.#stored.has(epoch)) continue
      if (key instanceof Uint8Array) await this.#addKey(epoch, key)
      else if ((await this.keyring.addEpoch(epoch, key)) !== null) this.#stored.set(epoch, { epoch, key })
    }
    if (!isNewer) return
    this.#door = record.door
    this.#password = record.password
  }

  #toRecord(): KeyRecord {
    return {
      roomId: this.roomId,
      publicKey: this.pair.publicKey.text,
      privateKey: this.pair.privateKey,
      epochs: [...this.#stored.values()].sort((one, other) => one.epoch - other.epoch),
      door: this.#door,
      password: this.#password,
      removedIds: [...this.#removedIds],
      managerIds: [...this.#managerIds],
      closedFor: this.#closedFor,
      hasLocked: this.#hasLocked,
      expiresAt: this.#expiresAt,
    }
  }
}
