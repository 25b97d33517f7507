import { createEffect, onCleanup, untrack } from 'solid-js'

/** Milliseconds in which what comes is told in one sentence: one that follows at once would take the place of the first. */
export const GATHERED = 1_000

/**
 * Tells of each item that comes to a list, once, and together with those that come at about the same time. What is gone by then is
 * not told.
 * @param keyOf returns what an item is known by
 */
export function createGathering<Item>(
  list: () => readonly Item[],
  keyOf: (item: Item) => string,
  tell: (fresh: Item[]) => void,
): void {
  const told = new Set<string>()
  const isFresh = (item: Item) => !told.has(keyOf(item))
  let timer: ReturnType<typeof setTimeout> | undefined
  function tellFresh() {
    timer = undefined
    const fresh = list().filter(isFresh)
    for (const item of fresh) told.add(keyOf(item))
    if (fresh.length > 0) tell(fresh)
  }
  createEffect(() => {
    if (list().some(isFresh)) timer ??= setTimeout(() => untrack(tellFresh), GATHERED)
  })
  onCleanup(() => clearTimeout(timer))
}
