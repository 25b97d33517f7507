/** Milliseconds after which any object tries a failed alarm again: the platform itself gives up after minutes. */
export const RETRY_MS = 30_000
