/** What a request brings along to prove who it is: the cookies as they came. */
export interface Credentials {
  token?: string | undefined
  hostToken?: string | undefined
}
