import { makeSafeStorage } from '../net/safe-storage.ts'

/** What this tab stores: it survives a reload and ends with the tab. */
export const tabStorage = makeSafeStorage(() => sessionStorage)

/** Where this tab keeps what was typed while it loads the page again (`typed-values.ts`). */
export const TYPED_VALUES = 'private-chat.typed'

/** What this browser stores for all tabs of this site. */
export const deviceStorage = makeSafeStorage(() => localStorage)
