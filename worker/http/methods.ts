interface Route {
  method: string
  path: string
}

/**
 * Which methods an address answers to, from the app's own routes: for the `Allow` of a 405.
 * @returns the methods, empty where the address is unknown
 */
export function findMethods(routes: Route[], path: string): string[] {
  const methods = new Set<string>()
  // An address that is written out stands before one with a parameter: `/rooms/ttl` is no room.
  const literal = routes.filter((route) => route.path === path)
  for (const route of literal.length > 0 ? literal : routes) {
    if (route.method === 'ALL' || route.path.includes('*')) continue
    const pattern = new RegExp(`^${route.path.replace(/:[^/]+/g, '[^/]+')}$`)
    if (pattern.test(path)) methods.add(route.method)
  }
  if (methods.has('GET')) methods.add('HEAD')
  return [...methods].sort()
}
