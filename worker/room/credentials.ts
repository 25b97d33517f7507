/** What a request brings along to prove who it is: the cookies as they came, and what the Worker has checked. */
export interface Credentials {
  token?: string | undefined
  hostToken?: string | undefined
  /** The account whose session the request holds. The Worker has asked the account: this is a fact, not a claim. */
  accountId?: string | undefined
}
