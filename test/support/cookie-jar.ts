/** The cookies of one browser profile, by the rules that matter here: name, Path, Max-Age. */
export class CookieJar {
  readonly #cookies = new Map<string, { name: string; value: string; path: string }>()

  /** Takes what an answer to a request for `path` sets. */
  storeCookies(headers: Headers, path: string): void {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/;\s*/)
      const name = pair.slice(0, pair.indexOf('='))
      const attribute = (wanted: string) =>
        attributes.find((each) => each.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1)
      const scope = attribute('path') ?? (path.slice(0, path.lastIndexOf('/')) || '/')
      const key = `${name} ${scope}`
      if (Number(attribute('max-age') ?? 1) <= 0) this.#cookies.delete(key)
      else this.#cookies.set(key, { name, value: pair.slice(pair.indexOf('=') + 1), path: scope })
    }
  }

  /** The `Cookie` header of a request for `path`: empty where no cookie belongs there. Longer paths come first. */
  cookieHeader(path: string): string {
    return [...this.#cookies.values()]
      .filter(
        ({ path: scope }) => path === scope || path.startsWith(scope.endsWith('/') ? scope : `${scope}/`),
      )
      .sort((a, b) => b.path.length - a.path.length)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
  }

  /** The value of the cookie that is set with exactly this path; undefined where there is none. */
  findCookie(name: string, path: string): string | undefined {
    return this.#cookies.get(`${name} ${path}`)?.value
  }

  /** Each cookie's name and path. */
  listScopes(): { name: string; path: string }[] {
    return [...this.#cookies.values()].map(({ name, path }) => ({ name, path }))
  }
}
