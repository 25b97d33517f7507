/** The addresses of a server. */
export interface ServerAddresses {
  origin: string
  /** Where clients within the server's process are started; null where there is no need. */
  inProcess: string | null
}

/** Sends the addresses to the parent process, and ends this process with it. */
export function announceReady(addresses: ServerAddresses): void {
  process.on('disconnect', () => process.exit())
  process.send?.(addresses)
}
