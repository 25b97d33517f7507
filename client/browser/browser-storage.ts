import { makeSafeStorage } from '../net/safe-storage.ts'

/** What this tab stores: it survives a reload and ends with the tab. */
export const tabStorage = makeSafeStorage(() => sessionStorage)

/** What this browser stores for all tabs of this site. */
export const deviceStorage = makeSafeStorage(() => localStorage)
