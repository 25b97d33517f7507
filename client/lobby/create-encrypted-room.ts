import type { ParticipantId } from '../../protocol/participant.ts'
import { ok } from '../../protocol/refusal.ts'
import { type KeyStore, makeKeyStore } from '../browser/key-store.ts'
import { formatEpochRoomPath } from '../crypto/epoch-link.ts'
import { deriveEpochAdmission } from '../crypto/invite.ts'
import type { Reply } from '../net/http.ts'
import { makeRoomApi, type RoomApi } from '../net/room-api.ts'
import { retryDelay } from '../room/join-retry.ts'
import { endOfKeys } from '../room/keys/end-of-keys.ts'
import { type KeysNotKept, makeFirstEpoch } from '../room/keys/make-first-epoch.ts'
import { makeOwnCard } from '../room/keys/member-cards.ts'
import { handOverFirstMessage, keepFirstMessage } from './first-message.ts'

/** What the lobby lets a person choose of a room. */
type EncryptedRoomOptions = Pick<
  Parameters<RoomApi['createRoom']>[0],
  'capacity' | 'lifetime' | 'expiry' | 'password' | 'door' | 'history' | 'destroyBy' | 'starts' | 'files'
>

interface CreateOptions {
  /** What its creator is called. */
  name: string
  /** Waits before the seat is asked for again, where that failed for the moment: so many milliseconds, or less. */
  wait(ms: number): Promise<void>
  api?: RoomApi
  store?: KeyStore
  /** Has what was shared to the app kept for the room. @returns whether it is */
  keepFirst?: (roomId: string) => Promise<boolean>
}

/** What was shared to the app could not be kept for the room: its page would be without it. */
interface FirstMessageNotKept {
  ok: false
  refusal: { code: 'first-message-not-kept' }
  value?: never
}

/**
 * Makes a room that its server can't read, takes its first seat, and returns its path with the key of the invite link. The
 * server is sent what proves that key and the password, and what they encrypt; never the key, the password or the name.
 */
export async function createEncryptedRoom(
  { password, ...options }: EncryptedRoomOptions,
  { name, wait, api = makeRoomApi(), store = makeKeyStore(), keepFirst = keepFirstMessage }: CreateOptions,
): Promise<Reply<{ roomId: string; path: string }> | KeysNotKept | FirstMessageNotKept> {
  const first = await makeFirstEpoch(store, password, options, Date.now())
  if (!first.ok) return first
  const { keys, link, fields } = first.value
  const { roomId } = fields
  // Before there is a room: so the lobby still has it where that fails.
  if (!(await keepFirst(roomId))) {
    await keys.forget()
    return { ok: false, refusal: { code: 'first-message-not-kept' } }
  }
  const created = await api.createRoom({ ...options, ...fields })
  if (created.refusal) {
    await keys.forget()
    return created
  }
  keys.recordEnd(endOfKeys(created.value, 'host'))
  await keys.save()
  // Where this browser keeps nothing, the room's page comes with the link, as everybody else does.
  if (keys.keeps) {
    const request = {
      participantId: keys.participantId as ParticipantId,
      card: await makeOwnCard(keys, name),
      password: fields.password ?? undefined,
      admission: await deriveEpochAdmission(link.linkKey),
    }
    await takeFirstSeat(() => api.joinRoom(roomId, request), wait)
  }
  handOverFirstMessage(roomId)
  return ok({ roomId, path: formatEpochRoomPath(roomId, link) })
}

/**
 * Joins here, with the password still at hand, so that the room does not ask its own creator for it. Where it is refused for
 * good, the room's page joins again and says why.
 */
async function takeFirstSeat(
  join: () => ReturnType<RoomApi['joinRoom']>,
  wait: CreateOptions['wait'],
): Promise<void> {
  for (let failures = 0; ; failures += 1) {
    const { refusal } = await join()
    const delay = refusal ? retryDelay(refusal, failures, Math.random) : null
    if (delay === null) return
    await wait(delay)
  }
}
