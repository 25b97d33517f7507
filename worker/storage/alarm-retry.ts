/** Milliseconds after which an object tries a failed alarm again, because the platform itself tries for minutes only. */
export const ALARM_RETRY_MS = 30_000

/** Sets the alarm for what failed, or may yet fail, so that it is tried again. */
export function scheduleRetry(storage: DurableObjectStorage): Promise<void> {
  return storage.setAlarm(Date.now() + ALARM_RETRY_MS)
}
