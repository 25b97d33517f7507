/**
 * The API in query form: addresses that name the room in the query. Each request is rewritten into the one it stands for,
 * so that there is one implementation.
 */
const REWRITES: Readonly<Record<string, (roomId: string) => string>> = {
  'DELETE /api/rooms': (id) => `/api/rooms/${id}`,
  'GET /api/messages': (id) => `/api/rooms/${id}/messages`,
  'GET /api/realtime': (id) => `/api/rooms/${id}/realtime`,
  'GET /api/rooms/ttl': (id) => `/api/rooms/${id}/ttl`,
  'POST /api/messages': (id) => `/api/rooms/${id}/messages`,
  'POST /api/rooms/create': () => '/api/rooms',
}

/** The routes in this form, for the `Allow` header of a 405. */
export const QUERY_FORM_ROUTES = Object.keys(REWRITES).flatMap((route) => {
  const [method = '', path = ''] = route.split(' ')
  return path.startsWith('/api/rooms')
    ? [
        { method, path },
        { method, path: path.replace('/api/rooms', '/api/room') },
      ]
    : [{ method, path }]
})

const PATHS: ReadonlySet<string> = new Set(QUERY_FORM_ROUTES.map(({ path }) => path))

/** Whether a request to this address may be in query form. Most are not, and need no closer look. */
export function mayBeQueryForm(path: string): boolean {
  return PATHS.has(path)
}

/** Whether this address exists in query form only, although it looks like a room's: no room id is so short. */
export function isQueryFormOnly(path: string): boolean {
  return path === '/api/rooms/create' || path === '/api/rooms/ttl'
}

/**
 * Rewrites the address of a request in query form.
 * @returns the address it stands for; `'missing-room'` where the query names no room; null where the request has another
 *   form
 */
export function rewriteQueryForm(method: string, address: URL): URL | 'missing-room' | null {
  const path = address.pathname.replace(/^\/api\/room(?=\/|$)/, '/api/rooms')
  const rewrite = REWRITES[`${method === 'HEAD' ? 'GET' : method} ${path}`]
  if (rewrite === undefined) return null
  const url = new URL(address)
  const roomId = url.searchParams.get('roomId')
  if (!roomId && rewrite('') !== rewrite('x')) return 'missing-room'
  url.searchParams.delete('roomId')
  // An empty id names no room, and `.` and `..` would change the path.
  url.pathname = rewrite(/^\.*$/.test(roomId ?? '') ? '-' : encodeURIComponent(roomId ?? ''))
  return url
}
