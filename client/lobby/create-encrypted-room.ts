import { ok, refused } from '../../protocol/refusal.ts'
import {
  type AdmissionHash,
  type AdmissionSecret,
  deriveAdmissionSecret,
  hashAdmissionSecret,
} from '../crypto/admission.ts'
import { formatRoomPath, makeLinkKey } from '../crypto/link-key.ts'
import type { Reply } from '../net/http.ts'
import type { VisitorApi } from '../net/visitor-api.ts'
import { retryDelay } from '../room/join-retry.ts'

/** What the lobby lets a person choose of a room. */
type EncryptedRoomOptions = Omit<Parameters<VisitorApi['createRoom']>[0], 'encryption' | 'admission'>

/**
 * Makes a room that its server can't read, takes its first seat, and returns its path with the key: nothing but the
 * secret that proves it, and before that its hash, was sent.
 * @param wait waits before the seat is asked for again, where that failed for the moment: so many milliseconds, or less
 */
export async function createEncryptedRoom(
  api: VisitorApi,
  options: EncryptedRoomOptions,
  alias: string,
  wait: (ms: number) => Promise<void>,
): Promise<Reply<{ roomId: string; path: string }>> {
  const linkKey = makeLinkKey()
  let admission: AdmissionSecret
  let hash: AdmissionHash
  try {
    admission = await deriveAdmissionSecret(linkKey)
    hash = await hashAdmissionSecret(admission)
  } catch {
    // A browser has no cryptography for a page that came over plain http.
    return refused('internal')
  }
  const created = await api.createRoom({ ...options, encryption: 'e2ee', admission: hash })
  if (created.refusal) return created
  const { roomId } = created.value
  // Joining here, with the password still at hand, means that the room does not ask its own creator for it.
  // Where it is refused for good, the room's page joins again and says why.
  for (let failures = 0; ; failures += 1) {
    const { refusal } = await api.joinRoom(roomId, {
      alias,
      password: options.password ?? undefined,
      admission,
    })
    const delay = refusal ? retryDelay(refusal, failures, Math.random) : null
    if (delay === null) break
    await wait(delay)
  }
  return ok({ roomId, path: formatRoomPath(roomId, linkKey) })
}
