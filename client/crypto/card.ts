import { decryptBytes, encryptBytes } from './aes.ts'
import { encodeLines } from './associated-data.ts'
import type { EpochKeys } from './epoch-keys.ts'
import { packBody, unpackBody } from './padded-body.ts'
import { importPublicKey, type PublicKey } from './participant-pair.ts'
import { readSealedName } from './sealed-name.ts'

const VERSION = 2

/** What a participant's card says to the others. */
export interface Card {
  /** What the participant calls themselves; null where it can't be shown, and the alias is. */
  name: string | null
  publicKey: PublicKey
  /** Whether their browser can keep keys. */
  keeps: boolean
}

/** Where a card belongs: a key, and what is bound to it besides. */
export interface CardPlace {
  key: CryptoKey
  data: Uint8Array<ArrayBuffer>
  /** What the text begins with. */
  prefix: string
}

/** Encrypts a card for those who have the keys of an epoch. @throws RangeError where the name is far too long */
export async function encryptCard(keys: EpochKeys, card: Card): Promise<string> {
  return encryptCardFor(await findPlace(keys, card.publicKey.participantId), card)
}

/**
 * Decrypts a card.
 * @param participantId under which the server lists it
 * @returns null where the id does not follow from its key, or the room, the epoch or a bit is another
 */
export async function decryptCard(
  keys: EpochKeys,
  participantId: string,
  card: string,
): Promise<Card | null> {
  return decryptCardFor(await findPlace(keys, participantId), participantId, card)
}

/** Encrypts a card with any key. @throws RangeError where the name is far too long */
export async function encryptCardFor(
  { key, data, prefix }: CardPlace,
  { name, publicKey, keeps }: Card,
): Promise<string> {
  const body = packBody('card', { v: VERSION, name, key: publicKey.text, keeps })
  return prefix + (await encryptBytes(key, data, body))
}

/** Decrypts a card with any key; null where it is not of this place, or says another's key. */
export async function decryptCardFor(
  { key: cardKey, data, prefix }: CardPlace,
  participantId: string,
  card: string,
): Promise<Card | null> {
  if (!card.startsWith(prefix)) return null
  const fields = unpackBody('card', await decryptBytes(cardKey, data, card.slice(prefix.length)))
  const name = readSealedName(fields?.name)
  if (fields?.v !== VERSION || name === undefined) return null
  const { key, keeps } = fields
  if (typeof key !== 'string' || typeof keeps !== 'boolean') return null
  const publicKey = await importPublicKey(key)
  return publicKey?.participantId === participantId ? { name, publicKey, keeps } : null
}

async function findPlace(keys: EpochKeys, participantId: string): Promise<CardPlace> {
  const { roomId, epoch } = keys
  return {
    key: await keys.getKey('card'),
    data: encodeLines('card', roomId, epoch, participantId),
    prefix: `c2.${epoch}.`,
  }
}
