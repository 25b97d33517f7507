import { nanoid } from 'nanoid'
import { isDoorClosed } from '../../../protocol/is-door-closed.ts'
import { ROOM_ID_LENGTH } from '../../../protocol/limits.ts'
import { ok, type Result, refused } from '../../../protocol/refusal.ts'
import type { Room, RoomId } from '../../../protocol/room.ts'
import type { KeyStore } from '../../browser/key-store.ts'
import type { EpochLink } from '../../crypto/epoch-link.ts'
import { importPassword } from '../../crypto/password-key.ts'
import { makeRoomKey } from '../../crypto/room-key.ts'
import { makeLink } from './make-link.ts'
import { MemberKeys } from './member-keys.ts'

/** What its creator has of a room that is about to be made, and the fields of the request. */
interface FirstEpoch {
  keys: MemberKeys
  link: EpochLink
  fields: {
    encryption: 'e2ee'
    keys: 2
    roomId: RoomId
    admission: string
    invite: string | undefined
    password: string | null
  }
}

/**
 * There is to be no invite, and this browser keeps no keys: a moment later nobody could open the room, not even from inside.
 */
export interface KeysNotKept {
  ok: false
  refusal: { code: 'keys-not-kept' }
  value?: never
}

/**
 * Makes what a room is created with whose keys rotate: its id, its first key and invite link, and the keys of its creator,
 * which are stored before anything is created: a room without its key could not be read by anybody.
 * @param rules what the room is created with: where its door is closed, there is no invite
 * @param end when the room ends, as far as it is known, Unix milliseconds: no other page deletes the keys before
 * @returns the creator's keys, the invite link, and the fields of the request; `internal` where this browser has no
 * cryptography, because the page came over plain http
 */
export async function makeFirstEpoch(
  store: KeyStore,
  password: string | null | undefined,
  { door: rule = 'open', history = 'all' }: Partial<Pick<Room, 'door' | 'history'>>,
  end: number,
): Promise<Result<FirstEpoch> | KeysNotKept> {
  const roomId = nanoid(ROOM_ID_LENGTH) as RoomId
  const key = makeRoomKey()
  try {
    const passwordKey = password ? await importPassword(password) : null
    const keys = await MemberKeys.makeKeys(roomId, store)
    keys.recordEnd(end)
    const { door, admission, invite, proof } = await makeLink({ roomId, epoch: 1 }, key, passwordKey)
    await keys.takeKey({ epoch: 1, key }, { door, password: passwordKey })
    const isClosed = isDoorClosed({ door: rule, history, keys: 2 })
    if (isClosed && !keys.keeps) return { ok: false, refusal: { code: 'keys-not-kept' } }
    const request = { roomId, admission, invite: isClosed ? undefined : invite, password: proof }
    return ok({ keys, link: door.link, fields: { encryption: 'e2ee', keys: 2, ...request } })
  } catch {
    return refused('internal')
  }
}
