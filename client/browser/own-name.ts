import { makeUpAlias } from '../i18n/made-up-alias.ts'
import { deviceStorage } from './browser-storage.ts'

/** Where the name is stored, and nowhere else. */
const KEY = 'private-chat.name'

/**
 * Returns the name used here last, or a new random one that is stored from now on. A stored name that no room would accept
 * is returned as it is: the form that shows it says what is wrong with it.
 */
export function readOwnName(): string {
  const stored = deviceStorage.readItem(KEY)?.trim()
  if (stored) return stored
  const name = makeUpAlias()
  storeOwnName(name)
  return name
}

/** Stores a name for the next room. */
export function storeOwnName(name: string): void {
  deviceStorage.writeItem(KEY, name)
}
