/** What an address names: a deployment, and perhaps one of its rooms. What stands behind the `#` is not read. */
export interface DeploymentAddress {
  origin: string
  roomId?: string
}

/**
 * Parses the address of a deployment or of a room's page, as somebody copies it. `https` where no scheme is given.
 * @returns null if it is none
 */
export function parseAddress(text: string): DeploymentAddress | null {
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return null
  const [, roomId] = /^\/room\/([A-Za-z0-9_-]{21})\/?$/.exec(url.pathname) ?? []
  if (roomId === undefined) return url.pathname === '/' ? { origin: url.origin } : null
  return { origin: url.origin, roomId }
}
