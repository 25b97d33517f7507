import type { HostToken } from '../secrets/secret.ts'

/** What a request brings along to prove who sends it: the cookies as they came, and what the Worker has checked. */
export interface Credentials {
  token?: string | undefined
  hostToken?: HostToken | undefined
  /** The account whose session the request holds. The Worker has asked the account: this is a fact, not a claim. */
  accountId?: string | undefined
  /** What a wrong password is counted by: the keyed hash of the address that asks (`worker/http/client-address.ts`). */
  source?: string | undefined
  /** The id of that session. */
  sessionId?: string | undefined
}
