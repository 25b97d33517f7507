/**
 * Reads what a client sends after the name of a WebSocket subprotocol. Besides the address, this header is the only place
 * where a browser's WebSocket can put something into its request, and unlike the address it is not logged.
 * @param header the value of `Sec-WebSocket-Protocol`
 * @returns the entry that follows the name, empty where none follows; null where the subprotocol is not offered
 */
export function readSubprotocolValue(protocol: string, header: string | undefined): string | null {
  const names = header?.split(',').map((name) => name.trim()) ?? []
  const index = names.indexOf(protocol)
  return index < 0 ? null : (names[index + 1] ?? '')
}
