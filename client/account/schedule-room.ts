import { ok, refused } from '../../protocol/refusal.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { deriveAdmissionSecret, hashAdmissionSecret } from '../crypto/admission.ts'
import { type LinkKey, makeLinkKey } from '../crypto/link-key.ts'
import type { AccountApi, Plan } from '../net/account-api.ts'
import type { Reply } from '../net/http.ts'

/**
 * Schedules a room. For one that its server can't read a link key is made here, and only the hash of the secret that
 * proves it is sent.
 * @returns the room, and the key that its invite link ends with, where there is one
 */
export async function scheduleRoom(
  api: AccountApi,
  plan: Plan,
): Promise<Reply<{ room: AccountRoom; linkKey: LinkKey | null }>> {
  let linkKey: LinkKey | null = null
  let admission: string | undefined
  if (plan.encryption === 'e2ee') {
    try {
      linkKey = makeLinkKey()
      admission = await hashAdmissionSecret(await deriveAdmissionSecret(linkKey))
    } catch {
      // A browser has no cryptography for a page that came over plain http.
      return refused('internal')
    }
  }
  const reply = await api.scheduleRoom({ ...plan, admission })
  return reply.ok ? ok({ room: reply.value, linkKey }) : reply
}
