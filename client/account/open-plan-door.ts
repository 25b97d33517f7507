import { isDoorClosed } from '../../protocol/is-door-closed.ts'
import { ok, refused } from '../../protocol/refusal.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import type { KeyStore } from '../browser/key-store.ts'
import type { Plan } from '../net/account-api.ts'
import type { Reply } from '../net/http.ts'
import { makeInvite } from '../room/keys/make-invite.ts'
import { MemberKeys } from '../room/keys/member-keys.ts'

/**
 * Adds to a change of a plan what opening its door takes: where keys rotate, whoever comes in by an open door needs an invite,
 * which is made from the keys that this browser keeps.
 * @returns the change as it is sent; `rotate-instead` where this browser has not the keys of the current epoch, or not the
 *   password of the link: then the door is opened, or a new link made, inside the room
 */
export async function completePatch(
  room: AccountRoom,
  patch: Partial<Plan>,
  store: KeyStore,
): Promise<Reply<Partial<Plan>>> {
  if (room.keys !== 2 || room.invitable !== true || !isDoorClosed(room)) return ok(patch)
  const { door = room.door, history = room.history } = patch
  if (isDoorClosed({ door, history, keys: 2 })) return ok(patch)
  const keys = await MemberKeys.loadKeys(room.roomId, store)
  const invite = keys?.epoch === room.epoch && keys ? await makeInvite(keys) : null
  // The server takes an invite with an open door alone, also where it was open before.
  return invite === null ? refused('rotate-instead') : ok({ ...patch, door, invite })
}
