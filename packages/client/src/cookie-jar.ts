/** Keeps the tokens of one seat or one login, as a browser does by itself: there this jar stays empty. */
export interface CookieJar {
  /** Calls the server with what is kept, and keeps what it sets. */
  readonly fetch: typeof fetch
  /** The `Cookie` header; empty where nothing is kept. */
  header(): string
  /** What is kept, by the cookie's name. */
  toJson(): Record<string, string>
}

/** Makes a jar with what was kept before. A browser lets no script set this header, and shows none what a server sets. */
export function makeCookieJar(kept: Readonly<Record<string, string>> = {}): CookieJar {
  const cookies = new Map(Object.entries(kept))
  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

  function storeCookie(line: string) {
    const [pair = '', ...attributes] = line.split(/;\s*/)
    const name = pair.slice(0, pair.indexOf('='))
    const isCleared = attributes.some((each) => /^max-age=0$/i.test(each))
    if (isCleared) cookies.delete(name)
    else cookies.set(name, pair.slice(pair.indexOf('=') + 1))
  }

  return {
    async fetch(input, init = {}) {
      const headers = new Headers(init.headers)
      if (cookies.size > 0) headers.set('cookie', header())
      // Whoever redirects would be sent the tokens, too.
      const response = await fetch(input, { ...init, headers, redirect: 'manual' })
      for (const line of response.headers.getSetCookie()) storeCookie(line)
      return response
    },
    header,
    toJson: () => Object.fromEntries(cookies),
  }
}
