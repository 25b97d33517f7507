/** Milliseconds after which any object tries a failed alarm again: the platform itself tries for minutes only. */
export const RETRY_MS = 30_000
