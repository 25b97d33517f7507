import { type PasswordHash, verifyPassword } from './password.ts'

/**
 * Strangers that may wait for their password to be verified; one more is told to come back. With the pause each takes
 * some 300 ms, so that nobody waits for longer than 8 seconds.
 */
const WAITING_MAX = 24

/** Milliseconds after a verification before the next: what else waits for the object is done in them. */
const PAUSE_MS = 100

/**
 * Lets one asker at a time have a password verified, and the object's other work come in between: scrypt holds the
 * thread for some 200 ms and takes 16 MiB, and a crowd of guessers must not bring a room to a stop. One for an object.
 */
export class PasswordQueue {
  readonly #verify: typeof verifyPassword
  readonly #pauseMs: number
  /** Known devices, which go first, and strangers. */
  readonly #known: (() => Promise<void>)[] = []
  readonly #strangers: (() => Promise<void>)[] = []
  #isRunning = false
  #hasVerified = false

  constructor(verify = verifyPassword, pauseMs = PAUSE_MS) {
    this.#verify = verify
    this.#pauseMs = pauseMs
  }

  /**
   * Does `work` when no other is under way, and at once where none is. What it knew before it waited is to be asked anew.
   * @param isKnown whether its password was right before: then it goes before strangers
   * @returns what `work` returned; null where too many wait already
   */
  run<T>(work: () => T | Promise<T>, isKnown = false): Promise<{ done: T } | null> {
    const line = isKnown ? this.#known : this.#strangers
    if (line.length >= WAITING_MAX) return Promise.resolve(null)
    return new Promise((resolve, reject) => {
      line.push(async () => {
        try {
          resolve({ done: await work() })
        } catch (error) {
          reject(error)
        }
      })
      if (!this.#isRunning) void this.#runAll()
    })
  }

  /** Verifies a password against its stored hash; called by the work that is under way. */
  verify(password: string, hash: PasswordHash): boolean {
    this.#hasVerified = true
    return this.#verify(password, hash)
  }

  async #runAll(): Promise<void> {
    this.#isRunning = true
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      await next()
      const isPauseDue = this.#hasVerified && this.#known.length + this.#strangers.length > 0
      this.#hasVerified = false
      if (isPauseDue) await new Promise((resolve) => setTimeout(resolve, this.#pauseMs))
    }
    this.#isRunning = false
  }

  #next(): (() => Promise<void>) | undefined {
    return this.#known.shift() ?? this.#strangers.shift()
  }
}
