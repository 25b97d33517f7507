/**
 * The same calls in query form: other names, which earlier clients use. Each is rewritten into the call it stands for;
 * there is no second implementation.
 */
const CALLS: Readonly<Record<string, (roomId: string) => string>> = {
  'DELETE /api/rooms': (id) => `/api/rooms/${id}`,
  'GET /api/messages': (id) => `/api/rooms/${id}/messages`,
  'GET /api/realtime': (id) => `/api/rooms/${id}/realtime`,
  'GET /api/rooms/ttl': (id) => `/api/rooms/${id}/ttl`,
  'POST /api/messages': (id) => `/api/rooms/${id}/messages`,
  'POST /api/rooms/create': () => '/api/rooms',
}

/** The addresses that exist in this form only, and the methods they answer to, for a 405. */
export const QUERY_FORM_ROUTES = Object.keys(CALLS).flatMap((call) => {
  const [method = '', path = ''] = call.split(' ')
  return path.startsWith('/api/rooms')
    ? [
        { method, path },
        { method, path: path.replace('/api/rooms', '/api/room') },
      ]
    : [{ method, path }]
})

const PATHS: ReadonlySet<string> = new Set(QUERY_FORM_ROUTES.map(({ path }) => path))

/** Whether a call at this address may be one in query form: most are not, and need no closer look. */
export function mayBeQueryForm(path: string): boolean {
  return PATHS.has(path)
}

/** Whether this address exists in query form only, although it has the look of a room's: no room id is so short. */
export function isQueryFormOnly(path: string): boolean {
  return path === '/api/rooms/create' || path === '/api/rooms/ttl'
}

/**
 * The address a request in query form stands for.
 * @returns the rewritten URL; `'missing-room'` where the call names no room; null where it is no call of this form
 */
export function rewriteQueryForm(method: string, address: URL): URL | 'missing-room' | null {
  const path = address.pathname.replace(/^\/api\/room(?=\/|$)/, '/api/rooms')
  const call = CALLS[`${method === 'HEAD' ? 'GET' : method} ${path}`]
  if (call === undefined) return null
  const url = new URL(address)
  const roomId = url.searchParams.get('roomId')
  if (!roomId && call('') !== call('x')) return 'missing-room'
  url.searchParams.delete('roomId')
  // What no address can hold names no room either; `.` and `..` would lead elsewhere.
  url.pathname = call(/^\.*$/.test(roomId ?? '') ? '-' : encodeURIComponent(roomId ?? ''))
  return url
}
