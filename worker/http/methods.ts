interface Route {
  method: string
  path: string
}

/**
 * Finds the methods that an address answers to in the app's own routes, for the `Allow` header of a 405.
 * @returns the methods; an empty list where the address is unknown
 */
export function findMethods(routes: Route[], path: string): string[] {
  const methods = new Set<string>()
  // An address without a parameter comes first: `/rooms/ttl` is no room.
  const literal = routes.filter((route) => route.path === path)
  for (const route of literal.length > 0 ? literal : routes) {
    if (route.method === 'ALL' || route.path.includes('*')) continue
    const pattern = new RegExp(`^${route.path.replace(/:[^/]+/g, '[^/]+')}$`)
    if (pattern.test(path)) methods.add(route.method)
  }
  if (methods.has('GET')) methods.add('HEAD')
  return [...methods].sort()
}
