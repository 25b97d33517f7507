import type { RoomEvent, RoomEventName, RoomEvents } from './events.ts'

/** Events that are kept for whoever listens first; a script that never listens does not fill the memory. */
export const BACKLOG_MAX = 10_000

type Listener = (event: RoomEvent) => void

/** Hands events to those who listen. What came before anybody did goes to the first, and to who comes in the same turn. */
export interface EventHub {
  emit(event: RoomEvent): void
  /** Ends it: iterators end once what they hold is read. */
  end(): void
  on<Name extends RoomEventName>(name: Name, listener: (data: RoomEvents[Name]) => void): () => void
  iterate(): AsyncIterableIterator<RoomEvent>
}

/** Makes a hub. */
export function makeEventHub(): EventHub {
  const listeners = new Set<Listener>()
  const iterators = new Set<EventIterator>()
  let backlog: RoomEvent[] | null = []
  let isEnded = false

  function deliver(event: RoomEvent) {
    for (const listener of listeners) callListener(listener, event)
  }

  /** In a turn of its own, so that several that are added one after the other miss nothing. */
  function openBacklog() {
    if (backlog === null || listeners.size > 1) return
    setTimeout(() => {
      const held = backlog ?? []
      backlog = null
      for (const event of held) deliver(event)
      if (isEnded) endIterators()
    }, 0)
  }

  function endIterators() {
    for (const iterator of iterators) iterator.end()
    iterators.clear()
    listeners.clear()
  }

  function addListener(listener: Listener): () => void {
    listeners.add(listener)
    openBacklog()
    return () => void listeners.delete(listener)
  }

  return {
    emit(event) {
      if (isEnded) return
      if (backlog === null) return deliver(event)
      backlog.push(event)
      if (backlog.length > BACKLOG_MAX) backlog.shift()
    },
    end() {
      isEnded = true
      if (backlog === null) endIterators()
    },
    on(name, listener) {
      type Data = Parameters<typeof listener>[0]
      return addListener((event) => event.event === name && listener(event.data as Data))
    },
    iterate() {
      const iterator = new EventIterator(() => {
        iterators.delete(iterator)
        remove()
      })
      const remove = addListener((event) => iterator.push(event))
      iterators.add(iterator)
      if (isEnded && backlog === null) endIterators()
      return iterator
    },
  }
}

/** What a listener throws is its own fault: it is reported as any error is, and the session goes on. */
function callListener(listener: Listener, event: RoomEvent) {
  try {
    listener(event)
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}

/** One loop over events. What comes faster than it is read waits, so that nothing is lost. */
class EventIterator implements AsyncIterableIterator<RoomEvent> {
  readonly #onReturn: () => void
  #held: RoomEvent[] = []
  #waiting: ((result: IteratorResult<RoomEvent>) => void)[] = []
  #isEnded = false

  constructor(onReturn: () => void) {
    this.#onReturn = onReturn
  }

  push(event: RoomEvent): void {
    const resolve = this.#waiting.shift()
    if (resolve) resolve({ done: false, value: event })
    else this.#held.push(event)
  }

  end(): void {
    this.#isEnded = true
    for (const resolve of this.#waiting.splice(0)) resolve({ done: true, value: undefined })
  }

  next(): Promise<IteratorResult<RoomEvent>> {
    const value = this.#held.shift()
    if (value) return Promise.resolve({ done: false, value })
    if (this.#isEnded) return Promise.resolve({ done: true, value: undefined })
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  return(): Promise<IteratorResult<RoomEvent>> {
    this.#held = []
    this.end()
    this.#onReturn()
    return Promise.resolve({ done: true, value: undefined })
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<RoomEvent> {
    return this
  }
}
