/** Milliseconds after which an alarm that failed is tried again, by whatever object: the platform itself gives up after minutes. */
export const RETRY_MS = 30_000
