import { deviceStorage } from '../../browser/browser-storage.ts'

/** How much of a room a screen reader is given to read out: all that happens, what is said, or nothing. */
export type Verbosity = 'all' | 'messages' | 'none'

const KEY = 'private-chat.verbosity'

/** Returns what was chosen last on this device; all, where nothing was. */
export function loadVerbosity(): Verbosity {
  const chosen = deviceStorage.readItem(KEY)
  return chosen === 'messages' || chosen === 'none' ? chosen : 'all'
}

/** Remembers the choice. */
export function saveVerbosity(verbosity: Verbosity): void {
  deviceStorage.writeItem(KEY, verbosity)
}
