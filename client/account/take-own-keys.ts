import type { ParticipantId } from '../../protocol/participant.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import type { KeyStore } from '../browser/key-store.ts'
import { readOwnName } from '../browser/own-name.ts'
import { encryptCard } from '../crypto/card.ts'
import type { EpochLink } from '../crypto/epoch-link.ts'
import { decryptInvite, deriveDoorKey, importInviteSecret } from '../crypto/invite.ts'
import type { RoomKeys } from '../crypto/key-file.ts'
import type { RoomKey } from '../crypto/room-key.ts'
import type { Door } from '../crypto/wrap.ts'
import type { AccountApi } from '../net/account-api.ts'
import type { Unreachable } from '../net/http.ts'
import { endOfKeys } from '../room/keys/end-of-keys.ts'
import { MemberKeys } from '../room/keys/member-keys.ts'

/** What brings back the keys of a room. */
export type KeySource = { is: 'link'; link: EpochLink } | { is: 'file'; file: RoomKeys }

/** What came of taking keys. */
export type TakenKeys =
  /** `isKept` says whether this browser keeps them. */
  | { is: 'taken'; isKept: boolean }
  /** The link opens with its password, which this page does not ask for. */
  | { is: 'password' }
  | { is: 'wrong-key' }
  | { is: 'refused'; refusal: Refusal | Unreachable }

interface TakeOptions {
  api: Pick<AccountApi, 'fetchOwnRoom' | 'changeRoom'>
  store: KeyStore
}

/**
 * Takes the keys of a facilitator's room out of a link or a key file into this browser. Where one of them is that of the
 * room's current epoch, the room gets the card of this browser, so that the next rotations wrap for it.
 */
export async function takeOwnKeys(
  room: AccountRoom,
  source: KeySource,
  { api, store }: TakeOptions,
): Promise<TakenKeys> {
  const { roomId } = room
  const own = await api.fetchOwnRoom(roomId)
  if (!own.ok) return { is: 'refused', refusal: own.refusal }
  const { epoch = 1, invite } = own.value
  let found: ReadonlyMap<number, RoomKey>
  let door: Door | null = null
  let removedIds: readonly string[] = []
  if (source.is === 'file') {
    if (source.file.roomId !== roomId) return { is: 'wrong-key' }
    found = source.file.keys
  } else {
    if (source.link.hasPassword) return { is: 'password' }
    const secret = await importInviteSecret(source.link.linkKey, null)
    const content = invite === undefined ? null : await decryptInvite(secret, { roomId, epoch }, invite)
    if (content === null) return { is: 'wrong-key' }
    found = new Map([[epoch, content.roomKey]])
    removedIds = content.removedIds
    door = { link: source.link, doorKey: await deriveDoorKey(secret, roomId) }
  }
  const keys = await MemberKeys.makeKeys(roomId, store)
  keys.recordRemoved(removedIds)
  for (const [of, key] of found) await keys.takeKey({ epoch: of, key }, { door, password: null })
  keys.recordEnd(endOfKeys(own.value, 'facilitator'))
  await keys.save()
  if (keys.epoch === epoch && own.value.state !== 'closed') {
    const card = { name: readOwnName() || null, publicKey: keys.pair.publicKey, keeps: keys.keeps }
    await api.changeRoom(roomId, {
      participantId: keys.participantId as ParticipantId,
      card: await encryptCard(keys.currentKeys, card),
    })
  }
  return { is: 'taken', isKept: keys.keeps }
}
