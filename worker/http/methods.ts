interface Route {
  method: string
  path: string
}

/**
 * Which methods an address answers to, from the app's own routes: for the `Allow` of a 405.
 * @returns the methods, empty where the address is unknown
 */
export function methodsOf(routes: Route[], path: string): string[] {
  const methods = new Set<string>()
  for (const route of routes) {
    if (route.method === 'ALL' || route.path.includes('*')) continue
    const pattern = new RegExp(`^${route.path.replace(/:[^/]+/g, '[^/]+')}$`)
    if (pattern.test(path)) methods.add(route.method)
  }
  if (methods.has('GET')) methods.add('HEAD')
  return [...methods].sort()
}
