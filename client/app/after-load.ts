import { deleteExpiredKeys } from '../browser/delete-expired-keys.ts'
import { deleteExpired } from '../room/storage-expiry.ts'
import { registerServiceWorker } from './register-service-worker.ts'

/** What every page does once it stands, and nobody waits for. */
export function runAfterLoad(): void {
  // What this tab stored of rooms that ended while it showed another page, and the keys that this browser keeps of such rooms.
  deleteExpired()
  void deleteExpiredKeys(Date.now())
  registerServiceWorker()
}
