import { DOOR_CARD_PREFIX } from '../../protocol/door-card.ts'
import { decryptBytes, encryptBytes } from './aes.ts'
import { encodeLines } from './associated-data.ts'
import type { EpochKeys } from './epoch-keys.ts'
import { packBody, unpackBody } from './padded-body.ts'
import { importPublicKey, type PublicKey } from './participant-pair.ts'
import { readSealedName } from './sealed-name.ts'

const VERSION = 2

/** Stands for the epoch where a door key is in the place of the room key: a link is of one epoch, whose number a newcomer does not know. */
export const AT_THE_DOOR = 0

/** What a participant's card says to the others. */
export interface Card {
  /** What the participant calls themselves; null where it can't be shown, and the alias is. */
  name: string | null
  publicKey: PublicKey
  /** Whether their browser can keep keys. */
  keeps: boolean
}

/** Encrypts a card for those who have the keys of an epoch. @throws RangeError where the name is far too long */
export async function encryptCard(keys: EpochKeys, { name, publicKey, keeps }: Card): Promise<string> {
  const body = packBody('card', { v: VERSION, name, key: publicKey.text, keeps })
  const data = encodeCardData(keys, publicKey.participantId)
  return formatPrefix(keys) + (await encryptBytes(await keys.getKey('card'), data, body))
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
  const prefix = formatPrefix(keys)
  if (!card.startsWith(prefix)) return null
  const data = encodeCardData(keys, participantId)
  const fields = unpackBody(
    'card',
    await decryptBytes(await keys.getKey('card'), data, card.slice(prefix.length)),
  )
  const name = readSealedName(fields?.name)
  if (fields?.v !== VERSION || name === undefined) return null
  const { key, keeps } = fields
  if (typeof key !== 'string' || typeof keeps !== 'boolean') return null
  const publicKey = await importPublicKey(key)
  return publicKey?.participantId === participantId ? { name, publicKey, keeps } : null
}

function formatPrefix({ epoch }: EpochKeys): string {
  return epoch === AT_THE_DOOR ? DOOR_CARD_PREFIX : `c2.${epoch}.`
}

function encodeCardData({ roomId, epoch }: EpochKeys, participantId: string): Uint8Array<ArrayBuffer> {
  return epoch === AT_THE_DOOR
    ? encodeLines('door-card', roomId, participantId)
    : encodeLines('card', roomId, epoch, participantId)
}
