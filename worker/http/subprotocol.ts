/**
 * What a client offers behind a WebSocket subprotocol of ours: the one place besides the address where a browser's
 * WebSocket can say something in its request, and unlike the address nobody writes it down.
 * @param header `Sec-WebSocket-Protocol` as it came
 * @returns the name that follows, empty where none does; null where the subprotocol is not offered
 */
export function readSubprotocolValue(protocol: string, header: string | undefined): string | null {
  const names = header?.split(',').map((name) => name.trim()) ?? []
  const at = names.indexOf(protocol)
  return at < 0 ? null : (names[at + 1] ?? '')
}
