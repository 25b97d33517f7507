/** Says to whoever started this process where it serves, and ends with that one. */
export function announce(origin: string): void {
  process.on('disconnect', () => process.exit())
  process.send?.({ origin })
}
