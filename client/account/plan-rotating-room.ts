import { nanoid } from 'nanoid'
import { ROOM_ID_LENGTH } from '../../protocol/limits.ts'
import type { ParticipantId } from '../../protocol/participant.ts'
import { ok, refused } from '../../protocol/refusal.ts'
import type { RoomId } from '../../protocol/room.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import type { KeyStore } from '../browser/key-store.ts'
import { encryptCard } from '../crypto/card.ts'
import type { EpochLink } from '../crypto/epoch-link.ts'
import { importPassword } from '../crypto/password-key.ts'
import { makeRoomKey } from '../crypto/room-key.ts'
import type { AccountApi, Plan } from '../net/account-api.ts'
import type { Reply } from '../net/http.ts'
import { endOfKeys } from '../room/keys/end-of-keys.ts'
import { makeLink } from '../room/keys/make-link.ts'
import { MemberKeys } from '../room/keys/member-keys.ts'

/** A room that was planned, and what this browser has of it. */
export interface PlannedRoom {
  room: AccountRoom
  link: EpochLink
  /** Whether this browser keeps the keys; otherwise they are there as long as the page is, in the link. */
  isKept: boolean
}

interface PlanOptions {
  api: Pick<AccountApi, 'scheduleRoom' | 'changeRoom'>
  store: KeyStore
  /** What the facilitator is called; empty where this browser knows no name. */
  name: string
}

/**
 * Schedules a room whose keys rotate. This browser makes the first key and its own pair, keeps both, and sends its card after
 * the plan: so every rotation wraps the next key for it before it ever comes, and the transcript opens here.
 */
export async function planRotatingRoom(
  { password, ...plan }: Plan,
  { api, store, name }: PlanOptions,
): Promise<Reply<PlannedRoom>> {
  const roomId = nanoid(ROOM_ID_LENGTH) as RoomId
  const key = makeRoomKey()
  let keys: MemberKeys
  let link: Awaited<ReturnType<typeof makeLink>>
  try {
    const passwordKey = password ? await importPassword(password) : null
    keys = await MemberKeys.makeKeys(roomId, store)
    link = await makeLink({ roomId, epoch: 1 }, key, passwordKey)
    // Written before anything is planned: a room without its key could not be read by anybody.
    await keys.takeKey({ epoch: 1, key }, { door: link.door, password: passwordKey })
  } catch {
    // A browser has no cryptography for a page that came over plain http.
    return refused('internal')
  }
  const { admission, invite, proof } = link
  const sealed = { encryption: 'e2ee', keys: 2, roomId, admission, invite, password: proof } as const
  const planned = await api.scheduleRoom({ ...plan, ...sealed })
  if (planned.refusal) {
    await keys.forget()
    return planned
  }
  keys.recordEnd(endOfKeys(planned.value, 'facilitator'))
  await keys.save()
  // Where this is lost, the seat is made when this browser joins. Until then nothing is wrapped for it.
  const { participantId, currentKeys, keeps } = keys
  const card = await encryptCard(currentKeys, { name: name || null, publicKey: keys.pair.publicKey, keeps })
  const seated = await api.changeRoom(roomId, { participantId: participantId as ParticipantId, card })
  return ok({ room: seated.value ?? planned.value, link: link.door.link, isKept: keeps })
}
