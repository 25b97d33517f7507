/** What a call of the typed client takes. */
interface Input {
  param?: Record<string, string>
  query?: Record<string, string>
  json?: unknown
}

/**
 * The runtime of Hono's typed client in a few lines, because its own is made for more than a browser needs and weighs
 * more than some pages: `client.api.rooms[':id'].join.$post({ param, json })` is `POST /api/rooms/<id>/join`.
 * @param base where the app is served, ending in a slash
 * @typeParam Client what Hono's `hc` would give for the app: a wrong path, parameter or body fails to compile
 */
export function makeRpc<Client>(base: string, send: typeof fetch): Client {
  const at = (path: readonly string[]): unknown =>
    new Proxy(() => {}, {
      get: (_, name) => at([...path, String(name)]),
      apply(_, __, [{ param = {}, query = {}, json }]: [Input]) {
        const method = path.at(-1)?.slice(1).toUpperCase()
        const names = path.slice(0, -1)
        const address = names.map((name) =>
          encodeURIComponent(name[0] === ':' ? (param[name.slice(1)] ?? '') : name),
        )
        const search = String(new URLSearchParams(query))
        const url = base + address.join('/') + (search && `?${search}`)
        if (json === undefined) return send(url, { method })
        const headers = { 'content-type': 'application/json' }
        return send(url, { method, headers, body: JSON.stringify(json) })
      },
    })
  return at([]) as Client
}
