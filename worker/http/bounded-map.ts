/** A map with a maximum of entries: one more drops the entry that was set longest ago. For what an isolate remembers. */
export class BoundedMap<V> {
  readonly #max: number
  readonly #entries = new Map<string, V>()

  constructor(max: number) {
    this.#max = max
  }

  /** Sets an entry, which becomes the newest. */
  set(key: string, value: V): void {
    this.#entries.delete(key)
    this.#entries.set(key, value)
    if (this.#entries.size <= this.#max) return
    const [oldest] = this.#entries.keys()
    if (oldest !== undefined) this.#entries.delete(oldest)
  }

  /** Returns the value of an entry; undefined where there is none, or none any more. */
  get(key: string): V | undefined {
    return this.#entries.get(key)
  }

  /** Deletes an entry. */
  delete(key: string): void {
    this.#entries.delete(key)
  }

  /** How many entries there are. */
  get size(): number {
    return this.#entries.size
  }
}
