/** Where a server is reached. */
export interface Addresses {
  origin: string
  /** Where participants are let in who sit within its process; null where there is no need. */
  inside: string | null
}

/** Says to whoever started this process where it serves, and ends with that one. */
export function announce(addresses: Addresses): void {
  process.on('disconnect', () => process.exit())
  process.send?.(addresses)
}
