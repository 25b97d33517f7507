import type { AccountId, SessionId } from '../../protocol/account.ts'
import type { HostToken } from '../secrets/secret.ts'

/** What a request brings to prove who sends it: tokens as they came, and what the Worker has checked. */
export interface Credentials {
  token?: string | undefined
  hostToken?: HostToken | undefined
  /** The account whose session the request brings. The Worker has checked the session with the account. */
  accountId?: AccountId | undefined
  /** The id of that session. */
  sessionId?: SessionId | undefined
  /** What a wrong password is counted by: the keyed hash of the client's address (`worker/http/client-address.ts`). */
  source?: string | undefined
}
