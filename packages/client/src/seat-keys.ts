import type { KeyRecord, KeyStore } from '../../../client/browser/key-store.ts'
import { fromBase64Url, toBase64Url } from '../../../client/crypto/base64url.ts'
import { formatEpochLink, parseEpochLink } from '../../../client/crypto/epoch-link.ts'
import type { DoorKey } from '../../../client/crypto/invite.ts'
import { makeParticipantPair } from '../../../client/crypto/participant-pair.ts'
import { importPassword } from '../../../client/crypto/password-key.ts'
import { type RoomKey, readRoomKey } from '../../../client/crypto/room-key.ts'
import type { SeatKeys } from './seat.ts'

/** Keeps the keys of one room in memory, so that they can be written as JSON. */
export interface SeatKeyStore extends KeyStore {
  /** What is kept; undefined where nothing is. */
  toJson(): SeatKeys | undefined
}

/** Makes a store that is empty, or holds a record. */
export function makeSeatKeyStore(first: KeyRecord | null = null): SeatKeyStore {
  let record = first
  let privateKeyText = ''
  /** Each key is stored as bytes while its epoch is the newest; afterwards only the text here can be taken out. */
  const keys = new Map<number, string>()

  async function note(next: KeyRecord) {
    privateKeyText ||= toBase64Url(new Uint8Array(await crypto.subtle.exportKey('pkcs8', next.privateKey)))
    for (const { epoch, key } of next.epochs) if (key instanceof Uint8Array) keys.set(epoch, toBase64Url(key))
    record = next
  }

  return {
    makePair: () => makeParticipantPair(true),
    readRecord: async (roomId) => (record?.roomId === roomId ? record : null),
    async writeRecord(next) {
      // Another pair is another participant.
      if (record?.publicKey !== next.publicKey) {
        privateKeyText = ''
        keys.clear()
      }
      await note(next)
      return true
    },
    async deleteRecord() {
      record = null
    },
    runExclusively: (_, run) => run(),
    toJson() {
      if (record === null || privateKeyText === '') return undefined
      const { publicKey, door, removedIds, managerIds, closedFor, hasLocked, expiresAt } = record
      return {
        publicKey,
        privateKey: privateKeyText,
        epochs: [...keys].map(([epoch, key]) => ({ epoch, key })),
        door: door && { link: formatEpochLink(door.link), doorKey: toBase64Url(door.doorKey) },
        removedIds,
        managerIds,
        closedFor,
        hasLocked,
        expiresAt,
      }
    },
  }
}

/** Makes a store that keeps nothing, and says so: the others see it in the card, as of a private window. */
export function makeForgetfulStore(): SeatKeyStore {
  return { ...makeSeatKeyStore(), writeRecord: async () => false }
}

/**
 * Makes a store of keys that were kept as JSON.
 * @param password of the link, as it was typed; it is needed to rotate
 * @returns null where they are not whole
 */
export async function loadSeatKeys(
  roomId: string,
  kept: SeatKeys,
  password: string | undefined,
): Promise<SeatKeyStore | null> {
  try {
    const privateKey = await importPrivateKey(kept.privateKey)
    const epochs = kept.epochs.map(({ epoch, key }) => ({ epoch, key: readKey(key) }))
    const link = kept.door && parseEpochLink(kept.door.link)
    const doorKey = kept.door && (fromBase64Url(kept.door.doorKey) as DoorKey | null)
    if (kept.door && (!link || !doorKey)) return null
    const { publicKey, removedIds, managerIds, closedFor, hasLocked, expiresAt } = kept
    const store = makeSeatKeyStore()
    await store.writeRecord({
      roomId,
      publicKey,
      privateKey,
      epochs: epochs.sort((one, other) => one.epoch - other.epoch),
      door: link && doorKey ? { link, doorKey } : null,
      password: link?.hasPassword && password ? await importPassword(password) : null,
      removedIds: [...removedIds],
      managerIds: [...managerIds],
      closedFor,
      hasLocked,
      expiresAt,
    })
    return store
  } catch {
    return null
  }
}

function importPrivateKey(text: string): Promise<CryptoKey> {
  const bytes = fromBase64Url(text)
  if (bytes === null) throw new TypeError('a private key is base64url')
  return crypto.subtle.importKey('pkcs8', bytes, { name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
}

function readKey(text: string): RoomKey {
  const key = readRoomKey(fromBase64Url(text))
  if (key === null) throw new TypeError('the key of an epoch is 32 bytes in base64url')
  return key
}
