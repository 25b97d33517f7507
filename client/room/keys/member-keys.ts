import type { KeyRecord, KeyStore, StoredEpoch } from '../../browser/key-store.ts'
import { EpochKeyring } from '../../crypto/epoch-keyring.ts'
import type { EpochKeys } from '../../crypto/epoch-keys.ts'
import { importPublicKey, makeParticipantPair, type ParticipantPair } from '../../crypto/participant-pair.ts'
import type { PasswordKey } from '../../crypto/password-key.ts'
import { shortenRemovedId } from '../../crypto/removed-ids.ts'
import { importRoomKey, type RoomKey } from '../../crypto/room-key.ts'
import type { Door } from '../../crypto/wrap.ts'

/** Whose keys they are, of which room, and where they are kept. */
export interface MemberKeysOptions {
  roomId: string
  pair: ParticipantPair
  store: KeyStore
}

/** What comes with the key of an epoch. */
interface TakenWithKey {
  door: Door | null
  /** The password of its link; null where there is none, or it is not known here. */
  password: PasswordKey | null
  /** Whole or shortened, the newest last. */
  removedIds?: readonly string[]
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
    return new MemberKeys({ roomId, store, pair: await (store.makePair?.() ?? makeParticipantPair()) })
  }

  /**
   * Loads the keys that this browser keeps of a room, or makes the pair and keeps it before anything is joined: so two
   * tabs that open a link at once are one participant.
   */
  static openKeys(roomId: string, store: KeyStore): Promise<MemberKeys> {
    // Most who open a link are new: their pair is made while it is looked for one that is kept.
    const making = MemberKeys.makeKeys(roomId, store)
    return store.runExclusively(roomId, async () => {
      const [kept, made] = await Promise.all([MemberKeys.loadKeys(roomId, store), making])
      if (kept) return kept
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
   * Takes the key of an epoch, with the link that it belongs to and those who were removed by then.
   * @returns false where this epoch has another key already
   */
  async takeKey(
    { epoch, key }: { epoch: number; key: RoomKey },
    { door, password, removedIds = [] }: TakenWithKey,
  ): Promise<boolean> {
    if (!(await this.addKey(epoch, key))) return false
    this.recordRemoved(removedIds)
    if (epoch === this.epoch) {
      this.#door = door
      this.#password = password
    }
    await this.save()
    return true
  }

  /** Adds the key of an epoch. Stored with the next keys. @returns false where this epoch has another key already */
  async addKey(epoch: number, key: RoomKey): Promise<boolean> {
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

  /**
   * Notes the link by which somebody waits at the door, who has no epoch yet: with its door key they open what lets them in,
   * also after a reload. Stored at once.
   */
  async recordDoor(door: Door, password: PasswordKey | null): Promise<void> {
    this.#door = door
    this.#password = password
    await this.save()
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
      if (key instanceof Uint8Array) await this.addKey(epoch, key)
      else if ((await this.keyring.addEpoch(epoch, key)) !== null) this.#stored.set(epoch, { epoch, key })
    }
    if (!isNewer && (this.epoch > 0 || record.door === null)) return
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
