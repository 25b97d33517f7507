import { TYPED_VALUES, tabStorage } from '../browser/browser-storage.ts'
import { deleteExpiredKeys } from '../browser/delete-expired-keys.ts'
import { deleteExpired } from '../room/storage-expiry.ts'
import { registerServiceWorker } from './register-service-worker.ts'

/** What every page does once it stands, and nobody waits for. */
export function runAfterLoad(): void {
  // What this tab stored of rooms that ended while it showed another page, and the keys that this browser keeps of such rooms.
  deleteExpired()
  void deleteExpiredKeys(Date.now())
  registerServiceWorker()
  // Somebody has just chosen another language.
  if (tabStorage.readItem(TYPED_VALUES)) {
    import('../browser/typed-values.ts').then(
      (typed) => typed.restoreTypedValues(),
      () => {},
    )
  }
}
