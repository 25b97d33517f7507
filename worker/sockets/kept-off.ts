import { KEPT_OFF_MS } from '../../protocol/limits.ts'

/** Where it is stored. */
const KEY = 'kept-off'
/** Participants that are remembered: those beyond were kept off first, and come back a little earlier. */
const REMEMBERED_MAX = 256

/**
 * Which participants may open no socket for a while, because they sent too many frames. Stored, because an object that
 * nothing happens in sleeps sooner than that; it is written only when somebody floods.
 */
export class KeptOff {
  readonly #kv: SyncKvStorage
  /** Until when, Unix milliseconds, by participant; null until somebody asked. */
  #until: Map<string, number> | null = null

  constructor(kv: SyncKvStorage) {
    this.#kv = kv
  }

  /** Returns the milliseconds for which a participant is kept off; 0 where it isn't. */
  wait(participantId: string, now: number): number {
    const until = this.#known().get(participantId) ?? 0
    // A clock that was set back keeps nobody off for longer.
    return Math.min(KEPT_OFF_MS, Math.max(0, until - now))
  }

  /** Keeps a participant off from now on. */
  add(participantId: string, now: number): void {
    const others = [...this.#known()].filter(([id, until]) => id !== participantId && until > now)
    this.#until = new Map([...others.slice(1 - REMEMBERED_MAX), [participantId, now + KEPT_OFF_MS]])
    this.#kv.put(KEY, [...this.#until])
  }

  #known(): Map<string, number> {
    this.#until ??= new Map(this.#kv.get<[string, number][]>(KEY))
    return this.#until
  }
}
