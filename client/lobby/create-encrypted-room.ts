import { nanoid } from 'nanoid'
import { ROOM_ID_LENGTH } from '../../protocol/limits.ts'
import type { ParticipantId } from '../../protocol/participant.ts'
import { ok, refused } from '../../protocol/refusal.ts'
import type { RoomId } from '../../protocol/room.ts'
import { type KeyStore, makeKeyStore } from '../browser/key-store.ts'
import { formatEpochRoomPath } from '../crypto/epoch-link.ts'
import { deriveEpochAdmission } from '../crypto/invite.ts'
import { importPassword } from '../crypto/password-key.ts'
import { makeRoomKey } from '../crypto/room-key.ts'
import type { Reply } from '../net/http.ts'
import { makeRoomApi, type RoomApi } from '../net/room-api.ts'
import { retryDelay } from '../room/join-retry.ts'
import { makeLink } from '../room/keys/make-link.ts'
import { MemberKeys } from '../room/keys/member-keys.ts'
import { RotatingCipher } from '../room/keys/rotating-cipher.ts'

/** What the lobby lets a person choose of a room. */
type EncryptedRoomOptions = Pick<
  Parameters<RoomApi['createRoom']>[0],
  'capacity' | 'lifetime' | 'expiry' | 'password'
>

interface CreateOptions {
  /** What its creator is called. */
  name: string
  /** Waits before the seat is asked for again, where that failed for the moment: so many milliseconds, or less. */
  wait(ms: number): Promise<void>
  api?: RoomApi
  store?: KeyStore
}

/**
 * Makes a room that its server can't read, takes its first seat, and returns its path with the key of the invite link. The
 * server is sent what proves that key and the password, and what they encrypt; never the key, the password or the name.
 */
export async function createEncryptedRoom(
  { password, ...options }: EncryptedRoomOptions,
  { name, wait, api = makeRoomApi(), store = makeKeyStore() }: CreateOptions,
): Promise<Reply<{ roomId: string; path: string }>> {
  const roomId = nanoid(ROOM_ID_LENGTH) as RoomId
  const at = { roomId, epoch: 1 }
  const key = makeRoomKey()
  let keys: MemberKeys
  let link: Awaited<ReturnType<typeof makeLink>>
  try {
    const passwordKey = password ? await importPassword(password) : null
    keys = await MemberKeys.makeKeys(roomId, store)
    link = await makeLink(at, key, passwordKey)
    // Another page must not take these for keys of a room that ended long ago.
    keys.recordEnd(Date.now())
    // Written before anything is created: a room without its key could not be read by anybody.
    await keys.takeKey({ epoch: 1, key }, { door: link.door, password: passwordKey })
  } catch {
    // A browser has no cryptography for a page that came over plain http.
    return refused('internal')
  }
  const { admission, invite, proof } = link
  const created = await api.createRoom({
    ...options,
    roomId,
    encryption: 'e2ee',
    keys: 2,
    admission,
    invite,
    password: proof,
  })
  if (created.refusal) {
    await keys.forget()
    return created
  }
  keys.recordEnd(created.value.expiresAt)
  await keys.save()
  const path = formatEpochRoomPath(roomId, link.door.link)
  // Where this browser keeps nothing, the room's page comes with the link, as everybody else does.
  if (!keys.keeps) return ok({ roomId, path })
  const cipher = new RotatingCipher({ ...NOTHING_YET, api, keys, name })
  // Joining here, with the password still at hand, means that the room does not ask its own creator for it.
  // Where it is refused for good, the room's page joins again and says why.
  const request = {
    participantId: keys.participantId as ParticipantId,
    card: await cipher.makeCard(),
    password: proof ?? undefined,
    admission: await deriveEpochAdmission(link.door.link.linkKey),
  }
  for (let failures = 0; ; failures += 1) {
    const { refusal } = await api.joinRoom(roomId, request)
    const delay = refusal ? retryDelay(refusal, failures, Math.random) : null
    if (delay === null) break
    await wait(delay)
  }
  return ok({ roomId, path })
}

/** Of a room in which nothing has been said. */
const NOTHING_YET = {
  now: () => Date.now(),
  newestMessage: () => null,
  onEpochs: () => {},
}
