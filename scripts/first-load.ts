/**
 * Parts of the page that are loaded though nobody asked for them: they wait for nothing, and nothing waits for them. The
 * names of their files; `test/browser/first-load.test.ts` holds that these are all, and `npm run size` counts them.
 */
export const LOADED_UNASKED = {
  lobby: ['storage-expiry'],
  /** By somebody new who comes into an open room whose keys rotate, in which others are and something was said. */
  room: [
    'storage-expiry',
    'connection-banner',
    'describe-encryption',
    'folded-text',
    'look-alikes',
    'notification-preferences',
    'out-of-order',
    'rich-message',
    'room-effects',
  ],
} as const
