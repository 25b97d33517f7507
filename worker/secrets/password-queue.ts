import { type Result, refused } from '../../protocol/refusal.ts'
import { type PasswordHash, verifyPassword } from './password.ts'

/**
 * Strangers who may wait for their password to be verified. Each takes some 300 ms with the pause, so that nobody waits
 * longer than 8 seconds. One more is refused.
 */
const WAITING_MAX = 24

/** Milliseconds between two verifications, in which the object does its other work. */
const PAUSE_MS = 100

/** Whole seconds after which somebody who was refused may come back, where the object has no other number. */
const RETRY_AFTER = 1

/** What a test or an object may want otherwise. */
interface PasswordQueueOptions {
  verify?: typeof verifyPassword
  pauseMs?: number
  /** Whole seconds. */
  retryAfter?: number
}

/**
 * Verifies one password at a time, and lets the object's other work come in between: scrypt holds the thread for some
 * 200 ms and takes 16 MiB, and many guessers must not bring a room to a stop. One for an object.
 */
export class PasswordQueue {
  readonly #verify: typeof verifyPassword
  readonly #pauseMs: number
  readonly #retryAfter: number
  /** Known devices, which go first, and strangers. */
  readonly #known: (() => Promise<void>)[] = []
  readonly #strangers: (() => Promise<void>)[] = []
  #isRunning = false
  #hasVerified = false

  constructor({
    verify = verifyPassword,
    pauseMs = PAUSE_MS,
    retryAfter = RETRY_AFTER,
  }: PasswordQueueOptions = {}) {
    this.#verify = verify
    this.#pauseMs = pauseMs
    this.#retryAfter = retryAfter
  }

  /**
   * Runs `work` when no other work runs, and at once where nobody waits. After a wait, what `work` knew before may be wrong.
   * @param isKnown whether its password was right before: then it goes before strangers
   * @returns what `work` returns; `busy` where too many wait already
   */
  runExclusive<T>(work: () => Result<T> | Promise<Result<T>>, isKnown = false): Promise<Result<T>> {
    const queue = isKnown ? this.#known : this.#strangers
    if (queue.length >= WAITING_MAX)
      return Promise.resolve(refused({ code: 'busy', retryAfter: this.#retryAfter }))
    return new Promise((resolve, reject) => {
      queue.push(async () => {
        try {
          resolve(await work())
        } catch (error) {
          reject(error)
        }
      })
      if (!this.#isRunning) void this.#runAll()
    })
  }

  /** Verifies a password against its stored hash. Only work that runs calls it. */
  verify(password: string, hash: PasswordHash): boolean {
    this.#hasVerified = true
    return this.#verify(password, hash)
  }

  async #runAll(): Promise<void> {
    this.#isRunning = true
    for (let next = this.#takeNext(); next !== undefined; next = this.#takeNext()) {
      await next()
      const isPauseDue = this.#hasVerified && this.#known.length + this.#strangers.length > 0
      this.#hasVerified = false
      if (isPauseDue) await new Promise((resolve) => setTimeout(resolve, this.#pauseMs))
    }
    this.#isRunning = false
  }

  #takeNext(): (() => Promise<void>) | undefined {
    return this.#known.shift() ?? this.#strangers.shift()
  }
}
