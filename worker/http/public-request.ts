import { quoteSetting, SettingError } from '../setting-error.ts'
import { addressOf } from './client-address.ts'

/** How requests reach this deployment. */
export interface PublicSettings {
  /** The origin that people see in their address bar; null where it is the one that requests name. */
  origin: string | null
  /** Whether a proxy of the operator's is in front, whose forwarding headers are true. */
  trustsProxy: boolean
}

/** The settings as they are written. Tests and benchmarks have none of them. */
interface Written {
  PUBLIC_ORIGIN?: string
  TRUST_PROXY?: string
}

/**
 * Reads how requests reach this deployment.
 * @throws SettingError with a sentence that says what to write instead: the server does not start
 */
export function readPublicSettings({ PUBLIC_ORIGIN = '', TRUST_PROXY = '' }: Written): PublicSettings {
  if (!['', 'on', 'off'].includes(TRUST_PROXY))
    throw new SettingError(`TRUST_PROXY is ${quoteSetting(TRUST_PROXY)}: say "on" or "off".`)
  const origin = PUBLIC_ORIGIN === '' ? null : parseOrigin(PUBLIC_ORIGIN)
  if (origin === undefined)
    throw new SettingError(
      `PUBLIC_ORIGIN is ${quoteSetting(PUBLIC_ORIGIN)}: say the origin that people see, such as https://chat.example.org, without a path.`,
    )
  return { origin, trustsProxy: TRUST_PROXY === 'on' }
}

/**
 * Returns a request as the visitor sent it, before a proxy passed it on: what is own and what is foreign, whether cookies are
 * `Secure`, and whom rate limits count follow from it. Without settings it is the request itself, whatever its headers say.
 */
export function toPublicRequest(request: Request, { origin, trustsProxy }: PublicSettings): Request {
  if (origin === null && !trustsProxy) return request
  const url = new URL(request.url)
  const seen = origin ?? readForwardedOrigin(request.headers, url)
  const visitor = trustsProxy ? readLast(request.headers, 'x-forwarded-for') : undefined
  const shown = new Request(`${seen}${url.pathname}${url.search}`, request)
  if (visitor !== undefined) shown.headers.set('cf-connecting-ip', addressOf(visitor))
  return shown
}

/** Returns the origin that the proxy was asked for, as far as it says so. */
function readForwardedOrigin(headers: Headers, url: URL): string {
  const protocol = readLast(headers, 'x-forwarded-proto') ?? url.protocol.slice(0, -1)
  const host = readLast(headers, 'x-forwarded-host') ?? url.host
  return parseOrigin(`${protocol}://${host}`) ?? url.origin
}

/** Returns what the nearest proxy wrote: it adds to the end of what others wrote before it. */
function readLast(headers: Headers, name: string): string | undefined {
  return headers.get(name)?.split(',').at(-1)?.trim() || undefined
}

/** Parses an origin of the web; undefined where it has another form, or says more than an origin. */
function parseOrigin(text: string): string | undefined {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined
  return url.href === `${url.origin}/` ? url.origin : undefined
}
