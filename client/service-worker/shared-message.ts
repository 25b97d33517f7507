/** Names of what a system sends to `SHARE_ADDRESS`; `client/app/app-manifest.ts` says so to it. */
export const SHARE_FIELDS = { title: 'title', text: 'text', url: 'url', pictures: 'pictures' } as const

/** The lobby's address, where something was shared for it to take. */
export const SHARED_LOBBY = '/?shared=true'

/** Something that was shared to the app, and is to be the first message of a room. */
export interface SharedMessage {
  text: string
  pictures: File[]
}

/** What a page asks of the service worker. The answer comes by the port that the question brings. */
export type CarrierQuestion =
  /** Keep this for whom it names: answered with true. */
  | { ask: 'keep'; to: string; shared: SharedMessage }
  /** Give what is kept for whom it names, and keep it no longer: answered with it, or null where there is nothing. */
  | { ask: 'take'; to: string }

/** Whom something that was just shared is kept for; a room is named by its id. */
export const LOBBY = 'lobby'
