import { nanoid } from 'nanoid'
import { isDoorClosed } from '../../../protocol/is-door-closed.ts'
import { ROOM_ID_LENGTH } from '../../../protocol/limits.ts'
import type { Room, RoomId } from '../../../protocol/room.ts'
import type { KeyStore } from '../../browser/key-store.ts'
import { importPassword } from '../../crypto/password-key.ts'
import { makeRoomKey } from '../../crypto/room-key.ts'
import { makeLink } from './make-link.ts'
import { MemberKeys } from './member-keys.ts'

/**
 * Makes what a room is created with whose keys rotate: its id, its first key and invite link, and the keys of its creator,
 * which are stored before anything is created: a room without its key could not be read by anybody.
 * @param rules what the room is created with: where its door is closed, there is no invite
 * @param end when the room ends, as far as it is known, Unix milliseconds: no other page deletes the keys before
 * @returns the creator's keys, the invite link, and the fields of the request; null where this browser has no cryptography,
 * because the page came over plain http
 */
export async function makeFirstEpoch(
  store: KeyStore,
  password: string | null | undefined,
  { door: rule = 'open', history = 'all' }: Partial<Pick<Room, 'door' | 'history'>>,
  end: number,
) {
  const roomId = nanoid(ROOM_ID_LENGTH) as RoomId
  const key = makeRoomKey()
  try {
    const passwordKey = password ? await importPassword(password) : null
    const keys = await MemberKeys.makeKeys(roomId, store)
    keys.recordEnd(end)
    const { door, admission, invite, proof } = await makeLink({ roomId, epoch: 1 }, key, passwordKey)
    await keys.takeKey({ epoch: 1, key }, { door, password: passwordKey })
    const given = isDoorClosed({ door: rule, history, keys: 2 }) ? undefined : invite
    const fields = {
      encryption: 'e2ee',
      keys: 2,
      roomId,
      admission,
      invite: given,
      password: proof,
    } as const
    return { keys, link: door.link, fields }
  } catch {
    return null
  }
}
