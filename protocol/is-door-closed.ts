/** What decides it, as a room has it. No schema is imported: that of a room asks this. */
interface DoorFields {
  door: 'open' | 'knock'
  history: 'all' | 'from-join'
  /** The version of the keys. */
  keys: 1 | 2
}

/**
 * Whether a newcomer waits at the door of a room until they are let in. In a room of version 2 that hides its history, they
 * wait for a host's page, whatever the door is: it gives them a key that opens nothing older, which no invite could. While the
 * door is closed, there is no invite.
 */
export function isDoorClosed({ door, history, keys }: DoorFields): boolean {
  return door === 'knock' || (keys === 2 && history === 'from-join')
}
