/**
 * What a client offers behind a WebSocket subprotocol of ours, as base64url of JSON: the one place besides the address
 * where a browser's WebSocket can say something in its request, and unlike the address nobody writes it down.
 * @param header `Sec-WebSocket-Protocol` as it came
 * @returns the JSON, `{}` where nothing comes behind it; undefined where it is none; null where it is not offered
 */
export function offered(protocol: string, header: string | undefined): unknown {
  if (!header?.includes(protocol)) return null
  const names = header.split(',').map((name) => name.trim())
  const at = names.indexOf(protocol)
  if (at < 0) return null
  const json = names[at + 1]
  if (json === undefined) return {}
  try {
    return JSON.parse(Buffer.from(json, 'base64url').toString()) ?? undefined
  } catch {
    return undefined
  }
}
