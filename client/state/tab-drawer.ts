import type { Drawer } from '../net/outbox-store.ts'

/** The tab's own storage, where it isn't forbidden. */
export function tabDrawer(): Drawer | undefined {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
}
