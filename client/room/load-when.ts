import { createEffect, getOwner, runWithOwner } from 'solid-js'

/**
 * Loads a part of the page that has no place in it, once it is needed.
 * @param isDue whether it is needed; it is asked again when what it read has changed
 * @param run starts what was loaded, and is owned as the caller is
 */
export function loadWhen<T>(isDue: () => boolean, load: () => Promise<T>, run: (part: T) => void): void {
  const owner = getOwner()
  let isAsked = false
  /** Whether something has changed while it was on its way, by which it is still needed. */
  let hasChanged = false

  function ask() {
    isAsked = true
    hasChanged = false
    load().then(
      (part) => runWithOwner(owner, () => run(part)),
      // With the next change, and with one that came meanwhile.
      () => {
        isAsked = false
        if (hasChanged) ask()
      },
    )
  }

  createEffect(() => {
    const due = isDue()
    if (isAsked) hasChanged = due
    else if (due) ask()
  })
}
